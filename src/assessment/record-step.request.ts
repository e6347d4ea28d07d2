import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { DocumentField } from '../platform/http/fields/document-field.ts';

export class RecordStepRequest {
  @CalendarDateField({
    description: 'Dag waarop de stap is gedaan, of het advies kwam; zonder dit vandaag.',
    optional: true,
  })
  doneOn?: CalendarDate;

  @DocumentField({
    description: 'Wat er is gevonden, zoals het formulier ("form") van de stap beschrijft.',
  })
  findings!: object;

  @IdField({
    description:
      'Bijlagen van de aanvraag die bij de stap horen, zoals foto’s van een bezoek of een verslag.',
    optional: true,
    list: { maxItems: 20 },
  })
  attachmentIds?: readonly string[];
}
