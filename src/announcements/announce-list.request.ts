import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';

export class AnnounceListRequest {
  @CalendarDateField({ description: 'Dag waarop de brieven worden verzonden.' })
  sentOn!: CalendarDate;
}
