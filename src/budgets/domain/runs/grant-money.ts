import { movementIn } from '../movement.ts';
import { budgetIn } from '../ledger-state.ts';
import { emptyPlan, type GrantKind, type RunPart, type RunRule } from './run.ts';

/** What changes a promise, or gives money up, is not done without saying why. */
const withReason: ReadonlySet<GrantKind> = new Set<GrantKind>(['release', 'claim-back', 'write-off']);

/**
 * Money of single grants: paid, come back, claimed back or set free, as another system, the bank or a decision says. Of
 * a closed year, what comes free lapses (BBV).
 */
export function grantMoney(movement: GrantKind): RunRule {
  const reason: readonly RunPart[] = ['reason'];
  const isExplained = withReason.has(movement);
  return {
    needs: ['grants', 'reference', ...(isExplained ? reason : [])],
    may: isExplained ? [] : reason,
    plan: ({ grants, state }) => ({
      ...emptyPlan,
      steps: grants.map(({ grant: { grantId, budgetId }, amountCents }) => ({
        ...{ budgetId, amountCents, grantId },
        movement: movementIn(movement, state.closedYears.has(budgetIn(state, budgetId).year)),
      })),
    }),
  };
}
