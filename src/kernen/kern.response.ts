import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import type { Kern } from './domain/kern.ts';

export class KernResponse {
  @CodeField({ description: 'Code van de kern, voor programma’s.' })
  code!: string;

  @TextField({ description: 'Naam van de kern.', maxLength: 80 })
  name!: string;

  @CalendarDateField({ description: 'Eerste dag waarop dit een kern is.' })
  validFromDate!: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag waarop dit een kern is.', nullable: true })
  validUntilDate!: CalendarDate | null;

  static of({ code, name, validFrom, validUntil }: Kern): KernResponse {
    return Object.assign(new KernResponse(), {
      code,
      name,
      validFromDate: validFrom,
      validUntilDate: validUntil,
    });
  }
}
