import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { type ResolutionBody, resolutionBodies } from './ledger-resolution.entity.ts';

export class RegisterLedgerResolutionRequest {
  @EnumField({ description: 'Raad of college.', choices: resolutionBodies })
  body!: ResolutionBody;

  @TextField({ description: 'Nummer van het besluit.', maxLength: 60 })
  number!: string;

  @CalendarDateField({ description: 'Dag van het besluit.' })
  decidedOn!: CalendarDate;

  @TextField({ description: 'Waar het over gaat.', maxLength: 200 })
  title!: string;

  @TextField({ description: 'Waar het document te vinden is.', maxLength: 200 })
  documentReference!: string;
}
