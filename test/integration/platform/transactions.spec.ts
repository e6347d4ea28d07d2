import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../../src/kernel/domain-error.ts';
import { createDataSource } from '../../../src/platform/database/data-source.ts';
import { type Claim, roleSuffices, Transactions } from '../../../src/platform/database/transactions.ts';
import {
  createTestDatabase,
  onDatabase,
  testCipher,
  type TestDatabase,
} from '../../support/test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({
    poolSize: 25,
    constraintProblems: {
      box_content_positive: () =>
        DomainError.of({ 'box-empty': { kind: 'conflict', title: 'Leeg' } }, 'box-empty', 'De doos is leeg.'),
    },
  });
  await database.asOwner(
    'CREATE TABLE box (id int PRIMARY KEY, content int CONSTRAINT box_content_positive CHECK (content >= 0))',
  );
  await database.asOwner('GRANT SELECT, INSERT, UPDATE ON box TO kernbudget_service');
});

afterAll(() => database.drop());

function claim(key: string, bodyHash = 'body'): Claim {
  return { subject: 'resident-1', route: 'POST /v1/applications', key, bodyHash };
}

/** Anybody may see these answers again. */
function once<T>(
  claimed: Claim,
  work: (manager: EntityManager) => Promise<T>,
): Promise<{ answer: T; replayed: boolean }> {
  return database.transactions.runOnce(claimed, work, roleSuffices);
}

async function content(id: number): Promise<number | undefined> {
  const rows = await database.dataSource.query<{ content: number }[]>(
    'SELECT content FROM box WHERE id = $1',
    [id],
  );
  return rows[0]?.content;
}

describe('A request that is sent more than once', () => {
  it('is worked through once when twenty arrive at the same moment, and all get the same answer', async () => {
    let timesWorked = 0;
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        once(claim('twenty'), async (manager) => {
          timesWorked += 1;
          await manager.query('INSERT INTO box VALUES (1, 10)');
          return { number: timesWorked, received: 'ontvangen €' };
        }),
      ),
    );
    expect(timesWorked).toBe(1);
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    for (const { answer } of outcomes) expect(answer).toEqual({ number: 1, received: 'ontvangen €' });
  });

  it('is refused when the key comes back with another content', async () => {
    await once(claim('changed'), () => Promise.resolve('first'));
    const second = once(claim('changed', 'other'), () => Promise.resolve('second'));
    await expect(second).rejects.toMatchObject({ code: 'idempotency-key-reused', kind: 'conflict' });
  });

  it('is worked through anew when the first attempt was rolled back', async () => {
    const first = once(claim('failed'), async (manager) => {
      await manager.query('INSERT INTO box VALUES (2, 10)');
      throw new Error('the lights went out');
    });
    await expect(first).rejects.toThrow('the lights went out');
    const second = await once(claim('failed'), async (manager) => {
      await manager.query('INSERT INTO box VALUES (2, 20)');
      return 'done';
    });
    expect(second).toEqual({ answer: 'done', replayed: false });
    expect(await content(2)).toBe(20);
  });

  it('lets one who waited do the work when the first attempt fails', async () => {
    const outcomes = await Promise.allSettled(
      ['fails', 'waits'].map((who) =>
        once(claim('relay'), async (manager) => {
          await manager.query('SELECT pg_sleep(0.05)');
          if (who === 'fails') throw new Error('gave up');
          return who;
        }),
      ),
    );
    expect(outcomes[1]).toMatchObject({ status: 'fulfilled', value: { answer: 'waits', replayed: false } });
  });

  it('is not mixed up with the same key of somebody else', async () => {
    await once(claim('mine'), () => Promise.resolve('of one'));
    const other = { ...claim('mine'), subject: 'resident-2' };
    const outcome = await once(other, () => Promise.resolve('of two'));
    expect(outcome).toEqual({ answer: 'of two', replayed: false });
  });

  it('is worked through anew after the end date of the stored answer', async () => {
    await once(claim('old'), () => Promise.resolve('yesterday'));
    await database.asOwner("UPDATE idempotency_record SET ends_at = now() - interval '1 second'");
    const outcome = await once(claim('old', 'other'), () => Promise.resolve('today'));
    expect(outcome).toEqual({ answer: 'today', replayed: false });
  });

  it('keeps its answer unreadable in the database', async () => {
    await once(claim('secret'), () => Promise.resolve({ iban: 'NL00BANK' }));
    const rows = await database.asOwner<{ answer: string }>('SELECT answer FROM idempotency_record');
    for (const { answer } of rows) expect(answer).toMatch(/^test:[\w-]+:[\w-]+:[\w-]+$/);
  });
});

describe('A transaction', () => {
  it('is done again as a whole when it ran into a deadlock', async () => {
    await database.asOwner('INSERT INTO box VALUES (11, 0), (12, 0)');
    const addInOrder = (first: number, second: number): Promise<void> =>
      database.transactions.run(async (manager) => {
        await manager.query('UPDATE box SET content = content + 1 WHERE id = $1', [first]);
        await manager.query('SELECT pg_sleep(0.1)');
        await manager.query('UPDATE box SET content = content + 1 WHERE id = $1', [second]);
      });
    await Promise.all([addInOrder(11, 12), addInOrder(12, 11)]);
    expect([await content(11), await content(12)]).toEqual([2, 2]);
  });

  it('can hold a smaller one, of which a failure undoes that part only', async () => {
    await once(claim('nested'), async (manager) => {
      await manager.query('INSERT INTO box VALUES (41, 1)');
      const inner = manager.transaction(async (nested) => {
        await nested.query('INSERT INTO box VALUES (42, 1)');
        throw new Error('changed my mind');
      });
      await expect(inner).rejects.toThrow('changed my mind');
      return 'outer part kept';
    });
    expect([await content(41), await content(42)]).toEqual([1, undefined]);
  });

  it('keeps nothing when it fails after its last statement', async () => {
    const failed = database.transactions.run(async (manager) => {
      await manager.query('INSERT INTO box VALUES (51, 1)');
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await content(51)).toBeUndefined();
  });

  it('does not pretend to be kept when the work passed over a failed statement', async () => {
    const careless = database.transactions.run(async (manager) => {
      await manager.query('INSERT INTO box VALUES (61, 1)');
      await manager.query('SELECT 1 / 0').catch(() => undefined);
      return 'all is well';
    });
    await expect(careless).rejects.toThrow(/failed statement/);
    expect(await content(61)).toBeUndefined();
  });

  it('says that the database is away when it is', async () => {
    const gone = createDataSource({
      url: database.serviceUrl,
      entities: [],
      migrations: [],
      poolSize: 1,
      applicationName: 'kernbudget cut off',
    });
    await gone.initialize();
    const transactions = new Transactions(gone, testCipher(), {});
    const cutOff = transactions.run(async (manager) => {
      await onDatabase(
        database.administratorUrl,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kernbudget cut off'",
      );
      await manager.query('SELECT 1');
    });
    await expect(cutOff).rejects.toMatchObject({ code: 'database-unreachable', kind: 'unavailable' });
    await expect(transactions.run((manager) => manager.query('SELECT 1 AS one'))).resolves.toEqual([
      { one: 1 },
    ]);
    await gone.destroy();
  });

  it('turns a violated constraint into the error that its module registered', async () => {
    const emptied = database.transactions.run((manager) => manager.query('INSERT INTO box VALUES (21, -1)'));
    await expect(emptied).rejects.toMatchObject({ code: 'box-empty', detail: 'De doos is leeg.' });
  });

  it('leaves a violation that nobody registered as it is, because that is a bug', async () => {
    await database.asOwner('INSERT INTO box VALUES (31, 1)');
    const again = database.transactions.run((manager) => manager.query('INSERT INTO box VALUES (31, 1)'));
    await expect(again).rejects.toThrow(/duplicate key/);
  });

  it('gives amounts as numbers and days as text', async () => {
    const rows = await database.dataSource.query<unknown[]>(
      "SELECT 123456789012::bigint AS cents, date '2019-03-31' AS day",
    );
    expect(rows).toEqual([{ cents: 123_456_789_012, day: '2019-03-31' }]);
    await expect(database.dataSource.query('SELECT 9007199254740993::bigint')).rejects.toThrow(
      /safe integer/,
    );
  });
});
