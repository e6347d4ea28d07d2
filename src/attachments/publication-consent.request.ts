import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';

export class RecordConsentRequest {
  @FlagField({ description: 'true voor toestemming, false om die in te trekken.' })
  given!: boolean;

  @TextField({ description: 'Wie dat zegt: de maker van de foto, of wie erop staat.', maxLength: 120 })
  saidBy!: string;

  @CalendarDateField({ description: 'Dag waarop dat is gezegd; vandaag als u dit weglaat.', optional: true })
  saidOn?: CalendarDate;
}
