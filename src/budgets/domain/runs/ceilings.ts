import { present } from '../../../kernel/assert.ts';
import { cents, formatEuros } from '../../../kernel/money.ts';
import { allocatedOf } from '../position.ts';
import { limitAmount } from './limit.ts';
import {
  emptyPlan,
  type LimitAmount,
  type RunFacts,
  type RunLine,
  type RunRule,
  type RunStep,
} from './run.ts';
import { runProblem } from './run.problems.ts';

function stepOf({ budget, amountCents }: RunLine, { kernNames }: RunFacts): RunStep[] {
  const ceilingCents = present(amountCents, 'every ceiling has an amount');
  const lackingCents = cents(ceilingCents - allocatedOf(budget));
  if (lackingCents < 0) {
    const name = kernNames.get(budget.id) ?? 'dit budget';
    throw runProblem(
      'ceiling-lowered',
      `Voor ${name} is al ${formatEuros(allocatedOf(budget))} toegekend, meer dan het plafond van ${formatEuros(ceilingCents)}. Laat het verschil eerst vrijvallen.`,
    );
  }
  return lackingCents === 0 ? [] : [{ budgetId: budget.id, movement: 'allocate', amountCents: lackingCents }];
}

function standsAlready({ limitId, limitCents }: LimitAmount, { state }: RunFacts): boolean {
  return limitId !== null && state.limits.get(limitId)?.limitCents === limitCents;
}

/**
 * The ceilings of a year as the regulation makes them, in one run: what every budget lacks is allocated, and the
 * limits are set. A ceiling that a successor raises is brought up to its new height in the same way.
 */
export const ceilings: RunRule = {
  needs: ['regulationCode', 'year', 'resolutionId'],
  may: ['reason', 'bodies'],
  plan: (facts) => ({
    ...emptyPlan,
    steps: facts.lines.flatMap((line) => stepOf(line, facts)),
    limits: facts.limits
      .map((limit) => limitAmount(facts, limit))
      .filter((limit) => !standsAlready(limit, facts)),
    restsOn: facts.lines.map(({ budget }) => budget.id),
  }),
};
