import { type CalendarDate, calendarDate } from '../kernel/calendar-date.ts';
import { type Cents, cents } from '../kernel/money.ts';

/** What a late decision costs per day, in steps, from a day on (Awb 4:17(2)). */
export interface PenaltyRates {
  readonly from: CalendarDate;
  readonly steps: readonly { readonly days: number; readonly perDayCents: Cents }[];
}

/** Dated amounts with their start; a change by decree is a new row. */
export const penaltyRates: readonly PenaltyRates[] = [
  {
    from: calendarDate('2019-01-01'),
    steps: [
      { days: 14, perDayCents: cents(2_300) },
      { days: 14, perDayCents: cents(3_500) },
      { days: 14, perDayCents: cents(4_500) },
    ],
  },
];

/** The rates in force on a day, or null before the first known ones. */
export function penaltyRatesOn(on: CalendarDate): PenaltyRates | null {
  return penaltyRates.findLast((rates) => rates.from <= on) ?? null;
}
