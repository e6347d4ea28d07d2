import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { type ListSubject, listSubjects } from './college-list.entity.ts';
import { type LineOutcome, lineOutcomes, mostLines } from './domain/resolution.ts';

export const changedKinds = ['grant', 'partial-grant', 'refusal'] as const;

export class AbstentionRequest {
  @TextField({ description: 'Het lid van het college, met de functie.', maxLength: 200 })
  memberName!: string;

  @IdField({
    description: 'De aanvragen waarover dit lid niet meebeslist; zonder dit de hele lijst.',
    list: { minItems: 1, maxItems: 500 },
    optional: true,
  })
  applicationIds?: string[];
}

export class DeviationRequest {
  @IdField({ description: 'De aanvraag op de lijst.' })
  applicationId!: string;

  @EnumField({ description: 'Wat u voorstelt.', choices: changedKinds })
  kind!: (typeof changedKinds)[number];

  @CentsField({ description: 'Het bedrag dat u voorstelt, in centen.' })
  grantedCents!: Cents;

  @TextField({
    description: 'Waarom het voorstel afwijkt van de berekening. Deze zin komt in de brief.',
    minLength: 10,
    maxLength: 1000,
  })
  reason!: string;
}

export class PrepareCollegeListRequest {
  @CodeField({ description: 'Code van de regeling.' })
  regulationCode!: string;

  @EnumField({
    description:
      'Waarover: aanvragen waarop nog moet worden besloten, of de wachtlijst van wie te weinig kreeg en kan krijgen wat vrijkomt. Zonder dit de aanvragen.',
    choices: listSubjects,
    optional: true,
  })
  subject?: ListSubject;

  @CodeField({
    description: 'Codes van de kernen; zonder deze lijst alle kernen waarvoor u werkt.',
    list: { minItems: 1, maxItems: 100 },
    optional: true,
  })
  kernCodes?: string[];

  @IdField({
    description: 'Alleen deze aanvragen; zonder dit alle waarover kan worden besloten.',
    list: { minItems: 1, maxItems: mostLines },
    optional: true,
  })
  applicationIds?: string[];

  @ListField(() => DeviationRequest, {
    description:
      'Regels waarop u iets anders voorstelt dan de regeling berekent of dan in de werkwijze is voorgesteld, elk met een reden.',
    maxItems: 500,
    optional: true,
  })
  deviations?: DeviationRequest[];

  @TextField({
    description: 'Wat u vooraf aan het college wilt zeggen. Schrijf geen namen van aanvragers.',
    maxLength: 4000,
    optional: true,
  })
  introduction?: string;

  @ListField(() => AbstentionRequest, {
    description: 'Wie van het college niet meebeslist (Gemeentewet 28 en 58).',
    maxItems: 20,
    optional: true,
  })
  abstentions?: AbstentionRequest[];
}

export class ResolutionLineRequest {
  @IdField({ description: 'De aanvraag op de lijst.' })
  applicationId!: string;

  @EnumField({ description: 'Wat het college besloot.', choices: lineOutcomes })
  outcome!: LineOutcome;

  @EnumField({ description: 'Bij een gewijzigde regel: het besluit.', choices: changedKinds, optional: true })
  kind?: (typeof changedKinds)[number];

  @CentsField({ description: 'Bij een gewijzigde regel: het bedrag in centen.', optional: true })
  grantedCents?: Cents;

  @TextField({
    description: 'Bij een gewijzigde of aangehouden regel: waarom. Deze zin komt in de brief.',
    minLength: 10,
    maxLength: 1000,
    optional: true,
  })
  reason?: string;
}

export class RegisterResolutionRequest {
  @TextField({ description: 'Nummer van het collegebesluit.', maxLength: 60 })
  number!: string;

  @CalendarDateField({ description: 'Dag van het collegebesluit.' })
  resolutionDate!: CalendarDate;

  @ListField(() => ResolutionLineRequest, {
    description: 'Alleen de regels waarover het college anders besloot; de andere zijn zoals voorgesteld.',
    maxItems: mostLines,
    optional: true,
  })
  lines?: ResolutionLineRequest[];

  @ListField(() => AbstentionRequest, {
    description: 'Wie van het college niet meebesliste; zonder dit zoals op de lijst staat.',
    maxItems: 20,
    optional: true,
  })
  abstentions?: AbstentionRequest[];
}
