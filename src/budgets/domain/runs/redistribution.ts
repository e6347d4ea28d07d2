import { formatDutchDate } from '../../../kernel/calendar-date.ts';
import { type Cents, cents, smallestCents, sumCents, zeroCents } from '../../../kernel/money.ts';
import { apportion } from './apportion.ts';
import {
  emptyPlan,
  type RedistributionRule,
  type RunFacts,
  type RunLine,
  type RunRule,
  type RunStep,
} from './run.ts';
import { runProblem } from './run.problems.ts';

/** What each line has available afterwards. */
type Levelling = (lines: readonly RunLine[]) => Cents[];

/** Everybody ends with the same; a cent that cannot be divided goes to who stands first. */
const levelEqually: Levelling = (lines) => {
  const total = sumCents(lines.map(({ budget }) => budget.available));
  return apportion(
    total,
    lines.map(() => cents(1)),
  );
};

/** Who is short gets in proportion to the shortage, never more than it; the others give in proportion to what they have. */
const levelByShortage: Levelling = (lines) => {
  const shortages = lines.map(({ shortageCents }) => shortageCents ?? zeroCents);
  const offers = lines.map(({ budget }, index) => (shortages[index] ? zeroCents : budget.available));
  const moved = smallestCents(sumCents(shortages), sumCents(offers));
  if (moved === 0) return lines.map(({ budget }) => budget.available);
  const given = apportion(moved, offers);
  const received = apportion(moved, shortages);
  return lines.map(({ budget }, index) =>
    cents(budget.available - (given[index] ?? 0) + (received[index] ?? 0)),
  );
};

const levellings = {
  equal: levelEqually,
  'by-shortage': levelByShortage,
} as const satisfies Record<RedistributionRule, Levelling>;

/** Who gives comes first, so that no balance is short on the way. */
function stepsTo(lines: readonly RunLine[], after: readonly Cents[]): RunStep[] {
  const changes = lines.map(({ budget }, index) => ({
    budgetId: budget.id,
    change: (after[index] ?? budget.available) - budget.available,
  }));
  const giving = changes.filter(({ change }) => change < 0);
  const getting = changes.filter(({ change }) => change > 0);
  return [
    ...giving.map(({ budgetId, change }) => ({
      ...{ budgetId, movement: 'transfer-out' as const, amountCents: cents(-change) },
    })),
    ...getting.map(({ budgetId, change }) => ({
      ...{ budgetId, movement: 'transfer-in' as const, amountCents: cents(change) },
    })),
  ];
}

function refuseTooEarly({ remainderRule: { redistributeFrom }, countsOn }: RunFacts): void {
  if (redistributeFrom === 'never') {
    throw runProblem('transfer-forbidden', 'De regeling kent geen herverdeling tussen kernen.');
  }
  if (redistributeFrom !== null && countsOn < redistributeFrom) {
    throw runProblem(
      'redistribution-too-early',
      `De regeling laat herverdelen toe vanaf ${formatDutchDate(redistributeFrom)}.`,
    );
  }
}

/** What is left in the kernen of a scheme is divided anew, in one balanced run. */
export const redistribution: RunRule = {
  needs: ['regulationCode', 'reason', 'rule'],
  may: ['lines', 'resolutionId', 'reference'],
  plan: (facts) => {
    refuseTooEarly(facts);
    const after = levellings[facts.rule ?? 'equal'](facts.lines);
    return {
      ...emptyPlan,
      steps: stepsTo(facts.lines, after),
      restsOn: facts.lines.map(({ budget }) => budget.id),
    };
  },
};
