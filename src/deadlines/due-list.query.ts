import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { type DueDateKind, dueDateKinds } from './domain/due-date-kind.ts';

export class DueListQuery extends PageQuery {
  @CodeField({ description: 'Alleen van deze kern.', optional: true })
  kernCode?: string;

  @EnumField({ description: 'Alleen deze soort termijn.', choices: dueDateKinds, optional: true })
  kind?: DueDateKind;

  @CalendarDateField({ description: 'Alleen wat uiterlijk op deze dag moet.', optional: true })
  untilDate?: CalendarDate;
}
