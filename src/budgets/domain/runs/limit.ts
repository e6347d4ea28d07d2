import { present } from '../../../kernel/assert.ts';
import { formatEuros, sumCents } from '../../../kernel/money.ts';
import { type BudgetState, isScheme, type LimitState } from '../ledger-state.ts';
import { usedOf } from '../position.ts';
import { emptyPlan, type LimitAmount, type RunFacts, type RunRule } from './run.ts';
import { runProblem } from './run.problems.ts';

/** The budgets that a limit is set in; null stands for the scheme as a whole. */
function placesOf({ limit, lines, linesNamed }: RunFacts): (BudgetState | null)[] {
  if (limit?.kind === 'scheme') {
    if (linesNamed)
      throw runProblem('run-parts', 'Het plafond van een regeling geldt voor alle kernen samen.');
    return [null];
  }
  return lines.map(({ budget }) => budget);
}

/** Sets what may be granted at most for a category or theme within kernen, or for a scheme as a whole. */
export const limit: RunRule = {
  needs: ['regulationCode', 'resolutionId', 'limitKind', 'limitCode', 'limitCents'],
  may: ['lines', 'reason'],
  plan: (facts) => {
    const { kind, code, limitCents } = present(facts.limit, 'a limit has an amount');
    const existing = [...facts.state.limits.values()];
    const limits = placesOf(facts).map((place): LimitAmount => {
      const scheme = present(place ?? facts.scheme[0], 'a scheme has budgets');
      const known = existing.find(
        (one) =>
          isScheme(one, scheme) &&
          one.kind === kind &&
          one.code === code &&
          one.budgetId === (place?.id ?? null),
      );
      const usedCents = place === null ? sumCents(facts.scheme.map(usedOf)) : (known?.usedCents ?? 0);
      if (usedCents > limitCents)
        throw belowUsed(known ?? null, sumCents([usedCents as LimitState['usedCents']]));
      const { regulationId, year } = scheme;
      const budgetId = place?.id ?? null;
      return { limitId: known?.id ?? null, kind, code, budgetId, regulationId, year, limitCents };
    });
    return { ...emptyPlan, limits };
  },
};

function belowUsed(known: LimitState | null, usedCents: LimitState['usedCents']) {
  const name = known === null ? 'deze regeling' : known.code;
  return runProblem('limit-below-used', `Voor ${name} is al ${formatEuros(usedCents)} verleend.`);
}
