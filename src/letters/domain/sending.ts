import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { completionTerm, objectionTerm, paymentTerm, responseTerm } from '../../terms/after-announcement.ts';
import type { TermLength } from '../../terms/general-terms-act.ts';
import { isDecisionLetter } from './check-letter.ts';
import type { LetterKind } from './letter-kind.ts';
import type { SettlingDates } from './settle-dates.ts';

/**
 * The dates that follow from sending a letter on a day: every term counts from the day after (Awb 3:40, 6:8).
 * @param terms the terms that the regulation gives, to complete an application and to be paid
 */
export function datesFromSending(
  kind: LetterKind,
  sentOn: CalendarDate,
  terms: { readonly completion: TermLength; readonly paymentWeeks?: number | undefined },
): SettlingDates {
  if (kind === 'completion-request') {
    return {
      sentOn,
      lastCompletionDay: completionTerm(sentOn, terms.completion).lastDay,
      clockStopsOn: addDays(sentOn, 1),
    };
  }
  if (kind === 'intention') return { sentOn, lastResponseDay: responseTerm(sentOn).lastDay };
  if (!isDecisionLetter(kind)) return { sentOn };
  // A penalty is owed by the law, whatever the regulation says about paying grants.
  const paidUnderLaw = kind === 'penalty-decision';
  return {
    sentOn,
    lastObjectionDay: objectionTerm(sentOn).lastDay,
    lastPaymentDay: paymentTerm(sentOn, paidUnderLaw ? undefined : terms.paymentWeeks).lastDay,
  };
}
