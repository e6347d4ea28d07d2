import { type CalendarDate, calendarDate } from '../kernel/calendar-date.ts';

/** A day that a royal decree puts on a par with a holiday (Algemene termijnenwet, article 3(3)). */
export interface EquatedDay {
  readonly day: CalendarDate;
  /** Where the decree stands, or where the day was found. */
  readonly source: string;
}

const decreesFrom2022 = 'koninklijke besluiten op grond van de Algemene termijnenwet, artikel 3, derde lid';

/**
 * The days that are known with the service itself. Days before 2022 have not been looked up in full, therefore the
 * table starts there; what a municipality knows besides is configuration (`EQUATED_DAYS`).
 */
export const knownEquatedDays: readonly EquatedDay[] = [
  ...['2022-05-27', '2023-04-28', '2023-05-19', '2024-05-10', '2024-12-27', '2025-05-30'],
  ...['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'],
].map((day) => ({ day: calendarDate(day), source: decreesFrom2022 }));

const days = new Set<CalendarDate>(knownEquatedDays.map(({ day }) => day));

/** Whether a decree puts the day on a par with a holiday. */
export function isEquatedDay(day: CalendarDate): boolean {
  return days.has(day);
}

/**
 * Adds days of later decrees, once, when the service starts: the calendar is the same for every term that it
 * computes from then on. A day is never taken away, so that no term that was told becomes shorter.
 */
export function addEquatedDays(later: readonly EquatedDay[]): void {
  for (const { day } of later) days.add(day);
}
