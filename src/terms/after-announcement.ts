import type { CalendarDate } from '../kernel/calendar-date.ts';
import { type Term, termOfWeeks } from './general-terms-act.ts';

/** Six weeks to object, from the day after sending (Awb 6:7, 6:8). */
export function objectionTerm(sentOn: CalendarDate): Term {
  return termOfWeeks(sentOn, 6);
}

/** Six weeks to pay, from the day after sending, unless the regulation names a later moment (Awb 4:87). */
export function paymentTerm(sentOn: CalendarDate): Term {
  return termOfWeeks(sentOn, 6);
}

/**
 * The last day to complete an application, counted from the day after sending (Awb 4:5).
 * @param termWeeks 1 to 8
 */
export function completionTerm(sentOn: CalendarDate, termWeeks: number): Term {
  return termOfWeeks(sentOn, termWeeks);
}

/** Four weeks to announce that an application is left untreated (Awb 4:5(4)). */
export function leaveUntreatedTerm(completionEndedOn: CalendarDate): Term {
  return termOfWeeks(completionEndedOn, 4);
}
