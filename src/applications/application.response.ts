import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { CentsField, FlagField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type ApplicantKind, applicantKinds } from '../regulations/domain/applicant-kind.ts';
import type { ApplicationEntity } from './application.entity.ts';
import { type Channel, channels } from './domain/application.ts';
import { missingItems, missingItemTexts } from './domain/completeness.ts';
import { applicationStatuses, type ApplicationStatus, dutchStatus } from './domain/lifecycle.ts';

export class ApplicantResponse {
  @EnumField({ description: 'Inwoner, organisatie of bedrijf.', choices: applicantKinds })
  kind!: ApplicantKind;

  @TextField({ description: 'Naam van de aanvrager.', maxLength: 120 })
  name!: string;

  @TextField({ description: 'Straat.', maxLength: 80 })
  street!: string;

  @TextField({ description: 'Huisnummer met toevoeging.', maxLength: 12 })
  houseNumber!: string;

  @TextField({ description: 'Postcode.', maxLength: 7 })
  postcode!: string;

  @TextField({ description: 'Woonplaats.', maxLength: 80 })
  place!: string;

  @TextField({ description: 'E-mailadres.', maxLength: 254, nullable: true })
  email!: string | null;

  @TextField({ description: 'Telefoonnummer.', maxLength: 25, nullable: true })
  phone!: string | null;

  @TextField({ description: 'Nummer in het Handelsregister.', maxLength: 8, nullable: true })
  kvkNumber!: string | null;
}

export class CostLineResponse {
  @TextField({ description: 'Waarvoor.', maxLength: 200 })
  description!: string;

  @CentsField({ description: 'Bedrag in centen.' })
  amountCents!: Cents;
}

/** An application as the applicant and the officials who handle it see it. The bank account only by its last four. */
export class ApplicationResponse {
  @IdField({ description: 'Kenmerk voor programma’s.' })
  id!: string;

  @VersionField()
  version!: number;

  @TextField({ description: 'Zaaknummer; ontbreekt bij een concept.', maxLength: 14, nullable: true })
  number!: string | null;

  @EnumField({ description: 'Stand van de aanvraag.', choices: applicationStatuses })
  status!: ApplicationStatus;

  @TextField({ description: 'Stand van de aanvraag in het Nederlands.', maxLength: 40 })
  statusName!: string;

  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @IdField({ description: 'Versie van de regeling waaraan de aanvraag is gebonden.' })
  regulationVersionId!: string;

  @EnumField({ description: 'Hoe de aanvraag binnenkwam.', choices: channels })
  channel!: Channel;

  @ObjectField(() => ApplicantResponse, { description: 'Wie aanvraagt.' })
  applicant!: ApplicantResponse;

  @TextField({ description: 'Naam van het plan.', maxLength: 120 })
  title!: string;

  @TextField({ description: 'Wat er gaat gebeuren en voor wie.', maxLength: 4000, multiline: true })
  description!: string;

  @CentsField({ description: 'Gevraagd bedrag in centen.' })
  requestedCents!: Cents;

  @CalendarDateField({ description: 'Eerste dag van de activiteit.', nullable: true })
  activityStartsOn!: CalendarDate | null;

  @CalendarDateField({ description: 'Laatste dag van de activiteit.', nullable: true })
  activityEndsOn!: CalendarDate | null;

  @ListField(() => CostLineResponse, { description: 'Wat het plan kost.', maxItems: 50 })
  costs!: readonly CostLineResponse[];

  @TextField({ description: 'Wie het plan steunt.', maxLength: 2000, multiline: true, nullable: true })
  support!: string | null;

  @TextField({ description: 'Laatste vier tekens van het rekeningnummer.', maxLength: 4, nullable: true })
  ibanLastFour!: string | null;

  @FlagField({ description: 'Of de aanvrager brieven digitaal wil krijgen.' })
  electronicMessages!: boolean;

  @InstantField({ description: 'Moment van ontvangst.', nullable: true })
  receivedAt!: Date | null;

  @CalendarDateField({ description: 'Dag van ontvangst.', nullable: true })
  receivedOn!: CalendarDate | null;

  @CalendarDateField({ description: 'Dag waarop de aanvraag compleet was.', nullable: true })
  completedOn!: CalendarDate | null;

  @TextField({ description: 'Wat er nog ontbreekt.', maxLength: 300, list: { maxItems: 20 } })
  missing!: readonly string[];

  static of(application: ApplicationEntity, kernCode: string): ApplicationResponse {
    const { id, version, number, status, regulationVersionId, channel, applicant } = application;
    const { title, description, requestedCents, activityStartsOn, activityEndsOn, costs, support } =
      application;
    const { ibanLastFour, electronicMessages, receivedAt, receivedOn, completedOn } = application;
    return Object.assign(new ApplicationResponse(), {
      ...{
        id,
        version,
        number,
        status,
        statusName: dutchStatus(status),
        kernCode,
        regulationVersionId,
        channel,
      },
      ...{ applicant, title, description, requestedCents, activityStartsOn, activityEndsOn, costs, support },
      ...{ ibanLastFour, electronicMessages, receivedAt, receivedOn, completedOn },
      missing: missingItems(application).map((item) => missingItemTexts[item]),
    });
  }
}
