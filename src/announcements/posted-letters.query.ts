import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { PageQuery } from '../platform/http/page.query.ts';

const sentOn = { description: 'Dag van verzending; vandaag als u niets opgeeft.', optional: true };

export class PostedLettersQuery extends PageQuery {
  @CalendarDateField(sentOn)
  sentOn?: CalendarDate;
}

export class PrintFileQuery {
  @CalendarDateField(sentOn)
  sentOn?: CalendarDate;
}
