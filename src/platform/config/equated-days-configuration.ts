import { type CalendarDate, isCalendarDate } from '../../kernel/calendar-date.ts';
import type { EnvironmentReader } from './environment-reader.ts';

/** A day that a decree puts on a par with a holiday, and where the decree stands. */
export interface EquatedDayConfiguration {
  readonly day: CalendarDate;
  readonly source: string;
}

/** Reads `EQUATED_DAYS`, such as `2029-05-11=Stcrt. 2028, 1234; 2029-12-27=…`; faults go to the reader. */
export function readEquatedDays(reader: EnvironmentReader): readonly EquatedDayConfiguration[] {
  const entries = (reader.text('EQUATED_DAYS') ?? '').split(';').map((entry) => entry.trim());
  return entries
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      const [day = '', ...rest] = entry.split('=').map((part) => part.trim());
      const source = rest.join('=');
      if (isCalendarDate(day) && source !== '') return [{ day, source }];
      reader.fault(
        `EQUATED_DAYS bevat "${entry}"; schrijf een dag en zijn bron, zoals "2029-05-11=Stcrt. 2028, 1234".`,
      );
      return [];
    });
}
