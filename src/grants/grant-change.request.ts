import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { ObjectField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { type ReducingKind, reducingKinds } from './domain/grant-change.ts';

export class ChangeResolutionRequest {
  @TextField({ description: 'Nummer van het collegebesluit.', maxLength: 60 })
  number!: string;

  @CalendarDateField({ description: 'Dag van het collegebesluit.' })
  resolutionDate!: CalendarDate;
}

export class ChangeGrantRequest {
  @EnumField({
    description: 'Intrekken of verlagen op verzoek van de aanvrager, of lager vaststellen naar de kosten.',
    choices: reducingKinds,
  })
  kind!: ReducingKind;

  @CentsField({
    description: 'Wat overblijft, in centen. Niet bij intrekken.',
    optional: true,
  })
  newAmountCents?: Cents;

  @CalendarDateField({ description: 'Dag waarop de aanvrager hierom vroeg, of verantwoording gaf.' })
  requestedOn!: CalendarDate;

  @TextField({
    description: 'Waarom, als hele zin voor de aanvrager. Deze zin komt in de brief.',
    minLength: 10,
    maxLength: 1000,
  })
  reason!: string;

  @ObjectField(() => ChangeResolutionRequest, {
    description: 'Het besluit van het college; zonder dit beslist u zelf onder mandaat.',
    optional: true,
  })
  resolution?: ChangeResolutionRequest;
}
