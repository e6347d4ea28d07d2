import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';

/** A grant of which something is not paid yet: what goes along into the next year. */
export class OpenCommitmentResponse {
  @IdField({ description: 'Het besluit.' })
  grantId!: string;

  @CodeField({ description: 'Code van de kern; leeg als alle kernen het budget delen.', nullable: true })
  kernCode!: string | null;

  @IntegerField({ description: 'Jaar van het budget.' })
  year!: number;

  @TextField({ description: 'Nummer van het besluit.', maxLength: 100 })
  reference!: string;

  @CalendarDateField({ description: 'Dag waarvoor de toezegging telt.' })
  committedOn!: CalendarDate;

  @CentsField({ description: 'Toegezegd en nog niet in betaling, in centen.' })
  committedCents!: Cents;

  @CentsField({ description: 'In betaling, in centen.' })
  inPaymentCents!: Cents;
}
