import { present } from '../../../kernel/assert.ts';
import { type Cents, formatEuros } from '../../../kernel/money.ts';
import type { BudgetState } from '../ledger-state.ts';
import { usedOf } from '../position.ts';
import { requireRule } from '../remainder-rule.ts';
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

/** How much of a kern may go along to a later year, and for how many years. */
interface Bounds {
  readonly years?: number | undefined;
  readonly maximumCents?: Cents | undefined;
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

function ruleOf({ remainder }: RunFacts) {
  return present(remainder, 'money that is left is of a regulation');
}

function targetOf({ toBudget }: RunLine): BudgetState {
  return present(toBudget, 'money that is carried over has a budget to go to');
}

/** What is moved to a later year, from when it is, and within the bounds of the regulation. */
function moveOn(facts: RunFacts, { years, maximumCents }: Bounds): RunPlan {
  const nameOf = ({ budget }: RunLine) => facts.kernNames.get(budget.id) ?? '';
  const moved = amountsOf(facts.lines).map(({ line, amountCents }) => {
    if (maximumCents === undefined || amountCents <= maximumCents) return { line, amountCents };
    // Who names no amount asks for what may go along.
    if (line.amountCents === null) return { line, amountCents: maximumCents };
    const detail = `Uit ${nameOf(line)} kan hoogstens ${formatEuros(maximumCents)} mee naar een volgend jaar.`;
    throw runProblem('carried-too-much', detail);
  });
  const saved = moved.map(({ line, amountCents }) => {
    const fromYear = oldestYearIn(line.budget, facts.saved.get(line.budget.id));
    const target = targetOf(line);
    if (years !== undefined && target.year - fromYear > years) {
      throw runProblem(
        'saved-too-long',
        `In ${nameOf(line)} staat geld uit ${fromYear}; dat blijft ${years} jaar beschikbaar. Laat het vrijvallen of besteed het.`,
      );
    }
    return { budgetId: target.id, fromYear, amountCents };
  });
  const steps = moved.flatMap(({ line, amountCents }) => [
    { budgetId: line.budget.id, movement: 'transfer-out' as const, amountCents },
    { budgetId: targetOf(line).id, movement: 'transfer-in' as const, amountCents },
  ]);
  return { ...emptyPlan, steps, saved, restsOn: restsOn(facts.lines) };
}

/**
 * The year from which the oldest money in a budget is. Money of earlier years is spent first, so it is there only as
 * long as less was granted or lapsed than came in.
 */
export function oldestYearIn(budget: BudgetState, saved: SavedMoney | undefined): number {
  const spentCents = usedOf(budget) + budget.lapsed;
  return saved !== undefined && spentCents < saved.amountCents ? saved.fromYear : budget.year;
}

const parts = {
  needs: ['regulationCode', 'toRegulationCode', 'resolutionId'],
  may: ['lines', 'reason'],
} as const;

/** What is left goes to the same kern in another scheme, as a rule that of the next year. */
export const carryOver: RunRule = {
  ...parts,
  plan: (facts) => moveOn(facts, requireRule(ruleOf(facts), 'carry-over')),
};

/** As carrying over, for a larger plan: for no more than so many years, after which it lapses. */
export const saving: RunRule = {
  ...parts,
  plan: (facts) => moveOn(facts, { years: requireRule(ruleOf(facts), 'save').years }),
};

/** Money that a regulation keeps available without any bound lapses only when a resolution says so. */
function refuseStaying(facts: RunFacts): void {
  const rule = ruleOf(facts);
  const stays = rule.kind === 'carry-over' && rule.years === undefined && rule.maximumCents === undefined;
  if (stays && !facts.isResolved) {
    const detail = 'Volgens de regeling blijft over wat over is. Noem het besluit waarop het toch vrijvalt.';
    throw runProblem('remainder-stays', detail);
  }
}

/** What is left can no longer be granted. */
export const lapse: RunRule = {
  needs: ['regulationCode', 'reason'],
  may: ['lines', 'resolutionId', 'reference'],
  plan: (facts) => {
    refuseStaying(facts);
    return {
      ...emptyPlan,
      steps: amountsOf(facts.lines).map(({ line, amountCents }) => ({
        ...{ budgetId: line.budget.id, movement: 'lapse' as const, amountCents },
      })),
      restsOn: restsOn(facts.lines),
    };
  },
};
