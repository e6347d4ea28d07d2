import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { type AdviceOutcome, adviceOutcomes } from './domain/ranking-check.ts';

export class AdvisedLineRequest {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @EnumField({ description: 'Positief of negatief.', choices: adviceOutcomes })
  outcome!: AdviceOutcome;

  @IntegerField({
    description: 'Plaats in de volgorde, als de regeling daarnaar verdeelt; gelijke plaatsen mogen.',
    minimum: 1,
    maximum: 10_000,
    optional: true,
  })
  place?: number;

  @TextField({
    description: 'Waarom, als hele zin voor de aanvrager; verplicht bij een negatief advies.',
    minLength: 10,
    maxLength: 1000,
    optional: true,
  })
  reason?: string;
}

export class RecordRankingRequest {
  @CodeField({ description: 'Code van de regeling.' })
  regulationCode!: string;

  @TextField({ description: 'Wie het advies gaf.', maxLength: 200 })
  body!: string;

  @CalendarDateField({ description: 'Dag van het advies.' })
  advisedOn!: CalendarDate;

  @TextField({ description: 'Waar het verslag te vinden is.', maxLength: 200 })
  minutesReference!: string;

  @ListField(() => AdvisedLineRequest, { description: 'De aanvragen.', minItems: 1, maxItems: 500 })
  lines!: AdvisedLineRequest[];
}
