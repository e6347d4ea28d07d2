import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';

export class LaboratoryRunRequest {
  @IdField({
    description: 'Concepten om te beproeven, zoals ze nu zijn; samen met wayVersionIds een tot vier.',
    optional: true,
    list: { maxItems: 4 },
  })
  wayDraftIds?: readonly string[];

  @IdField({
    description: 'Versies om te beproeven, bijvoorbeeld die van een andere kern ter vergelijking.',
    optional: true,
    list: { maxItems: 4 },
  })
  wayVersionIds?: readonly string[];

  @CodeField({
    description: 'Op aanvragen uit deze kernen; zonder dit de kernen van de werkwijzen.',
    optional: true,
    list: { minItems: 1, maxItems: 100 },
  })
  kernCodes?: readonly string[];

  @CodeField({
    description: 'Op aanvragen onder deze regeling; zonder dit die van de eerste werkwijze.',
    optional: true,
  })
  regulationCode?: string;

  @CalendarDateField({
    description: 'Alleen aanvragen die op of na deze dag zijn ontvangen.',
    optional: true,
  })
  receivedFrom?: CalendarDate;

  @CalendarDateField({
    description: 'Alleen aanvragen die op of voor deze dag zijn ontvangen.',
    optional: true,
  })
  receivedUntil?: CalendarDate;
}
