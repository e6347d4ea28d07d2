import type { OperationsConfiguration } from '../config/operations-configuration.ts';
import { Metrics } from './metrics.ts';
import { startMetricsServer } from './metrics-server.ts';
import type { Telemetry } from './telemetry.module.ts';
import { startTracing } from './start-tracing.ts';

/** Telemetry that can be stopped: last of all, so that the end of the work is seen too. */
export interface RunningTelemetry extends Telemetry {
  close(): Promise<void>;
}

/** Starts what is configured. @throws Error EADDRINUSE when the port for figures is taken */
export async function startTelemetry(
  { metrics: address, tracesUrl }: OperationsConfiguration,
  version: string,
): Promise<RunningTelemetry> {
  const metrics = new Metrics();
  if (address) metrics.addProcess();
  const server = address && (await startMetricsServer(metrics, address.host, address.port));
  const tracing = await startTracing(tracesUrl, version);
  return {
    metrics,
    tracing,
    async close() {
      await tracing.close();
      await server?.close();
    },
  };
}
