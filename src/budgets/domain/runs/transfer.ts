import { present } from '../../../kernel/assert.ts';
import { requireBetween } from '../remainder-rule.ts';
import { emptyPlan, type RunFacts, type RunLine, type RunRule } from './run.ts';
import { runProblem } from './run.problems.ts';

function toOf({ toBudget }: RunLine) {
  return present(toBudget, 'each line of a transfer names who gets it');
}

function codesOf({ lines, kernCodes }: RunFacts): string[] {
  const budgets = lines.flatMap((line) => [line.budget, toOf(line)]);
  return budgets.map(({ id }) => kernCodes.get(id) ?? '');
}

/** Money from one kern to another of the same scheme, as far as the regulation allows it. */
export const transfer: RunRule = {
  needs: ['regulationCode', 'reason', 'lines'],
  may: ['resolutionId', 'reference'],
  plan: (facts) => {
    const { lines, remainder, countsOn, kernNames } = facts;
    const itself = lines.find((line) => toOf(line).id === line.budget.id);
    if (itself) {
      throw runProblem('transfer-to-itself', `${kernNames.get(itself.budget.id)} staat aan beide kanten.`);
    }
    requireBetween(present(remainder, 'a transfer names a regulation'), countsOn, codesOf(facts));
    const steps = lines.flatMap((line) => {
      const amountCents = present(line.amountCents, 'each line of a transfer has an amount');
      return [
        { budgetId: line.budget.id, movement: 'transfer-out' as const, amountCents },
        { budgetId: toOf(line).id, movement: 'transfer-in' as const, amountCents },
      ];
    });
    return { ...emptyPlan, steps };
  },
};
