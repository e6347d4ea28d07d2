import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { type BodyKind, bodyKinds } from './domain/body.ts';

/** What may change of a body; its code stays, because ways of working refer to it. */
export class ChangeKernBodyRequest {
  @TextField({ description: 'Naam van het orgaan.', maxLength: 120 })
  name!: string;

  @EnumField({ description: 'Wat voor orgaan het is.', choices: bodyKinds })
  kind!: BodyKind;

  @CalendarDateField({ description: 'Eerste dag waarop het er is.' })
  validFromDate!: CalendarDate;

  @CalendarDateField({
    description: 'Laatste dag waarop het er is; zonder dit blijft het bestaan.',
    optional: true,
  })
  validUntilDate?: CalendarDate;
}

export class RecordKernBodyRequest extends ChangeKernBodyRequest {
  @CodeField({ description: 'Korte naam, zoals dorpsraad; stappen van een werkwijze verwijzen ernaar.' })
  code!: string;
}
