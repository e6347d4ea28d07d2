import { addDays, type CalendarDate, formatDutchDate } from '../kernel/calendar-date.ts';
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

const longestTermOfTheActDays = 12 * 7;

/** Whether the Act extends a term of this length: not over twelve weeks (article 4). */
export function actExtends(termDays: number): boolean {
  return termDays <= longestTermOfTheActDays;
}

/**
 * The last day of a term of whole weeks that starts the day after an event.
 * @param termWeeks 1 or more
 * @param actApplies whether the Algemene termijnenwet holds for this term
 */
export function termOfWeeks(startsAfter: CalendarDate, termWeeks: number, actApplies = true): Term {
  const end = addDays(startsAfter, termWeeks * 7);
  const steps: TermStep[] = [
    {
      on: end,
      sentence: `${termWeeks === 1 ? 'Eén week' : `${termWeeks} weken`} vanaf de dag na ${formatDutchDate(startsAfter)} ${termWeeks === 1 ? 'eindigt' : 'eindigen'} op ${formatDutchDate(end)}.`,
    },
  ];
  if (!actApplies || !actExtends(termWeeks * 7)) return { lastDay: end, steps };
  const extended = endOnWorkingDay(end);
  return { lastDay: extended.lastDay, steps: [...steps, ...extended.steps] };
}
