import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../telemetry/metrics.ts';

const bucketSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Keeps how long answers took. Routes are named by their pattern: an address could be anything. */
export function addRequestMetrics(instance: FastifyInstance, metrics: Metrics): void {
  const durations = metrics.histogram(
    'http_request_duration_seconds',
    'Time from the arrival of a request to the end of its answer.',
    ['method', 'route', 'status'],
    bucketSeconds,
  );
  instance.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
}
