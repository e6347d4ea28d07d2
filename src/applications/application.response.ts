import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { CentsField, FlagField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { ParticularsResponse } from './particulars.response.ts';
import { SpannedPlanResponse } from './spanned-plan.response.ts';
import { type ApplicantKind, applicantKinds } from '../regulations/domain/applicant-kind.ts';
import { type CasePart, caseParts, type CaseView } from '../identity/domain/case-view.ts';
import type { ApplicationEntity } from './application.entity.ts';
import { type Applicant, type Channel, channels } from './domain/application.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { missingItems, missingItemTexts } from './domain/completeness.ts';
import { applicationStatuses, type ApplicationStatus, dutchStatus } from './domain/lifecycle.ts';

/** Who applies. Of a private person nothing but the kind is shown to who sees only the plan. */
export class ApplicantResponse {
  @EnumField({ description: 'Inwoner, organisatie of bedrijf.', choices: applicantKinds })
  kind!: ApplicantKind;

  @TextField({
    description:
      'Naam van de aanvrager; die van een organisatie altijd, een andere met het deel people of payment.',
    maxLength: 120,
    optional: true,
  })
  name?: string;

  @TextField({ description: 'Straat. Alleen met het deel people.', maxLength: 80, optional: true })
  street?: string;

  @TextField({
    description: 'Huisnummer met toevoeging. Alleen met het deel people.',
    maxLength: 12,
    optional: true,
  })
  houseNumber?: string;

  @TextField({ description: 'Postcode. Alleen met het deel people.', maxLength: 7, optional: true })
  postcode?: string;

  @TextField({ description: 'Woonplaats. Alleen met het deel people.', maxLength: 80, optional: true })
  place?: string;

  @TextField({
    description: 'E-mailadres. Alleen met het deel people.',
    maxLength: 254,
    nullable: true,
    optional: true,
  })
  email?: string | null;

  @TextField({
    description: 'Telefoonnummer. Alleen met het deel people.',
    maxLength: 25,
    nullable: true,
    optional: true,
  })
  phone?: string | null;

  @TextField({
    description: 'Nummer in het Handelsregister. Alleen met het deel people.',
    maxLength: 8,
    nullable: true,
    optional: true,
  })
  kvkNumber?: string | null;

  @TextField({
    description: 'Contactpersoon van een organisatie. Alleen met het deel people.',
    maxLength: 120,
    nullable: true,
    optional: true,
  })
  contactPerson?: string | null;

  static of(applicant: Applicant, view: CaseView): ApplicantResponse {
    const { kind, name, street, houseNumber, postcode, place, email, phone, kvkNumber } = applicant;
    const { contactPerson = null } = applicant;
    // A business may bear the name of the person whose it is.
    const isNamed = view.has('people') || view.has('payment') || kind === 'organisation';
    return Object.assign(new ApplicantResponse(), {
      kind,
      ...(isNamed && { name }),
      ...(view.has('people') && {
        street,
        houseNumber,
        postcode,
        place,
        email,
        phone,
        kvkNumber,
        contactPerson,
      }),
    });
  }
}

export class CostLineResponse {
  @TextField({ description: 'Waarvoor.', maxLength: 200 })
  description!: string;

  @CentsField({ description: 'Bedrag in centen.' })
  amountCents!: Cents;

  @CodeField({ description: 'Code van de kostensoort in de regeling.', optional: true })
  category?: string;

  @CentsField({ description: 'De btw die in het bedrag zit, in centen.', optional: true })
  vatCents?: Cents;

  @FlagField({ description: 'Of deze kosten voor de aanvraag zijn gemaakt.', optional: true })
  madeBefore?: boolean;
}

/**
 * An application as far as the caller may see it: `visibleParts` says which of the fields that can be absent are there.
 * The bank account is never shown but for its last four characters.
 */
export class ApplicationResponse {
  @IdField({ description: 'Kenmerk voor programma’s.' })
  id!: string;

  @VersionField()
  version!: number;

  @EnumField({
    description:
      'Welke delen u van deze aanvraag ziet: het plan, de mensen (namen en adressen), de betaling en de motivering. Velden van een ander deel ontbreken.',
    choices: caseParts,
    list: { maxItems: caseParts.length },
  })
  visibleParts!: readonly CasePart[];

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

  @EnumField({
    description: 'Hoe de aanvraag binnenkwam. Alleen met het deel people.',
    choices: channels,
    optional: true,
  })
  channel?: Channel;

  @TextField({
    description:
      'Wie de aanvraag behandelt; null als zij aan niemand is toegewezen. Alleen met het deel people.',
    maxLength: 200,
    nullable: true,
    optional: true,
  })
  assigneeName?: string | null;

  @ObjectField(() => ApplicantResponse, { description: 'Wie aanvraagt.' })
  applicant!: ApplicantResponse;

  @TextField({ description: 'Naam van het plan.', maxLength: 120 })
  title!: string;

  @TextField({
    description: 'Wat er gaat gebeuren en voor wie. Alleen met het deel plan.',
    maxLength: 4000,
    multiline: true,
    optional: true,
  })
  description?: string;

  @CentsField({ description: 'Gevraagd bedrag in centen.' })
  requestedCents!: Cents;

  @CalendarDateField({
    description: 'Eerste dag van de activiteit. Alleen met het deel plan.',
    nullable: true,
    optional: true,
  })
  activityStartsOn?: CalendarDate | null;

  @CalendarDateField({
    description: 'Laatste dag van de activiteit. Alleen met het deel plan.',
    nullable: true,
    optional: true,
  })
  activityEndsOn?: CalendarDate | null;

  @ListField(() => CostLineResponse, {
    description: 'Wat het plan kost. Alleen met het deel plan.',
    maxItems: 50,
    optional: true,
  })
  costs?: readonly CostLineResponse[];

  @ObjectField(() => ParticularsResponse, {
    description: 'Wat deze regeling verder vraagt. Alleen met het deel plan.',
    optional: true,
  })
  particulars?: ParticularsResponse;

  @ObjectField(() => SpannedPlanResponse, {
    description:
      'Het plan voor meer kernen waarvan dit het deel van één kern is. Alleen met het deel plan, en alleen bij zo een plan.',
    optional: true,
  })
  spanned?: SpannedPlanResponse;

  @TextField({
    description: 'Wie het plan steunt. Alleen met het deel people.',
    maxLength: 2000,
    multiline: true,
    nullable: true,
    optional: true,
  })
  support?: string | null;

  @TextField({
    description: 'Laatste vier tekens van het rekeningnummer. Alleen met het deel payment.',
    maxLength: 4,
    nullable: true,
    optional: true,
  })
  ibanLastFour?: string | null;

  @FlagField({
    description: 'Of de aanvrager brieven digitaal wil krijgen. Alleen met het deel people.',
    optional: true,
  })
  electronicMessages?: boolean;

  @InstantField({ description: 'Moment van ontvangst.', nullable: true })
  receivedAt!: Date | null;

  @CalendarDateField({ description: 'Dag van ontvangst.', nullable: true })
  receivedOn!: CalendarDate | null;

  @CalendarDateField({ description: 'Dag waarop de aanvraag compleet was.', nullable: true })
  completedOn!: CalendarDate | null;

  @TextField({
    description: 'Wat er nog ontbreekt. Alleen met het deel motivation.',
    maxLength: 300,
    list: { maxItems: 20 },
    optional: true,
  })
  missing?: readonly string[];

  static of(
    application: ApplicationEntity,
    kernCode: string,
    document: RegulationDocument,
    view: CaseView,
  ): ApplicationResponse {
    const { id, version, number, status, regulationVersionId, title, requestedCents } = application;
    const { receivedAt, receivedOn, completedOn } = application;
    return Object.assign(new ApplicationResponse(), {
      ...{ id, version, number, status, statusName: dutchStatus(status), kernCode, regulationVersionId },
      ...{ title, requestedCents, receivedAt, receivedOn, completedOn },
      visibleParts: caseParts.filter((part) => view.has(part)),
      applicant: ApplicantResponse.of(application.applicant, view),
      ...partsOf(application, document, view),
    });
  }
}

/** The fields that belong to one part, for who sees that part. */
function partsOf(
  application: ApplicationEntity,
  document: RegulationDocument,
  view: CaseView,
): Partial<ApplicationResponse> {
  const { description, activityStartsOn, activityEndsOn, costs, particulars, spanned } = application;
  const { channel, support, electronicMessages, ibanLastFour, assigneeName } = application;
  return {
    ...(view.has('plan') && { description, activityStartsOn, activityEndsOn, costs }),
    ...(view.has('plan') && particulars && { particulars }),
    ...(view.has('plan') && spanned && { spanned }),
    ...(view.has('people') && { channel, support, electronicMessages, assigneeName }),
    ...(view.has('payment') && { ibanLastFour }),
    ...(view.has('motivation') && {
      missing: missingItems(application, document).map((item) => missingItemTexts[item]),
    }),
  };
}
