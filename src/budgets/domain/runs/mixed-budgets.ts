import { isScheme, type LedgerState } from '../ledger-state.ts';
import { runProblem } from './run.problems.ts';

/**
 * In one scheme every kern has a budget of its own, or all share one: else nobody could tell which of the two a grant
 * is paid from.
 * @param state with all budgets of each scheme, also those that are to be opened
 */
export function refuseMixedBudgets({ budgets }: LedgerState): void {
  const all = [...budgets.values()];
  const mixed = all
    .filter(({ kernId }) => kernId === null)
    .some((shared) => all.some((budget) => budget.kernId !== null && isScheme(budget, shared)));
  if (mixed) {
    throw runProblem(
      'budgets-mixed',
      'Bij een regeling heeft elke kern een eigen budget, of delen alle kernen er één. Noem op alle regels een kern, of op geen enkele.',
    );
  }
}
