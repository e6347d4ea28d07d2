import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/kernel/money.ts';
import { mixedLoad } from '../../support/mixed-load.ts';
import { book, posting } from '../../support/test-budget.ts';
import { createLedger, type TestLedger } from '../../support/test-ledger.ts';

const kernCodes = ['asch', 'beusichem', 'ingen', 'lienden', 'maurik', 'zoelen'];

describe('Many at once', () => {
  let ledger: TestLedger;

  beforeEach(async () => {
    ledger = await createLedger(kernCodes);
  });
  afterEach(() => ledger.database.drop());

  it('40 clients with 25 decisions of EUR 100 each on a kern with EUR 5,000: exactly 5,000 is granted', async () => {
    await ledger.allocate({ ingen: 5000 });
    const budgetId = await ledger.budgetId('ingen');
    const codes = new Map<string, number>();
    const client = async () => {
      for (let decision = 0; decision < 25; decision += 1) {
        const code = await book(ledger.database, posting(budgetId, { amountCents: cents(10_000) })).then(
          () => 'granted',
          (error: unknown) => (error as { code?: string }).code ?? String(error),
        );
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: 40 }, client));
    expect(Object.fromEntries(codes)).toEqual({ granted: 50, 'ceiling-reached': 950 });
    expect(await ledger.balances('ingen')).toEqual({ source: -5000, committed: 5000 });
    expect((await ledger.verifier.verify()).fault).toBeNull();
  }, 60_000);

  it('16 clients do everything at random in six kernen: every invariant holds afterwards', async () => {
    await ledger.allocate(Object.fromEntries(kernCodes.map((code) => [code, 2000])));
    const scheme = {
      kind: 'limit',
      limitKind: 'scheme',
      limitCode: 'totaal',
      resolutionId: ledger.resolution.id,
    } as const;
    await ledger.run({ ...scheme, limitCents: cents(500_000) });
    const { dataSource, transactions } = ledger.database;
    const outcome = await mixedLoad(
      {
        ...{ transactions, ledger: ledger.ledger },
        budgetIds: await Promise.all(kernCodes.map((code) => ledger.budgetId(code))),
        query: (sql, values) => dataSource.query(sql, values),
      },
      { clients: 16, steps: 30, seed: 7 },
    );
    expect(outcome.booked).toBeGreaterThan(100);
    expect([...outcome.refused.keys()]).not.toContain('database-busy');
    const { fault, entryCount } = await ledger.verifier.verify();
    expect(fault).toBeNull();
    expect(entryCount).toBeGreaterThan(100);
  }, 60_000);
});
