import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import {
  EmailField,
  IbanField,
  KvkNumberField,
  PhoneField,
  PostcodeField,
} from '../platform/http/fields/contact-fields.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { type CorrectionOrigin, correctionOrigins } from '../applications/domain/application-change.ts';
import { type ApplicantKind, applicantKinds } from '../regulations/domain/applicant-kind.ts';
import { CostLineRequest } from '../regulations/cost-line.request.ts';
import { ParticularsRequest } from './application-content.request.ts';

/** What of the applicant was wrong; what is left out stays, and null takes away what may be absent. */
export class CorrectedApplicantRequest {
  @EnumField({ description: 'Inwoner, organisatie of bedrijf.', choices: applicantKinds, optional: true })
  kind?: ApplicantKind;

  @TextField({ description: 'Naam van de aanvrager.', maxLength: 120, optional: true })
  name?: string;

  @TextField({ description: 'Straat.', maxLength: 80, optional: true })
  street?: string;

  @TextField({ description: 'Huisnummer met toevoeging.', maxLength: 12, optional: true })
  houseNumber?: string;

  @PostcodeField({ description: 'Postcode.', optional: true })
  postcode?: string;

  @TextField({ description: 'Woonplaats.', maxLength: 80, optional: true })
  place?: string;

  @EmailField({ description: 'E-mailadres.', optional: true, nullable: true })
  email?: string | null;

  @PhoneField({ description: 'Telefoonnummer.', optional: true, nullable: true })
  phone?: string | null;

  @KvkNumberField({ description: 'Nummer in het Handelsregister.', optional: true, nullable: true })
  kvkNumber?: string | null;

  @TextField({ description: 'Contactpersoon.', maxLength: 120, optional: true, nullable: true })
  contactPerson?: string | null;
}

/** What was wrong of an application, and why; what is left out stays as it was. */
export class CorrectionRequest {
  @EnumField({
    description:
      'Van wie de fout was: verkeerd overgenomen door de gemeente (entry), een verschrijving die uit de aanvraag zelf blijkt (clerical), of volgens de aanvrager is het anders (applicant).',
    choices: correctionOrigins,
  })
  origin!: CorrectionOrigin;

  @TextField({
    description: 'Waarom; de aanvrager leest dit ook.',
    maxLength: 2000,
    minLength: 3,
    multiline: true,
  })
  reason!: string;

  @CodeField({ description: 'Code van de kern waarvoor het plan is.', optional: true })
  kernCode?: string;

  @ObjectField(() => CorrectedApplicantRequest, { description: 'Wie aanvraagt.', optional: true })
  applicant?: CorrectedApplicantRequest;

  @TextField({ description: 'Naam van het plan.', maxLength: 120, optional: true })
  title?: string;

  @TextField({ description: 'Wat er gaat gebeuren.', maxLength: 4000, multiline: true, optional: true })
  description?: string;

  @CentsField({ description: 'Gevraagd bedrag, in hele centen.', minimum: 1, optional: true })
  requestedCents?: Cents;

  @CalendarDateField({ description: 'Eerste dag van de activiteit.', optional: true })
  activityStartsOn?: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag van de activiteit.', optional: true })
  activityEndsOn?: CalendarDate;

  @ListField(() => CostLineRequest, {
    description: 'Wat het plan kost; vervangt alle regels.',
    maxItems: 50,
    optional: true,
  })
  costs?: CostLineRequest[];

  @TextField({
    description: 'Wie in de buurt het plan steunt.',
    maxLength: 2000,
    multiline: true,
    optional: true,
    nullable: true,
  })
  support?: string | null;

  @ObjectField(() => ParticularsRequest, {
    description: 'Wat deze regeling verder vraagt; vervangt wat er stond.',
    optional: true,
  })
  particulars?: ParticularsRequest;

  @IbanField({ description: 'Rekeningnummer.', optional: true })
  iban?: string;
}
