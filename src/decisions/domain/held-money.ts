import { DomainError } from '../../kernel/domain-error.ts';
import { formatEuros } from '../../kernel/money.ts';
import { budgetsProblem, holdOfAnotherBudget } from '../../budgets/domain/budgets.problems.ts';
import { budgetIn, type HoldState, type LedgerState } from '../../budgets/domain/ledger-state.ts';
import { decisionsProblems } from './decisions.problems.ts';
import { addedCents } from './deviation.ts';
import type { MoneyPlace } from './money-place.ts';
import type { ResolvedLine } from './resolution.ts';

/**
 * The ledger as it is for who is paid from a reservation: that money, and not what is available to all. Other limits hold
 * as they are.
 */
export function ledgerOfHold(ledger: LedgerState, { budgetId, leftCents }: HoldState): LedgerState {
  const budget = budgetIn(ledger, budgetId);
  return { ...ledger, budgets: new Map(ledger.budgets).set(budgetId, { ...budget, available: leftCents }) };
}

/**
 * Refuses to take a decision from a reservation of other money, from one that holds less than is computed, and where no money
 * is given. Who wants to give what is left of it says so, with a reason.
 * @throws DomainError `hold-of-another-budget`, `hold-too-small` or `hold-not-needed`
 */
export function requireFits(
  { budgetId, leftCents }: HoldState,
  { budget }: Pick<MoneyPlace, 'budget'>,
  { proposal, grantedCents, changeReason }: ResolvedLine,
): void {
  if (budget?.id !== budgetId) throw holdOfAnotherBudget();
  const { order } = proposal;
  const isCut = order !== null && order.lackingCents > 0 && order.remainderCents === leftCents;
  if (isCut && changeReason === null) {
    const detail = `In deze reservering is nog ${formatEuros(leftCents)}; dat is ${formatEuros(order.lackingCents)} te weinig. Beslis over een lager bedrag met een reden, of laat financiën meer reserveren.`;
    throw budgetsProblem('hold-too-small', detail);
  }
  if (addedCents(proposal, grantedCents) > 0) return;
  const detail = 'Dit besluit geeft geen geld. Noem dan geen reservering.';
  throw DomainError.of(decisionsProblems, 'hold-not-needed', detail);
}
