import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';

/** Money that is kept apart, with what it is for. */
export class OpenHoldResponse {
  @IdField({ description: 'De reservering.' })
  holdId!: string;

  @CodeField({ description: 'Code van de kern; leeg als alle kernen het budget delen.', nullable: true })
  kernCode!: string | null;

  @IntegerField({ description: 'Jaar van het budget.' })
  year!: number;

  @TextField({ description: 'Waarvoor: het bezwaar of het stuk.', maxLength: 100 })
  reference!: string;

  @TextField({ description: 'Toelichting.', maxLength: 500, nullable: true })
  reason!: string | null;

  @CalendarDateField({ description: 'Dag waarvoor de reservering telt.' })
  heldOn!: CalendarDate;

  @CentsField({ description: 'Wat er nog van over is, in centen.' })
  leftCents!: Cents;
}
