import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { type MandatedAction, mandatedActions } from './domain/mandate.ts';

const action = { description: 'Waarover namens het college mag worden beslist.', choices: mandatedActions };

export class RecordMandateRequest {
  @TextField({ description: 'Wie het mandaat krijgt, zoals die persoon in tokens heet.', maxLength: 255 })
  holderSubject!: string;

  @TextField({ description: 'Naam en functie, zoals die onder een besluit komen.', maxLength: 200 })
  holderName!: string;

  @EnumField(action)
  action!: MandatedAction;

  @CentsField({
    description: 'Hoogste bedrag per besluit; zonder dit veld geen grens.',
    minimum: 1,
    optional: true,
  })
  upToCents?: Cents;

  @CalendarDateField({ description: 'Eerste dag.' })
  validFromDate!: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag; zonder dit veld tot het wordt beëindigd.', optional: true })
  validUntilDate?: CalendarDate;

  @TextField({
    description: 'Het besluit waarbij het mandaat schriftelijk is gegeven (Awb 10:5).',
    maxLength: 100,
  })
  reference!: string;
}

export class EndMandateRequest {
  @CalendarDateField({ description: 'Laatste dag waarop het mandaat nog geldt.' })
  validUntilDate!: CalendarDate;
}

export class MandatesQuery extends PageQuery {
  @EnumField({ ...action, description: 'Alleen mandaten hierover.', optional: true })
  action?: MandatedAction;

  @CalendarDateField({ description: 'Alleen mandaten die op deze dag gelden.', optional: true })
  onDate?: CalendarDate;
}
