import { present } from '../../../kernel/assert.ts';
import { emptyPlan, type RunLine, type RunRule } from './run.ts';

const parts = {
  needs: ['regulationCode', 'reference', 'reason', 'lines'],
  may: [],
} as const;

function amountOf({ budget, amountCents }: RunLine) {
  return {
    budgetId: budget.id,
    amountCents: present(amountCents, 'each line of a reservation has an amount'),
  };
}

/**
 * Money that is kept apart, for an objection or for a redistribution that is being prepared. Each line is a reservation
 * with an id of its own, which it gets when it is booked.
 */
export const hold: RunRule = {
  ...parts,
  plan: ({ lines }) => ({
    ...emptyPlan,
    steps: lines.map((line) => ({ ...amountOf(line), movement: 'hold' })),
  }),
};

/** What is not needed any more of a reservation becomes available again. */
export const unhold: RunRule = {
  ...parts,
  plan: ({ lines }) => ({
    ...emptyPlan,
    steps: lines.map((line) => ({
      ...{ ...amountOf(line), movement: 'unhold' },
      holdId: present(line.holdId, 'each line names its reservation'),
    })),
  }),
};
