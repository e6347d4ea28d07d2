import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/kernel/money.ts';
import { loseCommits } from '../../support/lost-commits.ts';
import { book, posting } from '../../support/test-budget.ts';
import { createLedger, type TestLedger } from '../../support/test-ledger.ts';

describe('The ledger when things go wrong around it', () => {
  let ledger: TestLedger;
  let budgetId: string;

  beforeEach(async () => {
    ledger = await createLedger(['ingen']);
    await ledger.allocate({ ingen: 2000 });
    budgetId = await ledger.budgetId('ingen');
  });
  afterEach(() => ledger.database.drop());

  it('books once what was asked twice because the line was cut around the COMMIT', async () => {
    expect(await loseCommits(ledger, budgetId, 6)).toEqual({ kept: 3, doneAnew: 3, faults: [] });
    expect(await ledger.balances('ingen')).toMatchObject({ held: 0.06 });
    expect((await ledger.verifier.verify()).fault).toBeNull();
  });

  it('keeps its order when the clock is set back, and what was known then is what had been booked', async () => {
    const reserve = () =>
      ledger.database.transactions.run(async (manager) => {
        const hold = posting(budgetId, { movement: 'hold', grantId: null, amountCents: cents(1_000) });
        ledger.ledger.post(manager, await ledger.ledger.lock(manager, [budgetId]), [hold]);
      });
    await reserve();
    await ledger.heads.seal();
    ledger.clock.set(new Date('2019-06-10T08:00:00Z'));
    await reserve();
    await ledger.heads.seal();
    await ledger.heads.seal();
    const entries = await ledger.database.asOwner(
      'SELECT version, held_cents::integer AS held FROM ledger_entry ORDER BY version',
    );
    expect(entries).toEqual([
      { version: 1, held: 0 },
      { version: 2, held: 1_000 },
      { version: 3, held: 2_000 },
    ]);
    expect(await ledger.verifier.verify()).toMatchObject({ headCount: 2, entryCount: 3, fault: null });
    await book(ledger.database, posting(budgetId, { amountCents: cents(198_000) }));
    expect(await ledger.balances('ingen')).toEqual({ source: -2000, held: 20, committed: 1980 });
  });
});
