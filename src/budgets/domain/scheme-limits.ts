import { type Cents, cents, sumCents } from '../../kernel/money.ts';
import { isScheme, type LedgerState } from './ledger-state.ts';
import { allocatedOf, usedOf } from './position.ts';

/** A limit that begins or ceases to bind, with what that changes in its used part. */
export interface BindingChange {
  readonly limitId: string;
  readonly binds: boolean;
  readonly changeCents: Cents;
}

/**
 * Which scheme limits begin or cease to bind: one binds while it is smaller than what its kernen were given together.
 * Only a limit that binds is counted and locked, so that kernen do not queue for one row.
 * @param state with all budgets of each scheme, locked
 */
export function bindingChanges({ limits, budgets }: LedgerState): BindingChange[] {
  return [...limits.values()]
    .filter(({ budgetId }) => budgetId === null)
    .flatMap((limit) => {
      const scheme = [...budgets.values()].filter((budget) => isScheme(budget, limit));
      const binds = limit.limitCents < sumCents(scheme.map(allocatedOf));
      if (binds === limit.binds) return [];
      const usedCents = binds ? sumCents(scheme.map(usedOf)) : 0;
      return [{ limitId: limit.id, binds, changeCents: cents(usedCents - limit.usedCents) }];
    });
}
