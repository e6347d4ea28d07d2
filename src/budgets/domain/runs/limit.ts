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

/** A limit that is to be set: null stands for the scheme as a whole. */
export interface WantedLimit {
  readonly kind: LimitState['kind'];
  readonly code: string;
  readonly budget: BudgetState | null;
  readonly limitCents: LimitState['limitCents'];
}

/** The limit as it will stand; what does not exist yet is made. @throws DomainError `limit-below-used` */
export function limitAmount(
  { state, scheme, lines }: RunFacts,
  { kind, code, budget, limitCents }: WantedLimit,
): LimitAmount {
  const place = present(budget ?? scheme[0] ?? lines[0]?.budget, 'a scheme has budgets');
  const budgetId = budget?.id ?? null;
  const known = [...state.limits.values()].find(
    (one) => isScheme(one, place) && one.kind === kind && one.code === code && one.budgetId === budgetId,
  );
  const usedCents = budget === null ? sumCents(scheme.map(usedOf)) : (known?.usedCents ?? 0);
  if (usedCents > limitCents)
    throw belowUsed(known ?? null, sumCents([usedCents as LimitState['usedCents']]));
  const { regulationId, year } = place;
  return { limitId: known?.id ?? null, kind, code, budgetId, regulationId, year, limitCents };
}

/** Sets what may be granted at most for a category or theme within kernen, or for a scheme as a whole. */
export const limit: RunRule = {
  needs: ['regulationCode', 'resolutionId', 'limitKind', 'limitCode', 'limitCents'],
  may: ['lines', 'reason'],
  plan: (facts) => {
    const wanted = present(facts.limit, 'a limit has an amount');
    const limits = placesOf(facts).map((budget) => limitAmount(facts, { ...wanted, budget }));
    return { ...emptyPlan, limits };
  },
};

function belowUsed(known: LimitState | null, usedCents: LimitState['usedCents']) {
  const name = known === null ? 'deze regeling' : known.code;
  return runProblem('limit-below-used', `Voor ${name} is al ${formatEuros(usedCents)} verleend.`);
}
