import type { CalendarDate } from '../../kernel/calendar-date.ts';

/** What a regulation lets be done with money that is left. */
export interface RemainderRule {
  readonly transferBetweenKernen: boolean;
  /** The first day on which kernen may be levelled; null when any day will do, 'never' when none. */
  readonly redistributeFrom: CalendarDate | null | 'never';
  readonly carryOver: boolean;
}

/** Where a regulation is silent, the council that owns the money decides each time. */
export const silentRule: RemainderRule = {
  transferBetweenKernen: true,
  redistributeFrom: null,
  carryOver: true,
};
