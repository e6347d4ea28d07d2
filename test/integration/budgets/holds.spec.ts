import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/ids.ts';
import { cents } from '../../../src/kernel/money.ts';
import { book, posting } from '../../support/test-budget.ts';
import { createLedger, type TestLedger } from '../../support/test-ledger.ts';

describe('Money that is reserved', () => {
  let ledger: TestLedger;
  let budgetId: string;

  const hold = (euros: number, reference: string) =>
    ledger.run({
      ...{ kind: 'hold', reference, reason: 'bezwaar' },
      lines: [{ kernCode: 'ingen', amountCents: cents(euros * 100) }],
    });
  const unhold = (euros: number, holdId: string, kernCode = 'ingen') =>
    ledger.run({
      ...{ kind: 'unhold', reference: 'ongegrond', reason: 'bezwaar' },
      lines: [{ kernCode, amountCents: cents(euros * 100), holdId }],
    });
  const holdOf = async (reference: string): Promise<string> => {
    const [row] = await ledger.database.asOwner<{ id: string }>(
      "SELECT hold_id AS id FROM ledger_entry WHERE movement = 'hold' AND reference = $1",
      [reference],
    );
    return row!.id;
  };
  const promise = (euros: number, holdId: string, grantId = newId()) =>
    posting(budgetId, { movement: 'commit-held', amountCents: cents(euros * 100), grantId, holdId });

  beforeEach(async () => {
    ledger = await createLedger(['ingen', 'zoelen']);
    await ledger.allocate({ ingen: 2000, zoelen: 2000 });
    budgetId = await ledger.budgetId('ingen');
    await hold(500, 'bezwaar 1');
    await hold(300, 'bezwaar 2');
  });
  afterEach(() => ledger.database.drop());

  it('for one objection is not released or promised for another, though the budget holds enough', async () => {
    const [first, second] = [await holdOf('bezwaar 1'), await holdOf('bezwaar 2')];
    await expect(unhold(400, second)).rejects.toMatchObject({ code: 'hold-too-small' });
    await expect(book(ledger.database, promise(400, second))).rejects.toMatchObject({
      code: 'hold-too-small',
    });
    await unhold(300, second);
    await expect(book(ledger.database, promise(1, second))).rejects.toMatchObject({
      code: 'hold-too-small',
    });
    await book(ledger.database, promise(400, first));
    expect(await ledger.balances('ingen')).toMatchObject({ available: 1500, held: 100, committed: 400 });
    expect((await ledger.verifier.verify()).fault).toBeNull();
  });

  it('in one kern is not released in another', async () => {
    await ledger.run({
      ...{ kind: 'hold', reference: 'bezwaar 3', reason: 'bezwaar' },
      lines: [{ kernCode: 'zoelen', amountCents: cents(50_000) }],
    });
    const first = await holdOf('bezwaar 1');
    await expect(unhold(100, first, 'zoelen')).rejects.toMatchObject({ code: 'hold-too-small' });
  });

  it('is promised once when many want it at the same moment', async () => {
    const first = await holdOf('bezwaar 1');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => book(ledger.database, promise(100, first))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await ledger.balances('ingen')).toMatchObject({ held: 300, committed: 500 });
    expect((await ledger.verifier.verify()).fault).toBeNull();
  });

  it('is guarded by the database where the rules look at what was there long ago', async () => {
    const { transactions } = ledger.database;
    const second = await holdOf('bezwaar 2');
    const stale = await transactions.run((manager) => ledger.ledger.lock(manager, [budgetId]));
    await unhold(300, second);
    const attempt = transactions.run((manager) =>
      Promise.resolve(ledger.ledger.post(manager, stale, [promise(100, second)])),
    );
    await expect(attempt).rejects.toMatchObject({ code: 'hold-too-small' });
  });

  it('comes back to its own reservation when the entry that took it is corrected', async () => {
    const first = await holdOf('bezwaar 1');
    await book(ledger.database, promise(500, first));
    const [entry] = await ledger.database.asOwner<{ id: string }>(
      "SELECT id FROM ledger_entry WHERE movement = 'commit-held'",
    );
    const request = { kind: 'correction', entryIds: [entry!.id], reason: 'fout', regulationCode: undefined };
    await ledger.run(request as never);
    await unhold(500, first);
    expect(await ledger.balances('ingen')).toMatchObject({ available: 1700, held: 300 });
    expect((await ledger.verifier.verify()).fault).toBeNull();
  });

  it('without a name, from before reservations had one, is one reservation of the budget', async () => {
    const unnamed = { movement: 'hold', grantId: null, amountCents: cents(20_000) } as const;
    await book(ledger.database, posting(budgetId, unnamed));
    await expect(unhold(201, budgetId)).rejects.toMatchObject({ code: 'hold-too-small' });
    await unhold(200, budgetId);
    expect(await ledger.balances('ingen')).toMatchObject({ available: 1200, held: 800 });
    expect((await ledger.verifier.verify()).fault).toBeNull();
  });
});
