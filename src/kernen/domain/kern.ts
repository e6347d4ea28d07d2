import type { CalendarDate } from '../../kernel/calendar-date.ts';

/** A village. Which villages count as one is data with dates: public sources disagree. */
export interface Kern {
  readonly id: string;
  /** Stable short name for programs. */
  readonly code: string;
  readonly name: string;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
}

/** Whether a kern counts as one on a day; both days of its period do. */
export function isKernOn(kern: Kern, on: CalendarDate): boolean {
  return kern.validFrom <= on && (kern.validUntil === null || on <= kern.validUntil);
}
