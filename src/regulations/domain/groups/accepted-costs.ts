import { type Cents, cents, formatEuros, smallestCents, sumCents, zeroCents } from '../../../kernel/money.ts';
import type { ComputationLine, CutGround } from '../computation.ts';
import { cutGrounds } from '../cut-grounds.ts';
import { type ApplicationFacts, type ComputedFinding, type CostFact, fact, found } from '../finding.ts';
import { shareOf } from '../share.ts';
import type { CostCategory, CostLimit, Costs } from './costs.ts';

/** What of an estimate counts, with every cut; `totalCents` plus the cuts is `acceptedCents`. */
export interface AcceptedCosts {
  readonly totalCents: Cents;
  readonly acceptedCents: Cents;
  readonly cuts: readonly Cut[];
}

type Cut = ComputationLine & { readonly because: CutGround };

/** Costs that belong together: of one category, or of none. */
interface CostHeap {
  readonly category: CostCategory | undefined;
  readonly amountCents: Cents;
}

function heaps({ categories }: Costs, lines: readonly CostFact[]): CostHeap[] {
  const known = new Map(categories.map((category) => [category.code, category]));
  const sums = new Map<CostCategory | undefined, number>();
  for (const line of lines) {
    const category = line.category === undefined ? undefined : known.get(line.category);
    sums.set(category, (sums.get(category) ?? 0) + line.amountCents);
  }
  return [...sums].map(([category, amountCents]) => ({ category, amountCents: cents(amountCents) }));
}

function counts({ category }: CostHeap, { uncategorised }: Costs): boolean {
  return category === undefined ? uncategorised !== 'excluded' : category.kind !== 'excluded';
}

function limited(amountCents: Cents, allCents: Cents, limit: CostLimit, units: number): Cents {
  if (limit === undefined) return amountCents;
  const { coveredPercentage, maximumCents, maximumPercentage, maximumPerUnit } = limit;
  return smallestCents(
    coveredPercentage === undefined ? amountCents : shareOf(amountCents, coveredPercentage),
    maximumCents ?? amountCents,
    maximumPerUnit === undefined
      ? amountCents
      : cents(Math.min(amountCents, maximumPerUnit.amountCents * units)),
    maximumPercentage === undefined ? amountCents : shareOf(allCents, maximumPercentage),
  );
}

function acceptedOf(
  heap: CostHeap,
  costs: Costs,
  allCents: Cents,
  units: number,
): { cents: Cents; label: string; because: CutGround } {
  const { category, amountCents } = heap;
  if (!counts(heap, costs)) {
    const label = `Telt niet mee: ${category?.label ?? 'andere kosten'}`;
    return { cents: zeroCents, label, because: cutGrounds.excludedCosts };
  }
  if (category === undefined || category.kind === 'excluded') {
    return { cents: amountCents, label: '', because: cutGrounds.excludedCosts };
  }
  if (category.kind === 'flat') {
    const label = `Vast bedrag voor ${category.label}`;
    return { cents: category.amountCents, label, because: cutGrounds.flatCosts };
  }
  return {
    cents: limited(amountCents, allCents, category.limit, units),
    label: `Grens aan ${category.label}`,
    because: cutGrounds.limitedCosts,
  };
}

/** Whether VAT does not count, by the regulation and by what the applicant told. */
function leavesVatOut({ vat }: Costs, vatRecoverable: boolean | undefined): boolean {
  return vat === 'excluded' || (vat === 'included-when-not-recoverable' && vatRecoverable === true);
}

function vatOf({ vatCents = zeroCents, amountCents }: CostFact): Cents {
  return smallestCents(vatCents, amountCents);
}

/** The lines that count at all, without the VAT that does not, and what that takes off. */
function countingLines(
  costs: Costs,
  lines: readonly CostFact[],
  vatRecoverable: boolean | undefined,
): { counting: readonly CostFact[]; cuts: Cut[] } {
  const tooEarly = (line: CostFact) => costs.madeBeforeApplication === 'excluded' && line.madeBefore === true;
  const early = lines.filter(tooEarly);
  const later = lines.filter((line) => !tooEarly(line));
  const net = leavesVatOut(costs, vatRecoverable)
    ? later.map((line) => ({ ...line, amountCents: cents(line.amountCents - vatOf(line)) }))
    : later;
  const sum = (of: readonly CostFact[]) => sumCents(of.map((line) => line.amountCents));
  const cuts = [
    {
      ...{ label: 'Telt niet mee: kosten van voor de aanvraag', amountCents: cents(0 - sum(early)) },
      because: cutGrounds.earlyCosts,
    },
    {
      ...{ label: 'Telt niet mee: btw', amountCents: cents(sum(net) - sum(later)) },
      because: cutGrounds.vat,
    },
  ];
  return { counting: net, cuts: cuts.filter(({ amountCents }) => amountCents !== 0) };
}

/**
 * Which part of an estimate counts. More costs never make it less: a share of all costs is taken of what
 * counts before any limit.
 * @param units participants or what else a limit per unit counts
 * @param vatRecoverable whether the applicant gets VAT back, where that matters
 */
export function acceptedCosts(
  costs: Costs,
  lines: readonly CostFact[],
  units = 0,
  vatRecoverable?: boolean,
): AcceptedCosts {
  const { counting, cuts: first } = countingLines(costs, lines, vatRecoverable);
  const parts = heaps(costs, counting);
  const allCents = sumCents(parts.filter((part) => counts(part, costs)).map((part) => part.amountCents));
  const categoryCuts = parts.flatMap((part) => {
    const accepted = acceptedOf(part, costs, allCents, units);
    const amountCents = cents(accepted.cents - part.amountCents);
    return amountCents === 0 ? [] : [{ label: accepted.label, amountCents, because: accepted.because }];
  });
  const cuts = [...first, ...categoryCuts];
  const totalCents = sumCents(lines.map((line) => line.amountCents));
  return { totalCents, acceptedCents: sumCents([totalCents, ...cuts.map((cut) => cut.amountCents)]), cuts };
}

/** What the limit per unit of a category counts, or null when no cost of this estimate has one. */
export function unitOfCosts({ categories }: Costs, lines: readonly CostFact[]): string | null {
  const used = new Set(lines.map(({ category }) => category));
  const limits = categories.flatMap((category) =>
    used.has(category.code) && 'limit' in category ? [category.limit?.maximumPerUnit] : [],
  );
  return limits.find((limit) => limit !== undefined)?.unit ?? null;
}

const basis = 'de kosten die volgens de regeling meetellen';
const criteria = {
  size: { code: 'size-of-plan', statement: 'De kosten van het plan zijn niet te laag of te hoog.', basis },
  vat: { code: 'vat', statement: 'De btw is meegeteld zoals de regeling zegt.', basis },
  uncategorised: { code: 'other-costs', statement: 'Andere kosten zijn beoordeeld.', basis },
};

/** Kinds of applicants that may get VAT back. */
const mayRecover: readonly ApplicationFacts['applicantKind'][] = ['organisation', 'company'];

/** Whether it is known how much VAT there is in amounts of which it does not count. */
function findVat(costs: Costs, lines: readonly CostFact[], facts: ApplicationFacts): ComputedFinding[] {
  const { vatRecoverable, applicantKind } = facts;
  const asks = costs.vat === 'included-when-not-recoverable' && mayRecover.includes(applicantKind);
  if (asks && vatRecoverable === undefined && lines.length > 0) {
    return [found(criteria.vat, 'needs-judgement', 'Nog niet bekend: of de aanvrager btw terugkrijgt.')];
  }
  if (!leavesVatOut(costs, vatRecoverable)) return [];
  const untold = lines.filter(({ vatCents }) => vatCents === undefined);
  if (untold.length === 0) return [];
  const what = untold.map(({ description }) => description).join('; ');
  const sentence = `Btw telt niet mee. Een medewerker beoordeelt of deze bedragen zonder btw zijn: ${what}.`;
  return [found(criteria.vat, 'needs-judgement', sentence)];
}

/** What the regulation asks of the costs, where it asks anything. */
export function findCosts(costs: Costs, facts: ApplicationFacts): ComputedFinding[] {
  const { costs: lines } = facts;
  const { minimumCents, maximumCents, categories, uncategorised } = costs;
  if (lines === undefined) {
    const asks = minimumCents !== undefined || maximumCents !== undefined;
    return asks ? [found(criteria.size, 'needs-judgement', 'Nog niet bekend: wat het plan kost.')] : [];
  }
  const findings: ComputedFinding[] = findVat(costs, lines, facts);
  const total = sumCents(lines.map((line) => line.amountCents));
  if (minimumCents !== undefined || maximumCents !== undefined) {
    const tooLow = minimumCents !== undefined && total < minimumCents;
    const tooHigh = maximumCents !== undefined && total > maximumCents;
    const sentence = `Het plan kost ${formatEuros(total)}${tooLow ? ', dat is te weinig' : ''}${tooHigh ? ', dat is te veel' : ''}.`;
    const used = [fact('kosten', formatEuros(total))];
    findings.push(found(criteria.size, tooLow || tooHigh ? 'not-met' : 'met', sentence, used));
  }
  const used = new Set(lines.map((line) => line.category));
  for (const category of categories) {
    if (category.kind !== 'conditional' || !used.has(category.code)) continue;
    const statement = `Kosten voor ${category.label} tellen mee als ${category.condition}.`;
    const sentence = `Een medewerker beoordeelt of voor ${category.label} geldt: ${category.condition}.`;
    findings.push(found({ code: `costs-${category.code}`, statement, basis }, 'needs-judgement', sentence));
  }
  const codes = new Set(categories.map((category) => category.code));
  const others = lines.filter((line) => line.category === undefined || !codes.has(line.category));
  if (uncategorised === 'judged' && others.length > 0) {
    const sentence = `Een medewerker beoordeelt of deze kosten meetellen: ${others.map((line) => line.description).join('; ')}.`;
    findings.push(found(criteria.uncategorised, 'needs-judgement', sentence));
  }
  return findings;
}
