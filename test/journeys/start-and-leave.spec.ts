import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../../migrations/index.ts';
import { bootstrapDatabase } from '../../src/platform/database/bootstrap-database.ts';
import { freePort } from '../../src/platform/database/embedded-server.ts';
import { type ServiceProcess, spawnService, untilReady } from '../support/service-process.ts';
import { onDatabase } from '../support/test-database.ts';
import { testRoles, urlFor } from '../support/test-server.ts';

const database = 'test_start_and_leave';
const administratorUrl = urlFor(testRoles.administrator, 'postgres');
const ownerUrl = urlFor(testRoles.owner, database);
let directory: string;
let metricsPort: number;
let services: ServiceProcess[] = [];
let collector: Server;
let collected = '';

/** Two processes of one municipality, on a database in which nothing was ever made. */
beforeAll(async () => {
  await bootstrapDatabase({
    administratorUrl,
    database,
    schema: 'kernbudget',
    owner: testRoles.owner,
    service: testRoles.service,
  });
  directory = await mkdtemp(join(tmpdir(), 'kernbudget-leave-'));
  metricsPort = await freePort();
  collector = createServer((request, response) => {
    request.on('data', (part: Buffer) => (collected += part.toString()));
    request.on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  });
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  const environment = {
    DATABASE_URL: urlFor(testRoles.service, database),
    DATABASE_OWNER_URL: ownerUrl,
    SHUTDOWN_DELAY_SECONDS: '2',
  };
  services = await Promise.all([
    spawnService({
      ...environment,
      DATA_DIRECTORY: join(directory, 'one'),
      METRICS_PORT: String(metricsPort),
      REQUESTS_PER_MINUTE_PER_ADDRESS: '20',
    }),
    spawnService({
      ...environment,
      DATA_DIRECTORY: join(directory, 'two'),
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    }),
  ]);
  await Promise.all(services.map((service) => untilReady(service)));
}, 120_000);

afterAll(async () => {
  for (const { child } of services) child.kill('SIGKILL');
  await Promise.all(services.map(({ ended }) => ended));
  collector.closeAllConnections();
  await new Promise((closed) => collector.close(closed));
  await onDatabase(administratorUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await rm(directory, { recursive: true, force: true });
});

function service(number: 0 | 1): ServiceProcess {
  const found = services[number];
  if (!found) throw new Error('Two services were started');
  return found;
}

describe('Two services that start on an empty database at the same moment', () => {
  it('run every migration once between them', async () => {
    const rows = await onDatabase<{ name: string }>(
      ownerUrl,
      'SELECT name FROM schema_migration ORDER BY id',
    );
    expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
  });

  it('both answer', async () => {
    for (const { url } of services) expect((await fetch(`${url}/v1/kernen`)).status).toBe(200);
  });

  it('show figures of what only the service knows, on their own port', async () => {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    for (const name of [
      'kernbudget_audit_unsealed_entries',
      'database_connections',
      'database_requests_waiting',
      'http_request_duration_seconds',
    ]) {
      expect(text).toContain(`# TYPE ${name} `);
    }
    for (const name of ['kernbudget_ledger_postings_total', 'kernbudget_letters_sent_total']) {
      expect(text).toContain(`# TYPE ${name} counter`);
    }
  });

  it('answer whoever watches them, also when an address has used up its requests', async () => {
    const { url } = service(0);
    const ask = async (path: string) => (await fetch(`${url}${path}`)).status;
    const statuses = [];
    for (let index = 0; index < 25; index += 1) statuses.push(await ask('/v1/kernen'));
    expect(statuses.at(-1)).toBe(429);
    expect(await ask('/health/ready')).toBe(200);
    expect(await ask('/health/live')).toBe(200);
  });
});

describe('A service that is told to stop', () => {
  it('says first that it is not ready, answers until then, finishes what it started, and ends well', async () => {
    const { url, child, ended } = service(1);
    // Somebody asks for something that the database does not give yet.
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query('LOCK TABLE kern IN ACCESS EXCLUSIVE MODE');
    const started = fetch(`${url}/v1/kernen`);
    await pause(300);
    child.kill('SIGTERM');
    await pause(300);

    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(ready.headers.get('connection')).toBe('close');
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/v1/openapi.json`)).status).toBe(200);

    await pause(2_500);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    expect(child.exitCode).toBeNull();
    await client.query('COMMIT');
    await client.end();
    expect((await started).status).toBe(200);
    expect(await ended).toBe(0);
    // The trace of the last answer was sent before the end.
    expect(collected.split('"GET /v1/kernen"').length - 1).toBe(2);
  }, 120_000);
});
