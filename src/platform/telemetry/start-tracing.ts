import { noTracing, type Tracing } from './tracing.ts';

/**
 * Traces to the address of a collector, or not at all. OpenTelemetry is loaded only when it is asked for.
 * @param url base address for OTLP over HTTP, such as `http://localhost:4318`; null for no traces
 */
export async function startTracing(url: string | null, version: string): Promise<Tracing> {
  if (url === null) return noTracing;
  const { OpenTelemetryTracing } = await import('./open-telemetry-tracing.ts');
  return new OpenTelemetryTracing(url, version);
}
