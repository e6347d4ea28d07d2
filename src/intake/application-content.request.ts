import { type Cents } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { IbanField, KvkNumberField } from '../platform/http/fields/contact-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField, FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { NamedPersonRequest } from '../applications/named-person.request.ts';
import { ParticularsResponse } from '../applications/particulars.response.ts';
import { CostLineRequest } from '../regulations/cost-line.request.ts';
import { type ApplicantKind, applicantKinds } from '../regulations/domain/applicant-kind.ts';

export class ApplicantRequest extends NamedPersonRequest {
  @EnumField({ description: 'Inwoner, organisatie of bedrijf.', choices: applicantKinds })
  kind!: ApplicantKind;

  @KvkNumberField({
    description: 'Nummer in het Handelsregister, van een organisatie of bedrijf.',
    optional: true,
  })
  kvkNumber?: string;

  @TextField({
    description:
      'Contactpersoon van een organisatie, bedrijf of collectief; staat op brieven achter "T.a.v.".',
    maxLength: 120,
    optional: true,
  })
  contactPerson?: string;
}

export class SpannedKernRequest {
  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @IntegerField({
    description:
      'Deelnemers uit deze kern, of het deel dat u opgeeft. Nodig als de regeling daarmee verdeelt; anders telt dit niet.',
    minimum: 1,
    maximum: 1_000_000,
    optional: true,
  })
  weight?: number;
}

/** What some regulations ask and others do not. */
export class ParticularsRequest extends ParticularsResponse {}

/** What somebody asks for. Only who, where and what are required (Awb 4:2); the rest may be completed later. */
export class ApplicationContentRequest {
  @CodeField({ description: 'Code van de regeling, zoals leefbaarheidsbudget-2019.' })
  regulationCode!: string;

  @CodeField({ description: 'Code van de kern waarvoor het plan is.' })
  kernCode!: string;

  @ListField(() => SpannedKernRequest, {
    description:
      'Voor een plan in meer kernen: alle kernen, ook die van "kernCode". De regeling verdeelt het bedrag; elke kern krijgt een eigen aanvraag voor haar deel.',
    minItems: 2,
    maxItems: 20,
    optional: true,
  })
  kernen?: SpannedKernRequest[];

  @ObjectField(() => ApplicantRequest, { description: 'Wie aanvraagt.' })
  applicant!: ApplicantRequest;

  @TextField({ description: 'Naam van het plan.', maxLength: 120 })
  title!: string;

  @TextField({ description: 'Wat u gaat doen en voor wie.', maxLength: 4000, multiline: true })
  description!: string;

  @CentsField({ description: 'Bedrag dat u vraagt, in hele centen.', minimum: 1 })
  requestedCents!: Cents;

  @CalendarDateField({ description: 'Eerste dag van de activiteit.', optional: true })
  activityStartsOn?: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag van de activiteit.', optional: true })
  activityEndsOn?: CalendarDate;

  @ListField(() => CostLineRequest, { description: 'Wat het plan kost.', maxItems: 50, optional: true })
  costs?: CostLineRequest[];

  @TextField({
    description: 'Wie in de buurt het plan steunt.',
    maxLength: 2000,
    multiline: true,
    optional: true,
  })
  support?: string;

  @ObjectField(() => ParticularsRequest, {
    description: 'Wat deze regeling verder vraagt, zoals mede-aanvragers of deelnemers.',
    optional: true,
  })
  particulars?: ParticularsRequest;

  @IbanField({ description: 'Rekeningnummer waarop u het geld wilt krijgen.', optional: true })
  iban?: string;

  @FlagField({
    description:
      'Of u brieven over deze aanvraag digitaal wilt krijgen (Awb 2:8). Daarna kiest u per soort bericht.',
  })
  electronicMessages!: boolean;
}
