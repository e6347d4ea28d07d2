import { present } from '../../../kernel/assert.ts';
import { cents, sumCents } from '../../../kernel/money.ts';
import { isScheme } from '../ledger-state.ts';
import { emptyPlan, type RunFacts, type RunPlan, type RunRule } from './run.ts';

function allocate({ lines }: RunFacts): RunPlan {
  const steps = lines.map(({ budget, amountCents }) => ({
    budgetId: budget.id,
    movement: 'allocate' as const,
    amountCents: present(amountCents, 'each line of an allocation has an amount'),
  }));
  return { ...emptyPlan, steps };
}

/** Money that a resolution gives to kernen. A budget that does not exist yet is opened. */
export const allocation: RunRule = {
  needs: ['regulationCode', 'resolutionId', 'lines'],
  may: ['reason'],
  plan: allocate,
};

/** More money in the course of the year, by an amendment of the municipal budget. */
export const supplementary: RunRule = allocation;

/**
 * Money for a grant that must lawfully be given although the ceiling is reached by now (Awb 4:25(3)): in objection, in a
 * late decision or by order of a court. The limits that stand in its way are raised by as much, visibly.
 */
export const statutoryAllocation: RunRule = {
  needs: ['regulationCode', 'reference', 'reason', 'lines'],
  may: [],
  plan: (facts) => {
    const plan = allocate(facts);
    const extraCents = sumCents(plan.steps.map(({ amountCents }) => amountCents));
    const limits = [...facts.state.limits.values()].filter(
      (limit) => limit.budgetId === null && facts.lines.some(({ budget }) => isScheme(limit, budget)),
    );
    return {
      ...plan,
      limits: limits.map(({ id, kind, code, budgetId, regulationId, year, limitCents }) => ({
        ...{ limitId: id, kind, code, budgetId, regulationId, year },
        limitCents: cents(limitCents + extraCents),
      })),
    };
  },
};
