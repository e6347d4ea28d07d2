import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { migrations } from '../../../migrations/index.ts';
import { DatabaseModule, type DatabaseOptions } from '../../../src/platform/database/database.module.ts';
import { EncryptionModule } from '../../../src/platform/encryption/encryption.module.ts';
import { HealthModule } from '../../../src/platform/health/health.module.ts';
import { TelemetryModule } from '../../../src/platform/telemetry/telemetry.module.ts';
import { roleSuffices } from '../../../src/platform/database/transactions.ts';
import { createTestDatabase, type TestDatabase, testKeys } from '../../support/test-database.ts';

let database: TestDatabase;
let service: NestFastifyApplication;

async function startWith(options: Partial<DatabaseOptions>): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({
    imports: [
      EncryptionModule.forRoot(testKeys),
      DatabaseModule.forRoot({
        url: database.serviceUrl,
        poolSize: 2,
        production: true,
        entities: [],
        migrations,
        constraintProblems: {},
        ...options,
      }),
      TelemetryModule.forRoot(),
      HealthModule,
    ],
  }).compile();
  const started = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  await started.listen(0, '127.0.0.1');
  return started;
}

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startWith({});
});

afterAll(async () => {
  await service.close();
  await database.drop();
});

async function ask(path: string): Promise<{ status: number; body: { status?: string } }> {
  const answer = await fetch(`${await service.getUrl()}${path}`);
  return { status: answer.status, body: (await answer.json()) as { status?: string } };
}

describe('Whoever watches the service', () => {
  it('sees that it is alive and can do its work', async () => {
    expect(await ask('/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await ask('/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ok', details: { database: { status: 'up' } } },
    });
  });

  it('sees that it cannot work, but is alive, when the tables belong to another version', async () => {
    await database.asOwner("INSERT INTO schema_migration (timestamp, name) VALUES (1, 'FromTheFuture')");
    expect((await ask('/health/ready')).status).toBe(503);
    expect((await ask('/health/live')).status).toBe(200);
    await database.asOwner("DELETE FROM schema_migration WHERE name = 'FromTheFuture'");
    expect((await ask('/health/ready')).status).toBe(200);
  });
});

describe('A service in production', () => {
  it('does not start as the owner of its tables', async () => {
    await expect(startWith({ url: database.ownerUrl })).rejects.toThrow(
      /mag niet werken als kernbudget_owner/,
    );
  });

  it('does not start on tables of another version', async () => {
    await expect(startWith({ migrations: migrations.slice(1) })).rejects.toThrow(/nieuwer dan deze versie/);
  });

  it('forgets stored answers that are past their end date when it starts', async () => {
    await database.transactions.runOnce(
      { subject: 'resident-1', route: 'POST /v1/applications', key: 'old', bodyHash: 'body' },
      () => Promise.resolve('yesterday'),
      roleSuffices,
    );
    await database.asOwner("UPDATE idempotency_record SET ends_at = now() - interval '1 second'");
    await (await startWith({})).close();
    expect(await database.asOwner('SELECT 1 FROM idempotency_record')).toEqual([]);
  });
});
