import {
  addYears,
  type CalendarDate,
  calendarDate,
  daysBetween,
  formatDutchDate,
  yearOf,
} from '../../kernel/calendar-date.ts';
import { formatEuros, sumCents } from '../../kernel/money.ts';
import { formatPercentage, joined } from './dutch-text.ts';
import { type ApplicationFacts, type ComputedFinding, type EarlierRequest, fact, found } from './finding.ts';
import { type Frequency, type FrequencyRule, perTexts, ruleText } from './groups/frequency.ts';

export const historyWarningKinds = ['frequency', 'likely-duplicate'] as const;

export type HistoryWarningKind = (typeof historyWarningKinds)[number];

/** Something that earlier applications suggest. It is shown to people and never refuses by itself. */
export interface HistoryWarning {
  readonly kind: HistoryWarningKind;
  /** What it is and why, as a Dutch sentence. */
  readonly sentence: string;
  /** The earlier applications or grants on which it rests. */
  readonly references: readonly string[];
}

/** The first day on which a grant still counts for a rule. */
function countsFrom({ years, counting }: FrequencyRule, receivedOn: CalendarDate): CalendarDate {
  return counting === 'calendar-years'
    ? calendarDate(`${yearOf(receivedOn) - years + 1}-01-01`)
    : addYears(receivedOn, -years);
}

function grantsFor(
  rule: FrequencyRule,
  earlier: readonly EarlierRequest[],
  receivedOn: CalendarDate,
): EarlierRequest[] {
  const from = countsFrom(rule, receivedOn);
  const calendar = rule.counting === 'calendar-years';
  return earlier.filter(
    ({ granted, same, receivedOn: on }) =>
      granted && same.includes(rule.per) && on <= receivedOn && (calendar ? on >= from : on > from),
  );
}

function consequence(again: Extract<Frequency, { kind: 'limited' }>['again']): string {
  switch (again.kind) {
    case 'not':
      return 'Volgens de regeling is er dan geen bijdrage meer.';
    case 'smaller':
      return `Volgens de regeling is de bijdrage dan ${formatPercentage(again.percentage)} van de berekening.`;
    case 'when-different':
      return 'Volgens de regeling moet het plan dan duidelijk anders zijn.';
  }
}

function ruleWarning(
  rule: FrequencyRule,
  again: Extract<Frequency, { kind: 'limited' }>['again'],
  earlier: readonly EarlierRequest[],
  receivedOn: CalendarDate,
): HistoryWarning[] {
  const grants = grantsFor(rule, earlier, receivedOn);
  const references = grants.map(({ reference }) => reference);
  const sum = sumCents(grants.map(({ grantedCents }) => grantedCents));
  const tooOften = grants.length >= rule.times;
  const { maximumCents } = rule;
  if (grants.length === 0 || (!tooOften && (maximumCents === undefined || sum === 0))) return [];
  const bound =
    maximumCents === undefined
      ? ''
      : ` Dat was samen ${formatEuros(sum)}; het maximum is ${formatEuros(maximumCents)}.`;
  const follows = tooOften ? ` ${consequence(again)}` : '';
  const sentence = `De regeling kent een bijdrage ${ruleText(rule)}. Eerder verleend: ${joined(references)}.${bound}${follows} Een medewerker beoordeelt of dat hier zo is.`;
  return [{ kind: 'frequency', sentence, references }];
}

function frequencyWarnings(
  frequency: Frequency,
  earlier: readonly EarlierRequest[],
  receivedOn: CalendarDate,
): HistoryWarning[] {
  if (frequency.kind === 'unlimited') return [];
  return frequency.rules.flatMap((rule) => ruleWarning(rule, frequency.again, earlier, receivedOn));
}

/** Within how many days two applications that are alike may be one. */
const daysOfADuplicate = 60;

/**
 * The same activity in any other way too, or one account for different applicants. Somebody who asks for two
 * different plans is alike in person, address and account, and there is nothing odd in that.
 */
function mayBeOne({ same }: EarlierRequest): boolean {
  const others = same.filter((way) => way !== 'activity' && way !== 'area');
  return same.includes('activity')
    ? others.length > 0
    : same.includes('account') && !same.includes('applicant');
}

function duplicateWarnings(earlier: readonly EarlierRequest[], receivedOn: CalendarDate): HistoryWarning[] {
  return earlier
    .filter(
      (request) =>
        mayBeOne(request) && Math.abs(daysBetween(request.receivedOn, receivedOn)) <= daysOfADuplicate,
    )
    .map(({ reference, same, receivedOn: on }) => ({
      kind: 'likely-duplicate',
      sentence: `Deze aanvraag lijkt op ${reference} van ${formatDutchDate(on)}: hetzelfde is ${joined(same.map((way) => perTexts[way]))}. Een medewerker beoordeelt of het dezelfde is.`,
      references: [reference],
    }));
}

/** What earlier grants and applications suggest, for people to judge. Pure: which are alike is a fact. */
export function historyWarnings(
  frequency: Frequency,
  earlier: readonly EarlierRequest[],
  receivedOn: CalendarDate,
): HistoryWarning[] {
  return [...frequencyWarnings(frequency, earlier, receivedOn), ...duplicateWarnings(earlier, receivedOn)];
}

const criterion = {
  code: 'frequency',
  statement: 'De aanvrager kreeg hiervoor niet al zo vaak een bijdrage als de regeling toestaat.',
  basis: 'hoe vaak de regeling een bijdrage geeft',
};

const newness = {
  'new-to-area': 'Het plan is nieuw voor de straat, de buurt of de kern.',
  'new-to-applicant': 'Het plan is nieuw voor de aanvrager.',
} as const;

/** Whether a plan is new where it must be is for people to say. */
function findNewness(frequency: Extract<Frequency, { kind: 'limited' }>): ComputedFinding[] {
  if (frequency.newness === undefined) return [];
  const statement = newness[frequency.newness];
  const asked = { code: 'newness', statement, basis: 'hoe vaak de regeling een bijdrage geeft' };
  return [found(asked, 'needs-judgement', `Een medewerker beoordeelt: ${statement}`)];
}

/**
 * What must be judged of how often: only where the applicant or the history gives a reason for it. Earlier grants
 * never refuse by themselves, since whether something is the same is for people to say.
 */
export function findFrequency(
  frequency: Frequency,
  { earlier = [], repeated, receivedOn }: ApplicationFacts,
): ComputedFinding[] {
  if (frequency.kind === 'unlimited') return [];
  const warnings = frequencyWarnings(frequency, earlier, receivedOn);
  const stated =
    repeated === true && frequency.again.kind !== 'smaller'
      ? [
          'De aanvrager geeft op dat er voor hetzelfde eerder een bijdrage was. Een medewerker beoordeelt dat.',
        ]
      : [];
  const sentences = [...stated, ...warnings.map(({ sentence }) => sentence)];
  const fresh = findNewness(frequency);
  if (sentences.length === 0) return fresh;
  const facts = warnings.flatMap(({ references }) => references.map((each) => fact('eerder verleend', each)));
  return [...fresh, found(criterion, 'needs-judgement', sentences.join(' '), facts.slice(0, 20))];
}

/** The share of the computed amount for who had a grant for the same before; null where that changes nothing. */
export function repeatedShare(frequency: Frequency, { repeated }: ApplicationFacts): number | null {
  return frequency.kind === 'limited' && frequency.again.kind === 'smaller' && repeated === true
    ? frequency.again.percentage
    : null;
}
