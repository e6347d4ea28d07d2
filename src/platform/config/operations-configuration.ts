import type { EnvironmentReader } from './environment-reader.ts';

/** How the service is watched and stopped. */
export interface OperationsConfiguration {
  /** Where Prometheus finds the figures; null for nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Where traces are sent (OTLP over HTTP), without a slash at the end; null for nowhere. */
  readonly tracesUrl: string | null;
  /** How long the service says that it is not ready before it stops taking connections. */
  readonly shutdownDelaySeconds: number;
  /** How many threads render letters; 0 renders them among the requests. */
  readonly letterThreads: number;
}

/** Reads how the service is watched and stopped; faults go to the reader. */
export function readOperations(reader: EnvironmentReader, production: boolean): OperationsConfiguration {
  const port = reader.integer('METRICS_PORT', 0, [1, 65_535]);
  const host = reader.text('METRICS_HOST');
  if (host !== null && port === 0) reader.fault('METRICS_HOST is gegeven zonder METRICS_PORT.');
  const traces = reader.url('OTEL_EXPORTER_OTLP_ENDPOINT', ['https:', 'http:']);
  return {
    metrics: port === 0 ? null : { host: host ?? '127.0.0.1', port },
    tracesUrl: traces && traces.toString().replace(/\/$/, ''),
    letterThreads: reader.integer('LETTER_THREADS', 1, [0, 16]),
    shutdownDelaySeconds: reader.integer('SHUTDOWN_DELAY_SECONDS', production ? 5 : 0, [0, 60]),
  };
}
