import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assess, prepareList, register, submit } from '../support/case-steps.ts';
import { runOperatorCommand } from '../support/operator-command.ts';
import { LedgerHeadEntity } from '../../src/budgets/ledger-head.entity.ts';
import { LedgerHeads } from '../../src/budgets/ledger-heads.service.ts';
import { createDataSource } from '../../src/platform/database/data-source.ts';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { onDatabase, testCipher } from '../support/test-database.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('Checking the ledger, as a command and as the auditor', () => {
  let service: TestService;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp('/tmp/kernbudget-heads-');
    service = await startTestService();
    const application = await submit(await service.as('fenna'));
    await assess(await service.as('bram'), application);
    service.clock.set(new Date('2019-06-10T09:00:00Z'));
    const list = await prepareList(await service.as('kees'));
    service.clock.set(new Date('2019-06-11T09:00:00Z'));
    expect((await register(await service.as('roos'), list)).status).toBe(200);
  });
  afterAll(async () => {
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const verify = (...parameters: string[]) =>
    runOperatorCommand('verify-ledger', parameters, {
      ...{ DATABASE_URL: service.database.serviceUrl, ...service.keys },
    });
  const audited = async () => (await (await service.as('aagje')).get('/v1/ledger-check')).body;

  /** As the owner of the database, with every trigger out of the way. */
  const tamper = (sql: string) =>
    onDatabase(
      service.database.administratorUrl,
      `SET search_path = kernbudget; SET session_replication_role = replica; ${sql}`,
    );

  it('finds a sound ledger sound, and says how much it looked at', async () => {
    expect(await verify()).toEqual({
      code: 0,
      output: expect.stringMatching(
        /^Het grootboek klopt: 15 budgetten, 16 boekingen, \d gepubliceerde/,
      ) as unknown,
    });
    expect(await audited()).toMatchObject({ sound: true, fault: null, entryCount: 16 });
  }, 60_000);

  it.each([
    [
      'a decision that has no commitment',
      'UPDATE decision SET granted_cents = 84999',
      'UPDATE decision SET granted_cents = 85000',
      'decision-commitment',
    ],
    [
      'a commitment of which the decision is gone',
      'CREATE TABLE kept AS SELECT * FROM decision; DELETE FROM decision',
      'INSERT INTO decision SELECT * FROM kept; DROP TABLE kept',
      'decision-commitment',
    ],
    [
      'an entry that somebody altered',
      "UPDATE ledger_entry SET reference = 'B&W 2019-25' WHERE movement = 'commit'",
      "UPDATE ledger_entry SET reference = 'B&W 2019-24' WHERE movement = 'commit'",
      'hash',
    ],
  ])(
    'names %s, and ends with a failure',
    async (_what, sql, undo, rule) => {
      await tamper(sql);
      const { code, output } = await verify();
      expect([code, output]).toEqual([1, expect.stringContaining(`(${rule})`)]);
      expect(await audited()).toMatchObject({ sound: false, fault: { rule } });
      await tamper(undo);
      expect(await audited()).toMatchObject({ sound: true });
    },
    60_000,
  );

  it('finds by heads that were kept outside what was removed and made to fit', async () => {
    // As the service does every day of itself.
    const settings = { entities: [LedgerHeadEntity], migrations: [], poolSize: 1, applicationName: 'test' };
    const own = await createDataSource({ url: service.database.serviceUrl, ...settings }).initialize();
    await new LedgerHeads(new Transactions(own, testCipher(), {}), own.manager, service.clock).seal();
    await own.destroy();
    const heads = await (await service.as(null)).get('/v1/ledger-heads');
    const file = `${directory}/koppen.json`;
    await writeFile(file, heads.bytes);
    // The youngest allocation disappears together with its budget and all heads.
    await tamper(`DELETE FROM ledger_head;
      DELETE FROM ledger_entry e USING budget b WHERE b.id = e.budget_id AND b.committed_cents = 0;
      DELETE FROM budget WHERE committed_cents = 0`);
    expect(await audited()).toMatchObject({ sound: true });
    const { code, output } = await verify(file);
    expect([code, output]).toEqual([1, expect.stringContaining('(published-head)')]);
  }, 60_000);
});
