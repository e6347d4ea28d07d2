import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { completionTerm, objectionTerm, paymentTerm } from '../../terms/after-announcement.ts';
import { isDecisionLetter } from './check-letter.ts';
import type { LetterKind } from './letter-kind.ts';
import type { SettlingDates } from './settle-dates.ts';

/**
 * The dates that follow from sending a letter on a day: every term counts from the day after (Awb 3:40, 6:8).
 * @param completionWeeks the term that the regulation gives to complete an application
 */
export function datesFromSending(
  kind: LetterKind,
  sentOn: CalendarDate,
  completionWeeks: number,
): SettlingDates {
  if (kind === 'completion-request') {
    return {
      sentOn,
      lastCompletionDay: completionTerm(sentOn, completionWeeks).lastDay,
      clockStopsOn: addDays(sentOn, 1),
    };
  }
  if (!isDecisionLetter(kind)) return { sentOn };
  return {
    sentOn,
    lastObjectionDay: objectionTerm(sentOn).lastDay,
    lastPaymentDay: paymentTerm(sentOn).lastDay,
  };
}
