import { addYears, type CalendarDate, formatDutchDate } from '../kernel/calendar-date.ts';
import { type Term, termOfWeeks } from './general-terms-act.ts';
import { objectionTerm } from './after-announcement.ts';

/**
 * The last day to decide on an objection: 6 weeks, 12 with a committee, counted from the day after the objection
 * term has ENDED, and once 6 weeks longer (Awb 7:10).
 */
export function objectionDecisionTerm(
  sentOn: CalendarDate,
  { withCommittee, extended }: { readonly withCommittee: boolean; readonly extended: boolean },
): Term {
  const objection = objectionTerm(sentOn);
  const own = termOfWeeks(objection.lastDay, (withCommittee ? 12 : 6) + (extended ? 6 : 0));
  return { lastDay: own.lastDay, steps: [...objection.steps, ...own.steps] };
}

/**
 * Whether an objection by post is in time: posted within the term and received within a week after it (Awb 6:9), a
 * week that runs on over a day off.
 * @param postmarkOn null when there is none; then only the day of receipt counts
 */
export function isObjectionInTime(
  sentOn: CalendarDate,
  receivedOn: CalendarDate,
  postmarkOn: CalendarDate | null,
): boolean {
  const { lastDay } = objectionTerm(sentOn);
  if (receivedOn <= lastDay) return true;
  return postmarkOn !== null && postmarkOn <= lastDay && receivedOn <= termOfWeeks(lastDay, 1).lastDay;
}

/** The last day to give an account, so many weeks after the activity. @param termWeeks 1 or more */
export function accountTerm(activityEndsOn: CalendarDate, termWeeks: number, actApplies: boolean): Term {
  return termOfWeeks(activityEndsOn, termWeeks, actApplies);
}

/**
 * The last day on which money can still be recovered: five years after the final fixing (Awb 4:57(4)). A term of
 * years, so that no day is added.
 */
export function recoveryTerm(fixedOn: CalendarDate): Term {
  const lastDay = addYears(fixedOn, 5);
  const sentence = `Vijf jaar na de vaststelling van ${formatDutchDate(fixedOn)}: ${formatDutchDate(lastDay)}.`;
  return { lastDay, steps: [{ on: lastDay, sentence }] };
}

/** The last day of a suspension of payment: at most 13 weeks (Awb 4:56). More than twelve weeks: no day is added. */
export function paymentSuspensionTerm(noticeOn: CalendarDate): Term {
  return termOfWeeks(noticeOn, 13);
}
