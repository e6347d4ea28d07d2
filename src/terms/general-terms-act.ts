import { addDays, addMonths, type CalendarDate, formatDutchDate } from '../kernel/calendar-date.ts';
import { reasonForDayOff } from './holidays.ts';

/** One step in the computation of a date, with a Dutch sentence that an applicant can follow. */
export interface TermStep {
  readonly on: CalendarDate;
  readonly sentence: string;
}

export interface Term {
  readonly lastDay: CalendarDate;
  readonly steps: readonly TermStep[];
}

/**
 * Moves the end of a term to the next working day (Algemene termijnenwet, article 1(1)).
 * Not for terms that are counted backwards, in hours or over more than twelve weeks (article 4).
 */
export function endOnWorkingDay(end: CalendarDate): Term {
  let lastDay = end;
  const daysOff: string[] = [];
  for (let reason = reasonForDayOff(lastDay); reason !== null; reason = reasonForDayOff(lastDay)) {
    daysOff.push(reason);
    lastDay = addDays(lastDay, 1);
  }
  if (daysOff.length === 0) return { lastDay, steps: [] };
  const sentence = `${formatDutchDate(end)} is geen werkdag (${daysOff.join(', ')}), dus de termijn loopt tot en met ${formatDutchDate(lastDay)} (Algemene termijnenwet, artikel 1).`;
  return { lastDay, steps: [{ on: lastDay, sentence }] };
}

/** A term as a regulation or the law names it. */
export interface TermLength {
  readonly unit: 'days' | 'weeks' | 'months';
  readonly count: number;
}

const unitWords = {
  days: ['één dag', 'dagen'],
  weeks: ['één week', 'weken'],
  months: ['één maand', 'maanden'],
} as const satisfies Record<TermLength['unit'], readonly [string, string]>;

/** "acht weken" as "8 weken", "één maand". */
export function lengthText({ unit, count }: TermLength): string {
  const [one, more] = unitWords[unit];
  return count === 1 ? one : `${count} ${more}`;
}

/** The last day of a term before the Act adds any; a month ends on the same day of a later month, or on its last. */
export function endOfLength(startsAfter: CalendarDate, { unit, count }: TermLength): CalendarDate {
  switch (unit) {
    case 'days':
      return addDays(startsAfter, count);
    case 'weeks':
      return addDays(startsAfter, count * 7);
    case 'months':
      return addMonths(startsAfter, count);
  }
}

const mostUnderTheAct = { days: 90, weeks: 12, months: 3 } as const satisfies Record<
  TermLength['unit'],
  number
>;

/** Whether the Act adds days to a term: not over 90 days, twelve weeks or three months (article 4). */
export function actAddsTo({ unit, count }: TermLength): boolean {
  return count <= mostUnderTheAct[unit];
}

/** Why a term ends on a day off all the same, as a step; none where it ends on a working day. */
export function whyNotExtended(end: CalendarDate, actApplies: boolean): TermStep[] {
  const reason = reasonForDayOff(end);
  if (reason === null) return [];
  const because = actApplies
    ? 'Bij een termijn van meer dan twaalf weken, drie maanden of 90 dagen telt dat niet (Algemene termijnenwet, artikel 4)'
    : 'De regeling laat een termijn dan niet doorlopen';
  return [{ on: end, sentence: `${formatDutchDate(end)} is geen werkdag (${reason}). ${because}.` }];
}

/** A term of three days or more holds at least two working days (article 2). */
function withTwoWorkingDays(startsAfter: CalendarDate, end: CalendarDate): Term {
  let lastDay = end;
  let workingDays = 0;
  for (let day = addDays(startsAfter, 1); day <= lastDay || workingDays < 2; day = addDays(day, 1)) {
    if (reasonForDayOff(day) === null) workingDays += 1;
    if (day > lastDay) lastDay = day;
  }
  if (lastDay === end) return { lastDay, steps: [] };
  const sentence = `Daarin zitten geen twee werkdagen, dus de termijn loopt tot en met ${formatDutchDate(lastDay)} (Algemene termijnenwet, artikel 2).`;
  return { lastDay, steps: [{ on: lastDay, sentence }] };
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The last day of a term that starts the day after an event, with the days that the Act adds. */
export function termOf(startsAfter: CalendarDate, length: TermLength, actApplies = true): Term {
  const end = endOfLength(startsAfter, length);
  const ends = length.count === 1 ? 'eindigt' : 'eindigen';
  const sentence = `${capitalised(lengthText(length))} vanaf de dag na ${formatDutchDate(startsAfter)} ${ends} op ${formatDutchDate(end)}.`;
  const steps: TermStep[] = [{ on: end, sentence }];
  if (!actApplies || !actAddsTo(length))
    return { lastDay: end, steps: [...steps, ...whyNotExtended(end, actApplies)] };
  const isShort = length.unit === 'days' && length.count >= 3;
  const held = isShort ? withTwoWorkingDays(startsAfter, end) : { lastDay: end, steps: [] };
  const extended = endOnWorkingDay(held.lastDay);
  return { lastDay: extended.lastDay, steps: [...steps, ...held.steps, ...extended.steps] };
}

/**
 * The last day of a term of whole weeks that starts the day after an event.
 * @param termWeeks 1 or more
 * @param actApplies whether the Algemene termijnenwet holds for this term
 */
export function termOfWeeks(startsAfter: CalendarDate, termWeeks: number, actApplies = true): Term {
  return termOf(startsAfter, { unit: 'weeks', count: termWeeks }, actApplies);
}
