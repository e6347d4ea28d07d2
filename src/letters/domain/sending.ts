import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { completionTerm, objectionTerm, paymentTerm } from '../../terms/after-announcement.ts';
import { isDecisionLetter } from './check-letter.ts';
import type { LetterKind } from './facts.ts';
import type { SettlingDates } from './settle-dates.ts';

export const letterChannels = ['post', 'electronic'] as const;

export type LetterChannel = (typeof letterChannels)[number];

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

export type SendingFault = 'already-sent' | 'in-the-future' | 'before-it-was-made' | 'not-electronically';

/** Why a letter cannot be sent like this, or null when it can. */
export function sendingFault(
  letter: { readonly sentOn: CalendarDate | null; readonly madeOn: CalendarDate },
  sending: { readonly sentOn: CalendarDate; readonly channel: LetterChannel },
  facts: { readonly today: CalendarDate; readonly electronicMessages: boolean },
): SendingFault | null {
  if (letter.sentOn !== null) return 'already-sent';
  if (sending.sentOn > facts.today) return 'in-the-future';
  if (sending.sentOn < letter.madeOn) return 'before-it-was-made';
  if (sending.channel === 'electronic' && !facts.electronicMessages) return 'not-electronically';
  return null;
}
