import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { PageQuery } from '../platform/http/page.query.ts';

export class RecordSubstitutionRequest {
  @TextField({
    description:
      'Wie afwezig is, zoals die persoon in tokens heet; zonder dit veld uzelf. Voor een ander alleen door een beheerder.',
    maxLength: 255,
    optional: true,
  })
  absentSubject?: string;

  @TextField({ description: 'Wie vervangt, zoals die persoon in tokens heet.', maxLength: 255 })
  substituteSubject!: string;

  @CalendarDateField({ description: 'Eerste dag; vandaag of later.' })
  fromDate!: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag.' })
  untilDate!: CalendarDate;
}

export class SubstitutionsQuery extends PageQuery {
  @CalendarDateField({ description: 'Alleen vervangingen op deze dag.', optional: true })
  onDate?: CalendarDate;
}
