import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type MandatedAction, mandatedActions } from './domain/mandate.ts';
import type { MandateEntity } from './mandate.entity.ts';

export class MandateResponse {
  @IdField({ description: 'Kenmerk van het mandaat.' })
  id!: string;

  @VersionField()
  version!: number;

  @TextField({ description: 'Wie het mandaat heeft, zoals die persoon in tokens heet.', maxLength: 255 })
  holderSubject!: string;

  @TextField({ description: 'Naam en functie.', maxLength: 200 })
  holderName!: string;

  @EnumField({ description: 'Waarover namens het college mag worden beslist.', choices: mandatedActions })
  action!: MandatedAction;

  @CentsField({ description: 'Hoogste bedrag per besluit; null is zonder grens.', nullable: true })
  upToCents!: Cents | null;

  @CalendarDateField({ description: 'Eerste dag.' })
  validFromDate!: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag.', nullable: true })
  validUntilDate!: CalendarDate | null;

  @TextField({ description: 'Het besluit waarbij het mandaat is gegeven.', maxLength: 100 })
  reference!: string;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  static of(mandate: MandateEntity): MandateResponse {
    const { id, version, holderSubject, holderName, action, upToCents, reference, recordedAt } = mandate;
    return Object.assign(new MandateResponse(), {
      ...{ id, version, holderSubject, holderName, action, upToCents, reference, recordedAt },
      ...{ validFromDate: mandate.validFrom, validUntilDate: mandate.validUntil },
    });
  }
}
