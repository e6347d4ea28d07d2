import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/ids.ts';
import { cents } from '../../../src/kernel/money.ts';
import { book, createBudgetDatabase, openBudget, posting } from '../../support/test-budget.ts';
import { onDatabase } from '../../support/test-database.ts';

type Database = Awaited<ReturnType<typeof createBudgetDatabase>>;

interface BudgetRow {
  version: number;
  available_cents: string;
  committed_cents: string;
}

async function stored(database: Database, budgetId: string): Promise<BudgetRow> {
  const rows = await database.asOwner<BudgetRow>('SELECT * FROM budget WHERE id = $1', [budgetId]);
  return rows[0]!;
}

describe('The ledger on PostgreSQL', () => {
  let database: Database;

  beforeAll(async () => {
    database = await createBudgetDatabase(40);
  });
  afterAll(() => database.drop());

  it('gives every entry its number and the balances after it', async () => {
    const budget = await openBudget(database, 2000);
    const grantId = newId();
    const { id } = budget;
    await book(
      database,
      posting(id, { grantId, amountCents: cents(85_000) }),
      posting(id, { movement: 'release', grantId, amountCents: cents(5_000) }),
    );
    const entries = await database.asOwner(
      'SELECT version, movement, debit_account, source_cents, available_cents, committed_cents FROM ledger_entry WHERE budget_id = $1 ORDER BY version',
      [id],
    );
    expect(entries).toEqual([
      {
        version: 1,
        movement: 'allocate',
        debit_account: 'available',
        source_cents: '-200000',
        available_cents: '200000',
        committed_cents: '0',
      },
      {
        version: 2,
        movement: 'commit',
        debit_account: 'committed',
        source_cents: '-200000',
        available_cents: '115000',
        committed_cents: '85000',
      },
      {
        version: 3,
        movement: 'release',
        debit_account: 'available',
        source_cents: '-200000',
        available_cents: '120000',
        committed_cents: '80000',
      },
    ]);
    expect(await stored(database, id)).toMatchObject({
      version: 3,
      available_cents: '120000',
      committed_cents: '80000',
    });
  });

  it('40 officials who decide at once on EUR 5,000 grant exactly EUR 5,000, and the others read why not', async () => {
    const budget = await openBudget(database, 5000);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 80 }, () => book(database, posting(budget.id, {}))),
    );
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as Error] : [],
    );
    expect(outcomes.length - refused.length).toBe(50);
    expect(new Set(refused.map((error) => (error as { code?: string }).code))).toEqual(
      new Set(['ceiling-reached']),
    );
    expect(await stored(database, budget.id)).toMatchObject({
      version: 51,
      available_cents: '0',
      committed_cents: '500000',
    });
  });

  it('refuses the second of two postings and keeps neither', async () => {
    const budget = await openBudget(database, 100);
    const attempt = book(
      database,
      posting(budget.id, { amountCents: cents(6_000) }),
      posting(budget.id, { amountCents: cents(6_000) }),
    );
    await expect(attempt).rejects.toMatchObject({ code: 'ceiling-reached' });
    expect(await stored(database, budget.id)).toMatchObject({ version: 1, available_cents: '10000' });
  });

  it('the database itself refuses what the rules would have let through', async () => {
    const budget = await openBudget(database, 100);
    const call = (movement: string, debit: string, credit: string, amount: number, countsOn = '2019-06-11') =>
      database.dataSource.query(
        "SELECT post_ledger_entry($1, $1, $2, $3, $4, $5, $6, $7, '{}', NULL, 0, NULL, 'buiten de regels om', NULL, 'test', now(), $8)",
        [newId(), budget.id, movement, debit, credit, amount, newId(), countsOn],
      );
    const refused = (constraint: string) => expect.objectContaining({ constraint }) as unknown;
    await expect(call('commit', 'committed', 'available', 10_001)).rejects.toEqual(
      refused('budget_available_not_negative'),
    );
    await expect(call('release', 'available', 'committed', 1)).rejects.toEqual(
      refused('budget_committed_not_negative'),
    );
    await expect(call('commit', 'paid', 'available', 100)).rejects.toEqual(
      refused('ledger_entry_movement_known'),
    );
    await expect(call('lapse', 'lapsed', 'available', 100)).rejects.toEqual(
      refused('ledger_entry_grant_named'),
    );
    expect(await stored(database, budget.id)).toMatchObject({ version: 1, available_cents: '10000' });
  });

  it('a grant gives back no more than it was given', async () => {
    const budget = await openBudget(database, 1000);
    const [first, second] = [newId(), newId()];
    await book(database, posting(budget.id, { grantId: first }), posting(budget.id, { grantId: second }));
    const attempt = book(
      database,
      posting(budget.id, { movement: 'release', grantId: first, amountCents: cents(15_000) }),
    );
    await expect(attempt).rejects.toMatchObject({ code: 'more-than-committed' });
  });

  it('a grant is paid no more than it was given, though the kern has promised more', async () => {
    const budget = await openBudget(database, 1000);
    const [first, second] = [newId(), newId()];
    await book(database, posting(budget.id, { grantId: first }), posting(budget.id, { grantId: second }));
    const payment = { movement: 'order-payment' as const, grantId: first };
    const tooMuch = book(database, posting(budget.id, { ...payment, amountCents: cents(10_001) }));
    await expect(tooMuch).rejects.toMatchObject({
      code: 'more-than-committed',
      detail: expect.stringMatching(/€\s100,00 toegezegd/) as unknown,
    });
    expect(await stored(database, budget.id)).toMatchObject({ version: 3, committed_cents: '20000' });
    await book(database, posting(budget.id, payment));
  });

  it.each([
    ['UPDATE ledger_entry SET amount_cents = 1'],
    ['DELETE FROM ledger_entry'],
    ['TRUNCATE ledger_entry'],
    ['DELETE FROM budget'],
    ['UPDATE budget SET available_cents = 0'],
    ['UPDATE grant_position SET paid_cents = 0'],
    ['UPDATE ledger_limit SET limit_cents = 0'],
    ["UPDATE ledger_run SET plan = '{}'"],
    ['DELETE FROM ledger_head'],

    ['UPDATE audit_entry SET action = action'],
    ['DELETE FROM decision'],
    ["UPDATE regulation_version SET published_on = '2019-01-01'"],
    ['UPDATE letter_document SET letter_id = letter_id'],
    ['UPDATE letter SET id = id'],
    ['ALTER TABLE ledger_entry DISABLE TRIGGER ALL'],
    ['DROP TABLE ledger_entry'],
  ])('the service itself cannot do this: %s', async (statement) => {
    await expect(onDatabase(database.serviceUrl, statement)).rejects.toMatchObject({ code: '42501' });
  });
});
