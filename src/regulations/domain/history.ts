import { addYears, type CalendarDate, daysBetween, formatDutchDate } from '../../kernel/calendar-date.ts';
import { formatPercentage, joined } from './dutch-text.ts';
import type { EarlierRequest } from './finding.ts';
import { type Frequency, type FrequencyRule, perTexts, ruleText } from './groups/frequency.ts';

/** Something that earlier applications suggest. It is shown to people and never refuses by itself. */
export interface HistoryWarning {
  readonly kind: 'frequency' | 'likely-duplicate';
  /** What it is and why, as a Dutch sentence. */
  readonly sentence: string;
  /** The earlier applications or grants on which it rests. */
  readonly references: readonly string[];
}

function withinYears(earlier: EarlierRequest, { years }: FrequencyRule, receivedOn: CalendarDate): boolean {
  return earlier.receivedOn <= receivedOn && earlier.receivedOn > addYears(receivedOn, -years);
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

function frequencyWarnings(
  frequency: Frequency,
  earlier: readonly EarlierRequest[],
  receivedOn: CalendarDate,
): HistoryWarning[] {
  if (frequency.kind === 'unlimited') return [];
  return frequency.rules.flatMap((rule) => {
    const grants = earlier.filter(
      (request) =>
        request.granted && request.same.includes(rule.per) && withinYears(request, rule, receivedOn),
    );
    if (grants.length < rule.times) return [];
    const references = grants.map((grant) => grant.reference);
    const sentence = `De regeling kent een bijdrage ${ruleText(rule)}. Eerder verleend: ${joined(references)}. ${consequence(frequency.again)} Een medewerker beoordeelt of dat hier zo is.`;
    return [{ kind: 'frequency', sentence, references }];
  });
}

/** Within how many days two applications that are alike may be one. */
const daysOfADuplicate = 60;
const waysOfADuplicate = 2;

function duplicateWarnings(earlier: readonly EarlierRequest[], receivedOn: CalendarDate): HistoryWarning[] {
  return earlier
    .filter(
      (request) =>
        request.same.length >= waysOfADuplicate &&
        Math.abs(daysBetween(request.receivedOn, receivedOn)) <= daysOfADuplicate,
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
