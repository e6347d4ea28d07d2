import type { Measurement } from './measurement.ts';
import { submitOverHttp } from './measurements/submit-over-http.ts';

/** All measurements, in the order in which they run. */
export const measurements: readonly Measurement[] = [submitOverHttp];
