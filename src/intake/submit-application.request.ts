import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { ApplicationContentRequest } from './application-content.request.ts';

export const intents = ['draft', 'submit'] as const;

export class SubmitApplicationRequest extends ApplicationContentRequest {
  @EnumField({ description: 'Bewaren als concept, of meteen indienen.', choices: intents })
  intent!: (typeof intents)[number];
}

export const paperChannels = ['paper', 'counter'] as const;

export class PaperApplicationRequest extends ApplicationContentRequest {
  @EnumField({ description: 'Per post of aan de balie ontvangen.', choices: paperChannels })
  channel!: (typeof paperChannels)[number];

  @CalendarDateField({ description: 'Datum van het ontvangststempel; die blijft gelden.' })
  receivedOn!: CalendarDate;
}
