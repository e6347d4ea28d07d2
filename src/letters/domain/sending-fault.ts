import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { LetterChannel } from './letter-channel.ts';

export type SendingFault =
  'already-sent' | 'overtaken' | 'in-the-future' | 'before-it-was-made' | 'not-electronically';

/** Why a letter cannot be sent like this, or null when it can. */
export function sendingFault(
  letter: {
    readonly sentOn: CalendarDate | null;
    readonly isVoid: boolean;
    readonly madeOn: CalendarDate;
  },
  sending: { readonly sentOn: CalendarDate; readonly channel: LetterChannel },
  facts: { readonly today: CalendarDate; readonly electronicMessages: boolean },
): SendingFault | null {
  if (letter.sentOn !== null) return 'already-sent';
  if (letter.isVoid) return 'overtaken';
  if (sending.sentOn > facts.today) return 'in-the-future';
  if (sending.sentOn < letter.madeOn) return 'before-it-was-made';
  if (sending.channel === 'electronic' && !facts.electronicMessages) return 'not-electronically';
  return null;
}
