import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';

/** Which spending report is kept. */
export class StoreReportRequest {
  @IntegerField({ description: 'Alleen dit jaar.', minimum: 1900, maximum: 2199, optional: true })
  year?: number;

  @CalendarDateField({ description: 'Alleen wat telt tot en met deze dag.', optional: true })
  countingOn?: CalendarDate;

  @InstantField({ description: 'Zoals bekend op dit moment.', optional: true })
  knownAt?: Date;
}
