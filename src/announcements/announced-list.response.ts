import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';

/** The letters of one list that left together. */
export class AnnouncedListResponse {
  @IdField({ description: 'De lijst.' })
  listId!: string;

  @CalendarDateField({ description: 'Dag van verzending.' })
  sentOn!: CalendarDate;

  @IntegerField({ description: 'Hoeveel brieven digitaal gingen.' })
  electronicCount!: number;

  @IntegerField({ description: 'Hoeveel brieven per post gaan.' })
  postCount!: number;
}
