import { present } from '../../../kernel/assert.ts';
import type { Cents } from '../../../kernel/money.ts';
import type { BudgetState } from '../ledger-state.ts';
import { usedOf } from '../position.ts';
import {
  emptyPlan,
  type RunFacts,
  type RunLine,
  type RunPlan,
  type RunRule,
  type SavedMoney,
} from './run.ts';
import { runProblem } from './run.problems.ts';

interface Moved {
  readonly line: RunLine;
  readonly amountCents: Cents;
}

/** The amount that was named, or all that is available; kernen without anything are left out. */
function amountsOf(lines: readonly RunLine[]): Moved[] {
  return lines
    .map((line) => ({ line, amountCents: line.amountCents ?? line.budget.available }))
    .filter(({ amountCents }) => amountCents > 0);
}

/** Only a line without an amount depends on the balance of its budget. */
function restsOn(lines: readonly RunLine[]): string[] {
  return lines.filter(({ amountCents }) => amountCents === null).map(({ budget }) => budget.id);
}

function moveOn(facts: RunFacts): { readonly plan: RunPlan; readonly moved: readonly Moved[] } {
  if (!facts.remainderRule.carryOver) {
    throw runProblem('transfer-forbidden', 'De regeling neemt geen geld mee naar een volgend jaar.');
  }
  const moved = amountsOf(facts.lines);
  const steps = moved.flatMap(({ line, amountCents }) => [
    { budgetId: line.budget.id, movement: 'transfer-out' as const, amountCents },
    { budgetId: targetOf(line).id, movement: 'transfer-in' as const, amountCents },
  ]);
  return { plan: { ...emptyPlan, steps, restsOn: restsOn(facts.lines) }, moved };
}

function targetOf({ toBudget }: RunLine): BudgetState {
  return present(toBudget, 'money that is carried over has a budget to go to');
}

/** What is left goes to the same kern in another scheme, as a rule that of the next year. */
export const carryOver: RunRule = {
  needs: ['regulationCode', 'toRegulationCode', 'resolutionId'],
  may: ['lines', 'reason'],
  plan: (facts) => moveOn(facts).plan,
};

/**
 * The year from which the oldest money in a budget is. Saved money is spent first, so it is there only as long as less
 * was granted or lapsed than came in.
 */
export function oldestYearIn(budget: BudgetState, saved: SavedMoney | undefined): number {
  const spentCents = usedOf(budget) + budget.lapsed;
  return saved !== undefined && spentCents < saved.amountCents ? saved.fromYear : budget.year;
}

/** As carrying over, but for no more than so many years: what is older lapses. */
export const saving: RunRule = {
  needs: ['regulationCode', 'toRegulationCode', 'resolutionId', 'maximumYears'],
  may: ['lines', 'reason'],
  plan: (facts) => {
    const { plan, moved } = moveOn(facts);
    const most = present(facts.maximumYears, 'saving has a maximum');
    const saved = moved.map(({ line, amountCents }) => {
      const fromYear = oldestYearIn(line.budget, facts.saved.get(line.budget.id));
      const target = targetOf(line);
      if (target.year - fromYear > most) {
        throw runProblem(
          'saved-too-long',
          `In ${facts.kernNames.get(line.budget.id)} staat geld uit ${fromYear}; sparen kan ${most} jaar. Laat het vrijvallen of besteed het.`,
        );
      }
      return { budgetId: target.id, fromYear, amountCents };
    });
    return { ...plan, saved };
  },
};

/** What is left can no longer be granted. */
export const lapse: RunRule = {
  needs: ['regulationCode', 'reason'],
  may: ['lines', 'resolutionId', 'reference'],
  plan: ({ lines }) => ({
    ...emptyPlan,
    steps: amountsOf(lines).map(({ line, amountCents }) => ({
      ...{ budgetId: line.budget.id, movement: 'lapse' as const, amountCents },
    })),
    restsOn: restsOn(lines),
  }),
};
