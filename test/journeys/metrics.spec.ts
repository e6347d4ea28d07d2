import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from '../../src/platform/telemetry/metrics.ts';
import { type MetricsServer, startMetricsServer } from '../../src/platform/telemetry/metrics-server.ts';
import { startDemonstration, urlOf } from './http-conduct.application.ts';

let metrics: Metrics;
let server: MetricsServer;
let application: NestFastifyApplication;

beforeAll(async () => {
  metrics = new Metrics();
  metrics.addProcess();
  server = await startMetricsServer(metrics, '127.0.0.1', 0);
  application = await startDemonstration({ metrics, logLevel: 'silent' });
});

afterAll(async () => {
  await application.close();
  await server.close();
});

async function figures(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
}

describe('Prometheus', () => {
  it('finds how long answers took, by the pattern of the route and the status', async () => {
    const id = '019a0000-0000-7000-8000-000000000001';
    await fetch(`${urlOf(application)}/v1/ideas/${id}`);
    await fetch(`${urlOf(application)}/v1/jansen@voorbeeld.nl`);
    const text = await figures();
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/v1/ideas/:ideaId",status="200"} 1',
    );
    expect(text).toContain('http_request_duration_seconds_count{method="GET",route="none",status="404"} 1');
    expect(text).not.toContain(id);
    expect(text).not.toContain('jansen');
  });

  it('finds the delay of the event loop and the memory of the process', async () => {
    const text = await figures();
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes']) {
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });

  it('finds nothing else on that port, and no figures where people reach the service', async () => {
    const base = `http://127.0.0.1:${server.port}`;
    expect((await fetch(base)).status).toBe(404);
    expect((await fetch(`${base}/metrics`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${urlOf(application)}/metrics`)).status).toBe(404);
  });

  it('gets all other figures when one can not be looked up', async () => {
    metrics.gauge('out_of_reach', 'Always fails.', [], () => Promise.reject(new Error('away')));
    expect(await figures()).toContain('process_resident_memory_bytes');
  });
});
