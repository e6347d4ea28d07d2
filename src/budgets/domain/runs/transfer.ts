import { present } from '../../../kernel/assert.ts';
import { emptyPlan, type RunRule } from './run.ts';
import { runProblem } from './run.problems.ts';

/** Money from one kern to another of the same scheme, as far as the regulation allows it. */
export const transfer: RunRule = {
  needs: ['regulationCode', 'reason', 'lines'],
  may: ['resolutionId', 'reference'],
  plan: ({ lines, remainderRule, kernNames }) => {
    if (!remainderRule.transferBetweenKernen) {
      throw runProblem(
        'transfer-forbidden',
        'De regeling laat geen geld van de ene kern naar de andere gaan.',
      );
    }
    const steps = lines.flatMap(({ budget, toBudget, amountCents }) => {
      const to = present(toBudget, 'each line of a transfer names who gets it');
      const amount = present(amountCents, 'each line of a transfer has an amount');
      if (to.id === budget.id) {
        throw runProblem('transfer-to-itself', `${kernNames.get(budget.id)} staat aan beide kanten.`);
      }
      return [
        { budgetId: budget.id, movement: 'transfer-out' as const, amountCents: amount },
        { budgetId: to.id, movement: 'transfer-in' as const, amountCents: amount },
      ];
    });
    return { ...emptyPlan, steps };
  },
};
