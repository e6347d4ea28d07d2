import { type CalendarDate, calendarDate } from '../kernel/calendar-date.ts';

/**
 * Days that a royal decree puts on a par with a holiday (Algemene termijnenwet, article 3(3)).
 * A new decree is a new row here: no rule changes. Days before 2022 have not been looked up in full,
 * therefore the table starts there.
 */
export const equatedDays: ReadonlySet<CalendarDate> = new Set(
  [
    '2022-05-27',
    '2023-04-28',
    '2023-05-19',
    '2024-05-10',
    '2024-12-27',
    '2025-05-30',
    '2026-01-02',
    '2026-05-15',
    '2027-05-07',
    '2028-04-28',
    '2028-05-26',
  ].map(calendarDate),
);
