import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/platform/database/data-source.ts';
import { Transactions } from '../../../src/platform/database/transactions.ts';
import { createHttpApplication } from '../../../src/platform/http/create-http-application.ts';
import { Right } from '../../../src/platform/http/operation.ts';
import { demonstrationOptions, urlOf } from '../../journeys/http-conduct.application.ts';
import { expectProblem } from '../../journeys/http-conduct.cases.ts';
import { createTestDatabase, type TestDatabase, testCipher } from '../../support/test-database.ts';

let database: TestDatabase;
let impatient: DataSource;
let application: NestFastifyApplication;

@Controller('slow')
class SlowController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Right('public')
  read(): Promise<unknown> {
    return this.dataSource.query('SELECT pg_sleep(20)');
  }
}

beforeAll(async () => {
  database = await createTestDatabase();
  impatient = await createDataSource({
    url: database.serviceUrl,
    entities: [],
    migrations: [],
    poolSize: 2,
    statementSeconds: 1,
    applicationName: 'kernbudget test',
  }).initialize();
  @Module({ controllers: [SlowController], providers: [{ provide: DataSource, useValue: impatient }] })
  class SlowModule {}
  application = await createHttpApplication(SlowModule, { ...demonstrationOptions, logLevel: 'silent' });
  await application.listen(0, '127.0.0.1');
});

afterAll(async () => {
  await application.close();
  await impatient.destroy();
  await database.drop();
});

describe('A question that the database can not answer in time', () => {
  it('is broken off, and whoever asked hears that it took too long and when to try again', async () => {
    const answer = await fetch(`${urlOf(application)}/v1/slow`);
    expect(answer.headers.get('retry-after')).toBe('5');
    await expectProblem(answer, 503, 'database-too-slow');
  });

  it('leaves the connection usable for others', async () => {
    expect(await impatient.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('undoes the transaction in which it was asked', async () => {
    const transactions = new Transactions(impatient, testCipher(), {});
    const work = transactions.run((manager) => manager.query('SELECT pg_sleep(20)'));
    await expect(work).rejects.toMatchObject({ code: 'database-too-slow', kind: 'unavailable' });
  });
});
