import { present } from '../../../kernel/assert.ts';
import { type Cents, cents, smallestCents, sumCents, zeroCents } from '../../../kernel/money.ts';
import { apportion } from './apportion.ts';
import { dividedBy, requireBetween } from '../remainder-rule.ts';
import {
  emptyPlan,
  type RedistributionRule,
  type RunFacts,
  type RunLine,
  type RunRule,
  type RunStep,
} from './run.ts';

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

/** What who is short gets of what the others have left; these give in proportion to what they have. */
function levelTo(
  lines: readonly RunLine[],
  share: (moved: Cents, shortages: readonly Cents[]) => Cents[],
): Cents[] {
  const shortages = lines.map(({ shortageCents }) => shortageCents ?? zeroCents);
  const offers = lines.map(({ budget }, index) => (shortages[index] ? zeroCents : budget.available));
  const moved = smallestCents(sumCents(shortages), sumCents(offers));
  if (moved === 0) return lines.map(({ budget }) => budget.available);
  const given = apportion(moved, offers);
  const received = share(moved, shortages);
  return lines.map(({ budget }, index) =>
    cents(budget.available - (given[index] ?? 0) + (received[index] ?? 0)),
  );
}

/** Who is short gets in proportion to the shortage, never more than it. */
const levelByShortage: Levelling = (lines) => levelTo(lines, apportion);

/** Who is short gets all of it in the order of the lines, until nothing is left. */
const levelInOrder: Levelling = (lines) =>
  levelTo(lines, (moved, shortages) => {
    let left = moved;
    return shortages.map((shortage) => {
      const received = smallestCents(shortage, left);
      left = cents(left - received);
      return received;
    });
  });

const levellings = {
  equal: levelEqually,
  'by-shortage': levelByShortage,
  'in-order': levelInOrder,
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

/** The kernen that take part: those that were named, or else all between which the regulation redistributes. */
function takingPart(facts: RunFacts): {
  readonly lines: readonly RunLine[];
  readonly rule: RedistributionRule;
} {
  const { linesNamed, kernCodes, countsOn } = facts;
  const codeOf = ({ budget }: RunLine) => kernCodes.get(budget.id) ?? '';
  const named = linesNamed ? facts.lines.map(codeOf) : [];
  const remainder = present(facts.remainder, 'a redistribution names a regulation');
  const between = requireBetween(remainder, countsOn, named);
  const lines = facts.lines.filter((line) => between.kernCodes?.includes(codeOf(line)) !== false);
  return { lines, rule: dividedBy(between, facts.rule) };
}

/** What is left in the kernen of a scheme is divided anew as the regulation says, in one balanced run. */
export const redistribution: RunRule = {
  needs: ['regulationCode', 'reason'],
  may: ['rule', 'lines', 'resolutionId', 'reference'],
  plan: (facts) => {
    const { lines, rule } = takingPart(facts);
    return {
      ...emptyPlan,
      steps: stepsTo(lines, levellings[rule](lines)),
      restsOn: lines.map(({ budget }) => budget.id),
    };
  },
};
