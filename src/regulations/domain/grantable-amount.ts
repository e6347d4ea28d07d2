import { type Cents, cents, formatEuros, smallestCents, sumCents, zeroCents } from '../../kernel/money.ts';
import type { ComputationLine } from './computation.ts';
import { ComputationSum as Sum } from './computation-sum.ts';
import { counted, formatPercentage, joined } from './dutch-text.ts';
import type { ApplicationFacts } from './finding.ts';
import { cutGrounds as grounds } from './cut-grounds.ts';
import { acceptedCosts, unitOfCosts } from './groups/accepted-costs.ts';
import type { Amount, AmountBounds, AmountTrack } from './groups/amount.ts';
import type { Calculation } from './groups/calculation.ts';
import type { Ceiling } from './groups/ceiling.ts';
import type { Frequency } from './groups/frequency.ts';
import type { Costs } from './groups/costs.ts';
import { demandedCents, type OwnShare, valuedContribution } from './groups/own-share.ts';
import { repeatedShare } from './history.ts';
import { roundCents } from './rounding.ts';
import { shareOf } from './share.ts';
import { divideOverKernen } from './spanning.ts';

/** The groups of a regulation from which an amount follows. */
export interface AmountRules {
  readonly costs: Costs;
  readonly amount: Amount;
  readonly ownShare: OwnShare;
  /** These two are left out where only the computation itself is looked at. */
  readonly ceiling?: Ceiling;
  readonly frequency?: Frequency;
}

/** What is left of one limit, such as that of a kern or of a kind of activity. */
export interface RemainingLimit {
  readonly label: string;
  readonly availableCents: Cents;
}

export interface GrantableAmount {
  readonly grantableCents: Cents;
  /** From what was asked or costs to `grantableCents`, cuts as negative amounts; the sum is `grantableCents`. */
  readonly lines: readonly ComputationLine[];
  /** What must be known before an amount can be computed, in Dutch; the amount is then zero. */
  readonly missing: readonly string[];
}

/** What decides into which track an application falls. */
type TrackFacts = Pick<ApplicationFacts, 'activityCode' | 'requestedCents' | 'applicantKind' | 'kernCodes'>;

function matches({ code, when }: AmountTrack, facts: TrackFacts): boolean {
  switch (when.kind) {
    case 'activity':
      return facts.activityCode === code;
    case 'requested-up-to':
      return facts.requestedCents <= when.amountCents;
    case 'kernen':
      return facts.kernCodes?.some((kernCode) => when.kernCodes.includes(kernCode)) ?? false;
    case 'applicant':
      return when.kinds.includes(facts.applicantKind);
  }
}

/** The track of the regulation into which an application falls, or null for the ordinary computation. */
export function trackOf(amount: Amount, facts: TrackFacts): AmountTrack | null {
  return amount.tracks?.find((track) => matches(track, facts)) ?? null;
}

function boundsOf(amount: Amount, facts: TrackFacts): AmountBounds {
  return trackOf(amount, facts) ?? amount;
}

/**
 * The least that is given at all; a part below it is not given either. The part of one kern of a plan for several may be
 * less: there the minimum is of the whole plan.
 */
export function leastFor(amount: Amount, facts: TrackFacts & Pick<ApplicationFacts, 'spanned'>): Cents {
  return facts.spanned === undefined ? (boundsOf(amount, facts).minimumCents ?? zeroCents) : zeroCents;
}

/** The computation for an application: that of its track, or the ordinary one. */
export function calculationFor(amount: Amount, facts: TrackFacts): Calculation {
  return boundsOf(amount, facts).calculation;
}

const costBased: readonly Calculation['kind'][] = ['share-of-costs', 'brackets', 'steps-by-costs'];
const unitBased: readonly Calculation['kind'][] = ['per-unit', 'steps-by-units'];

export function countsByUnits({ kind }: Calculation): boolean {
  return unitBased.includes(kind);
}

/** Whether applicants must say what their plan costs: not where the amount is the same whatever it costs. */
export function needsEstimate({ amount, costs, ownShare }: AmountRules, facts: TrackFacts): boolean {
  const { kind } = calculationFor(amount, facts);
  const ownCounts = ownShare.kind === 'percentage' || ownShare.kind === 'amount';
  const limited = costs.minimumCents !== undefined || costs.maximumCents !== undefined;
  return kind === 'requested' || costBased.includes(kind) || ownCounts || limited;
}

/** What must be known for this application and is not. */
function missingFacts({ costs, amount, ownShare }: AmountRules, facts: ApplicationFacts): string[] {
  const calculation = calculationFor(amount, facts);
  const reduces = ownShare.kind !== 'none' && ownShare.kind !== 'expected' && ownShare.whenShort === 'reduce';
  const needsCosts = costBased.includes(calculation.kind) || (reduces && calculation.kind === 'requested');
  const missing: string[] = [];
  if (needsCosts && facts.costs === undefined) missing.push('wat het plan kost');
  if (countsByUnits(calculation) && facts.units === undefined && 'unit' in calculation) {
    missing.push(`het aantal ${calculation.unit}`);
    return missing;
  }
  const unit = unitOfCosts(costs, facts.costs ?? []);
  if (unit !== null && facts.units === undefined) missing.push(`het aantal ${unit}`);
  return missing;
}

/** The costs that count and what they leave after other funders and the applicants' own share. */
function sumOfCosts({ costs, amount, ownShare }: AmountRules, facts: ApplicationFacts): Sum {
  const sum = new Sum();
  const accepted = acceptedCosts(costs, facts.costs ?? [], facts.units, facts.vatRecoverable);
  sum.add('Kosten van het plan', accepted.totalCents);
  for (const cut of accepted.cuts) sum.add(cut.label, cut.amountCents, cut.because);
  subtractOwnShare(sum, ownShare, facts);
  if (amount.otherFunders === 'deducted') {
    sum.add('Bijdragen van anderen', -Math.min(facts.otherFundingCents ?? 0, sum.total), grounds.others);
  }
  return sum;
}

function subtractOwnShare(sum: Sum, ownShare: OwnShare, { own }: ApplicationFacts): void {
  if (ownShare.kind === 'none' || ownShare.kind === 'expected' || ownShare.whenShort === 'refuse') return;
  const payableCents = sum.total;
  const { hoursCents, inKindCents } = valuedContribution(ownShare, own, payableCents);
  if (hoursCents > 0) sum.add(`Uren van vrijwilligers (${own?.hours ?? 0} uur)`, hoursCents);
  if (inKindCents > 0) sum.add('Spullen en diensten', inKindCents);
  sum.add('Eigen bijdrage', -Math.min(demandedCents(ownShare, sum.total), sum.total), grounds.ownShare);
  sum.cap('Eigen uren en spullen betalen wij niet uit', payableCents, grounds.ownHours);
}

function bracketShare(calculation: Extract<Calculation, { kind: 'brackets' }>, baseCents: Cents): Cents {
  let from = 0;
  const parts = calculation.brackets.map(({ upToCents, percentage }) => {
    const inBracket = Math.max(Math.min(baseCents, upToCents ?? baseCents) - from, 0);
    from = Math.max(from, Math.min(baseCents, upToCents ?? baseCents));
    return shareOf(cents(inBracket), percentage);
  });
  return sumCents(parts);
}

function stepAmount(steps: readonly { from: number; amountCents: Cents }[], value: number): Cents {
  return steps.filter((step) => value >= step.from).at(-1)?.amountCents ?? zeroCents;
}

/** An amount that does not follow from what is asked, with its own first line. */
function ownAmount(calculation: Calculation, costs: Sum, facts: ApplicationFacts): Sum | null {
  const sum = new Sum();
  const units = facts.units ?? 0;
  switch (calculation.kind) {
    case 'flat':
      sum.add('Vast bedrag', calculation.amountCents);
      return sum;
    case 'steps-by-costs': {
      const steps = calculation.steps.map(({ fromCents, amountCents }) => ({ from: fromCents, amountCents }));
      sum.add(`Bedrag bij kosten van ${formatEuros(costs.total)}`, stepAmount(steps, costs.total));
      return sum;
    }
    case 'steps-by-units':
      sum.add(`Bedrag bij ${units} ${calculation.unit}`, stepAmount(calculation.steps, units));
      return sum;
    case 'per-unit': {
      const counting = Math.min(units, calculation.maximumUnits ?? units);
      const label = `${counted(counting, 'keer', 'keer')} ${formatEuros(calculation.amountCents)} (${calculation.unit})`;
      sum.add(label, counting * calculation.amountCents);
      return sum;
    }
    default:
      return null;
  }
}

function changesCosts({ costs, amount, ownShare }: AmountRules, facts: ApplicationFacts): boolean {
  if (facts.costs === undefined) return false;
  const ownCounts =
    ownShare.kind !== 'none' && ownShare.kind !== 'expected' && ownShare.whenShort === 'reduce';
  const othersCount = amount.otherFunders === 'deducted' && (facts.otherFundingCents ?? 0) > 0;
  return (
    ownCounts ||
    othersCount ||
    acceptedCosts(costs, facts.costs, facts.units, facts.vatRecoverable).cuts.length > 0
  );
}

/** The computation up to what the calculation of the regulation gives, before any bound. */
function calculated(rules: AmountRules, facts: ApplicationFacts): Sum {
  const { calculation } = boundsOf(rules.amount, facts);
  const costs = sumOfCosts(rules, facts);
  if (calculation.kind === 'share-of-costs' || calculation.kind === 'brackets') {
    const share =
      calculation.kind === 'brackets'
        ? bracketShare(calculation, costs.total)
        : shareOf(costs.total, calculation.percentage);
    costs.add('Deel dat de aanvrager zelf betaalt', share - costs.total, grounds.share);
    return costs;
  }
  if (calculation.kind === 'requested') {
    if (changesCosts(rules, facts)) return costs;
    const asked = new Sum();
    asked.add('U vroeg', facts.requestedCents);
    if (facts.costs !== undefined)
      asked.cap('Meer dan de kosten van het plan', costs.total, grounds.costsOfPlan);
    return asked;
  }
  const sum = ownAmount(calculation, costs, facts) ?? costs;
  if (rules.amount.otherFunders === 'deducted') {
    sum.add('Bijdragen van anderen', -Math.min(facts.otherFundingCents ?? 0, sum.total), grounds.others);
  }
  return sum;
}

/** Where money of others and the grant may not be more than the costs together; without an estimate nothing is known. */
function capByOtherFunders(sum: Sum, { costs, amount }: AmountRules, facts: ApplicationFacts): void {
  if (amount.otherFunders !== 'not-above-costs' || facts.costs === undefined) return;
  const { acceptedCents } = acceptedCosts(costs, facts.costs, facts.units, facts.vatRecoverable);
  sum.cap(
    'Samen met geld van anderen meer dan de kosten',
    acceptedCents - (facts.otherFundingCents ?? 0),
    grounds.together,
  );
}

/** The amount that every body of a kind is entitled to. */
function bodyOf({ ceiling }: AmountRules, { bodyKindCode }: ApplicationFacts) {
  if (ceiling?.kind !== 'per-body-kind') return undefined;
  return ceiling.bodies.find(({ code }) => code === bodyKindCode);
}

/** Of a plan for several kernen each kern pays its part, never more than what is asked of it. */
function toOwnKern(sum: Sum, { spanned }: ApplicationFacts): void {
  if (spanned === undefined) return;
  const { kernCode: own, kernen, requestedCents } = spanned;
  const weighed = kernen.map((kern) => ({ ...kern, availableCents: null }));
  const part = divideOverKernen(sum.total, weighed).find(({ kernCode }) => kernCode === own);
  const others = kernen.flatMap(({ kernCode }) => (kernCode === own ? [] : [kernCode]));
  const ownCents = smallestCents(part?.amountCents ?? zeroCents, requestedCents);
  sum.add(`Deel van de andere kernen (${joined(others)})`, ownCents - sum.total, grounds.otherKernen);
}

/**
 * What the regulation lets somebody have who meets every condition, as a table that adds up. Never negative,
 * never more than was asked, than the maximum or than any limit; more costs never give less.
 * @param limits what is left of each limit; none where the ceiling is looked at later
 */
export function grantableAmount(
  rules: AmountRules,
  facts: ApplicationFacts,
  limits: readonly RemainingLimit[] = [],
): GrantableAmount {
  const missing = missingFacts(rules, facts);
  if (missing.length > 0) return { grantableCents: zeroCents, lines: [], missing };
  const { minimumCents, maximumCents } = boundsOf(rules.amount, facts);
  const sum = calculated(rules, facts);
  const again = rules.frequency ? repeatedShare(rules.frequency, facts) : null;
  if (again !== null) {
    const lessCents = shareOf(sum.total, again) - sum.total;
    sum.add(`Niet de eerste keer: ${formatPercentage(again)}`, lessCents, grounds.repeated);
  }
  if (rules.amount.rounding) {
    const rounded = roundCents(sum.total, rules.amount.rounding);
    sum.add('Afronding', rounded - sum.total, grounds.rounding);
  }
  sum.cap('U vroeg minder', facts.requestedCents, grounds.asked);
  if (maximumCents !== undefined) {
    sum.cap('Meer dan het maximum per aanvraag', maximumCents, grounds.maximum(maximumCents));
  }
  capByOtherFunders(sum, rules, facts);
  const body = bodyOf(rules, facts);
  if (body)
    sum.cap(`Meer dan het bedrag voor ${body.label}`, body.amountCents, grounds.maximum(body.amountCents));
  if (minimumCents !== undefined && sum.total < minimumCents) {
    sum.add(`Minder dan het minimum van ${formatEuros(minimumCents)}`, 0 - sum.total, grounds.minimum);
  }
  toOwnKern(sum, facts);
  for (const { label, availableCents } of limits) {
    sum.cap(`Past niet binnen ${label}`, availableCents, grounds.ceiling);
  }
  const leastCents = leastFor(rules.amount, facts);
  if (sum.total < leastCents) {
    sum.add(`Minder dan het minimum van ${formatEuros(leastCents)}`, 0 - sum.total, grounds.minimum);
  }
  return { grantableCents: sum.total, lines: sum.lines, missing };
}

/** The costs that count, or null when there is no estimate. */
export function acceptedCentsOf({ costs }: AmountRules, facts: ApplicationFacts): Cents | null {
  return facts.costs === undefined
    ? null
    : acceptedCosts(costs, facts.costs, facts.units, facts.vatRecoverable).acceptedCents;
}
