import { addDays, type CalendarDate, formatDutchDate } from '../kernel/calendar-date.ts';
import type { Term } from './general-terms-act.ts';
import { reasonForDayOff } from './holidays.ts';

/**
 * The last of so many working days after a day, for what a municipality aims at; the Act sets no such terms.
 * @param count 1 or more
 */
export function addWorkingDays(startsAfter: CalendarDate, count: number): Term {
  let lastDay = startsAfter;
  for (let left = count; left > 0; left -= reasonForDayOff(lastDay) === null ? 1 : 0) {
    lastDay = addDays(lastDay, 1);
  }
  const sentence = `${count === 1 ? 'Eén werkdag' : `${count} werkdagen`} na ${formatDutchDate(startsAfter)}: ${formatDutchDate(lastDay)}.`;
  return { lastDay, steps: [{ on: lastDay, sentence }] };
}
