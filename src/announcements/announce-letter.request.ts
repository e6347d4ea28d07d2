import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { letterChannels, type LetterChannel } from '../letters/domain/letter-channel.ts';

export class AnnounceLetterRequest {
  @CalendarDateField({ description: 'Dag van verzending; alle termijnen beginnen de dag daarna.' })
  sentOn!: CalendarDate;

  @EnumField({
    description: 'Per post, of digitaal als de aanvrager daarvoor koos.',
    choices: letterChannels,
  })
  channel!: LetterChannel;
}

export class SendLetterRequest extends AnnounceLetterRequest {
  @FlagField({
    description:
      'Dat u een brief verzendt waarin □ staat voor een teken dat niet kan worden afgedrukt, zoals een plaatje.',
    optional: true,
  })
  replaceCharacters?: boolean;
}
