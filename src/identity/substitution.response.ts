import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type SubstitutionEntity, versionOf } from './substitution.entity.ts';

export class SubstitutionResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @VersionField()
  version!: number;

  @TextField({ description: 'Wie afwezig is, zoals die persoon in tokens heet.', maxLength: 255 })
  absentSubject!: string;

  @TextField({ description: 'Naam.', maxLength: 200 })
  absentName!: string;

  @TextField({ description: 'Wie vervangt, zoals die persoon in tokens heet.', maxLength: 255 })
  substituteSubject!: string;

  @TextField({ description: 'Naam.', maxLength: 200 })
  substituteName!: string;

  @CalendarDateField({ description: 'Eerste dag.' })
  fromDate!: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag.' })
  untilDate!: CalendarDate;

  @TextField({ description: 'Wie dit vastlegde, zoals die persoon in tokens heet.', maxLength: 255 })
  recordedBy!: string;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  @InstantField({ description: 'Wanneer zij eerder is beëindigd; anders null.', nullable: true })
  endedAt!: Date | null;

  static of(substitution: SubstitutionEntity): SubstitutionResponse {
    const { id, absentSubject, absentName, substituteSubject, substituteName } = substitution;
    const { fromOn: fromDate, untilOn: untilDate, recordedBy, recordedAt, endedAt } = substitution;
    return Object.assign(new SubstitutionResponse(), {
      ...{ id, version: versionOf(substitution), absentSubject, absentName, substituteSubject },
      ...{ substituteName, fromDate, untilDate, recordedBy, recordedAt, endedAt },
    });
  }
}
