import { present } from '../../../kernel/assert.ts';
import { emptyPlan, type RunFacts, type RunPlan, type RunRule } from './run.ts';

function moveHeld(movement: 'hold' | 'unhold') {
  return ({ lines }: RunFacts): RunPlan => ({
    ...emptyPlan,
    steps: lines.map(({ budget, amountCents }) => ({
      budgetId: budget.id,
      movement,
      amountCents: present(amountCents, 'each line of a reservation has an amount'),
    })),
  });
}

const parts = {
  needs: ['regulationCode', 'reference', 'reason', 'lines'],
  may: [],
} as const;

/** Money that is kept apart, for an objection or for a redistribution that is being prepared. */
export const hold: RunRule = { ...parts, plan: moveHeld('hold') };

export const unhold: RunRule = { ...parts, plan: moveHeld('unhold') };
