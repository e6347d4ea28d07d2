import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { AdjustableClock } from '../../src/kernel/clock.ts';
import { newId } from '../../src/kernel/ids.ts';
import { cents } from '../../src/kernel/money.ts';
import { AuditLog } from '../../src/audit/audit-log.service.ts';
import { BudgetOpening } from '../../src/budgets/budget-opening.service.ts';
import type { BudgetEntity } from '../../src/budgets/budget.entity.ts';
import { LedgerService, type Posting } from '../../src/budgets/ledger.service.ts';
import { budgetConstraintProblems } from '../../src/budgets/constraint-problems.ts';
import { entities } from '../../src/entities.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const clock = new AdjustableClock(new Date('2019-06-11T08:00:00Z'));
export const testLedger = new LedgerService(clock);
const opening = new BudgetOpening(testLedger, new AuditLog(clock));
const actor = { subject: 'test', name: 'Test', roles: [], kernCodes: [], represents: null };

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
): Promise<BudgetEntity> {
  const kernId = newId();
  await database.asOwner(
    "INSERT INTO kern (id, code, name, valid_from) VALUES ($1::uuid, $1::text, 'Dorp', '2019-01-01')",
    [kernId],
  );
  return database.transactions.run((manager) =>
    opening.open(manager, actor, {
      kernId,
      regulationId: database.regulationId,
      year: 2019,
      ceilingCents: cents(euros * 100),
      reference: 'Raadsbesluit 1',
      countsOn: calendarDate('2019-01-01'),
    }),
  );
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
export function book(database: TestDatabase, ...postings: Posting[]): Promise<BudgetEntity> {
  return database.transactions.run(async (manager) => {
    const [budget] = await testLedger.lock(manager, [postings[0]!.budgetId]);
    return testLedger.post(manager, budget!, postings);
  });
}
