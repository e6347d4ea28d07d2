import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';

/** What becomes of an application that is being handled when a way of working takes over. */
export class RunningCaseResponse {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @TextField({ description: 'Zaaknummer.', maxLength: 40, nullable: true })
  number!: string | null;

  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @IdField({
    description: 'De versie die de aanvraag houdt; null als de kern er geen had toen zij begon.',
    nullable: true,
  })
  keepsWayVersionId!: string | null;

  @TextField({ description: 'Hoe die werkwijze heet.', maxLength: 120, nullable: true })
  keepsTitle!: string | null;

  @IntegerField({ description: 'Nummer van die versie.', minimum: 1, nullable: true })
  keepsNumber!: number | null;

  @TextField({ description: 'De stap die nu aan de beurt is.', maxLength: 80, nullable: true })
  openStepTitle!: string | null;

  @CalendarDateField({ description: 'Laatste dag van die stap.', nullable: true })
  dueOn!: CalendarDate | null;

  @TextField({ description: 'Wat er met de aanvraag gebeurt, als zin.', maxLength: 400 })
  sentence!: string;
}
