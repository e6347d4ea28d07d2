import { present } from '../../../kernel/assert.ts';
import { formatEuros, sumCents } from '../../../kernel/money.ts';
import { emptyPlan, type RunRule } from './run.ts';
import { runProblem } from './run.problems.ts';

/**
 * Closes a year for the whole municipality: nothing counts in it any more, and its budgets only pay, claim back and
 * clear up what was promised. What is still available or held must first be carried over, saved or lapse.
 */
export const closeYear: RunRule = {
  needs: ['year', 'reason'],
  may: ['resolutionId'],
  plan: ({ year, scheme, state, kernNames }) => {
    const closing = present(year, 'the year to close is named');
    if (state.closedYears.has(closing))
      throw runProblem('year-closed', `Het jaar ${closing} is al afgesloten.`);
    const left = scheme.filter((budget) => budget.available + budget.held > 0);
    if (left.length > 0) {
      const names = left.map(
        (budget) => `${kernNames.get(budget.id)} ${formatEuros(sumCents([budget.available, budget.held]))}`,
      );
      throw runProblem('money-left', `Nog beschikbaar of gereserveerd: ${names.join(', ')}.`);
    }
    return {
      ...emptyPlan,
      year: { year: closing, closed: true },
      restsOn: scheme.map((budget) => budget.id),
    };
  },
};

/** Opens a closed year again. */
export const reopenYear: RunRule = {
  needs: ['year', 'reason'],
  may: ['resolutionId'],
  plan: ({ year, state }) => {
    const closed = present(year, 'the year to open is named');
    if (!state.closedYears.has(closed)) throw runProblem('year-open', `Het jaar ${closed} is open.`);
    return { ...emptyPlan, year: { year: closed, closed: false } };
  },
};
