import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';

/** To which body an application is sent on, and why. */
export class ForwardingRequest {
  @TextField({ description: 'Naam van het bestuursorgaan dat bevoegd is.', maxLength: 200, minLength: 3 })
  bodyName!: string;

  @TextField({ description: 'Adres, per regel.', maxLength: 80, list: { maxItems: 5, minItems: 1 } })
  bodyAddressLines!: string[];

  @TextField({
    description: 'Waarom dat bevoegd is; de aanvrager leest dit ook.',
    maxLength: 2000,
    minLength: 3,
    multiline: true,
  })
  reason!: string;

  @CalendarDateField({ description: 'Dag van doorzenden; weggelaten is dat vandaag.', optional: true })
  forwardedOn?: CalendarDate;
}
