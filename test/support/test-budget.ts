import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { AdjustableClock } from '../../src/kernel/clock.ts';
import { newId } from '../../src/kernel/ids.ts';
import { cents } from '../../src/kernel/money.ts';
import { budgetIn, type BudgetState, type LedgerState } from '../../src/budgets/domain/ledger-state.ts';
import { LedgerService } from '../../src/budgets/ledger.service.ts';
import type { Correction, Posting } from '../../src/budgets/domain/posting.ts';
import { budgetConstraintProblems } from '../../src/budgets/constraint-problems.ts';
import { entities } from '../../src/entities.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const clock = new AdjustableClock(new Date('2019-06-11T08:00:00Z'));
export const testLedger = new LedgerService(clock);

/** A database in which kernen and a regulation can be given budgets. */
export async function createBudgetDatabase(poolSize = 10): Promise<TestDatabase & { regulationId: string }> {
  const database = await createTestDatabase({
    entities,
    constraintProblems: budgetConstraintProblems,
    poolSize,
  });
  const regulationId = newId();
  await database.asOwner('INSERT INTO regulation (id, code, title, year) VALUES ($1, $2, $2, 2019)', [
    regulationId,
    'voorbeeld-2019',
  ]);
  return Object.assign(database, { regulationId });
}

/** A kern of its own with this much money. */
export async function openBudget(
  database: TestDatabase & { regulationId: string },
  euros: number,
): Promise<BudgetState> {
  const kernId = newId();
  await database.asOwner(
    "INSERT INTO kern (id, code, name, valid_from) VALUES ($1::uuid, $1::text, 'Dorp', '2019-01-01')",
    [kernId],
  );
  const budgetId = newId();
  await database.asOwner('INSERT INTO budget (id, kern_id, regulation_id, year) VALUES ($1, $2, $3, 2019)', [
    ...[budgetId, kernId, database.regulationId],
  ]);
  const allocation = { movement: 'allocate', amountCents: cents(euros * 100), grantId: null } as const;
  return budgetIn(await book(database, posting(budgetId, allocation)), budgetId);
}

export function posting(budgetId: string, change: Partial<Posting>): Posting {
  return {
    budgetId,
    movement: 'commit',
    amountCents: cents(10_000),
    grantId: newId(),
    reference: 'B&W 2019-24',
    reason: null,
    actorSubject: 'test',
    countsOn: calendarDate('2019-06-11'),
    ...change,
  };
}

/** Books in a transaction of its own, as a decision does. */
export function book(
  database: TestDatabase,
  ...postings: readonly (Posting | Correction)[]
): Promise<LedgerState> {
  return database.transactions.run(async (manager) => {
    const budgetIds = [...new Set(postings.map(({ budgetId }) => budgetId))];
    const grantIds = postings.flatMap((posting) => {
      const { grantId } = 'corrects' in posting ? posting.corrects : posting;
      return grantId === null ? [] : [grantId];
    });
    const ledger = await testLedger.lock(manager, budgetIds, { grantIds });
    return testLedger.post(manager, ledger, postings);
  });
}
