import type { CalendarDate } from '../kernel/calendar-date.ts';
import { type Term, type TermLength, termOf, termOfWeeks } from './general-terms-act.ts';

/** Six weeks to object, from the day after sending (Awb 6:7, 6:8). */
export function objectionTerm(sentOn: CalendarDate): Term {
  return termOfWeeks(sentOn, 6);
}

/**
 * The last day to pay, from the day after sending: six weeks, unless the regulation names another term (Awb 4:87).
 * @param termWeeks 1 or more
 */
export function paymentTerm(sentOn: CalendarDate, termWeeks = 6): Term {
  return termOfWeeks(sentOn, termWeeks);
}

/**
 * The last day to complete an application, counted from the day after sending (Awb 4:5).
 */
export function completionTerm(sentOn: CalendarDate, length: TermLength): Term {
  return termOf(sentOn, length);
}

/** Two weeks to respond to what the municipality intends, counted from the day after sending (Awb 4:7, 4:8). */
export function responseTerm(sentOn: CalendarDate): Term {
  return termOfWeeks(sentOn, 2);
}

/** Four weeks to announce that an application is left untreated (Awb 4:5(4)). */
export function leaveUntreatedTerm(completionEndedOn: CalendarDate): Term {
  return termOfWeeks(completionEndedOn, 4);
}
