import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField, FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { CostLineRequest } from './cost-line.request.ts';
import { type ApplicantKind, applicantKinds } from './domain/applicant-kind.ts';
import { type LegalForm, legalForms } from './domain/finding.ts';

export class OwnContributionRequest {
  @CentsField({ description: 'Eigen geld, in centen.' })
  moneyCents!: Cents;

  @IntegerField({ description: 'Uren van vrijwilligers.', maximum: 1_000_000 })
  hours!: number;

  @CentsField({ description: 'Waarde van spullen en diensten, in centen.' })
  inKindCents!: Cents;
}

export class RemainingLimitRequest {
  @TextField({ description: 'Wat de grens is, zoals "het plafond van de kern".', maxLength: 120 })
  label!: string;

  @CentsField({ description: 'Wat er nog is, in centen.' })
  availableCents!: Cents;
}

export class KernWeightRequest {
  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @IntegerField({
    description: 'Deelnemers uit deze kern, of het deel dat u opgeeft; waarmee de regeling verdeelt.',
    minimum: 0,
    maximum: 1_000_000,
  })
  weight!: number;

  @CentsField({ description: 'Wat deze kern nog heeft, om mee te rekenen.', optional: true })
  availableCents?: Cents;
}

const optionalCount = (description: string) =>
  IntegerField({ description, maximum: 1_000_000, optional: true });
const optionalFlag = (description: string) => FlagField({ description, optional: true });

/** A plan as somebody describes it before applying. What is left out is not known. */
export class CheckRequest {
  @EnumField({ description: 'Soort aanvrager.', choices: applicantKinds })
  applicantKind!: ApplicantKind;

  @CentsField({ description: 'Bedrag dat u wilt vragen, in hele centen.', minimum: 1 })
  requestedCents!: Cents;

  @CalendarDateField({ description: 'Dag waarop u aanvraagt; zonder dit vandaag.', optional: true })
  receivedOn?: CalendarDate;

  @CalendarDateField({ description: 'Eerste dag van de activiteit.', optional: true })
  activityStartsOn?: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag van de activiteit.', optional: true })
  activityEndsOn?: CalendarDate;

  @ListField(() => CostLineRequest, { description: 'Wat het plan kost.', maxItems: 200, optional: true })
  costs?: CostLineRequest[];

  @CodeField({ description: 'Kernen waarvoor het plan is.', optional: true, list: { maxItems: 100 } })
  kernCodes?: string[];

  @ListField(() => KernWeightRequest, {
    description:
      'Voor een plan in meer kernen: hoe zwaar elke kern telt, en wat die nog heeft. Inwoners die de gemeente vastlegde, hoeft u niet op te geven.',
    maxItems: 100,
    optional: true,
  })
  kernWeights?: KernWeightRequest[];

  @optionalCount('Mensen die meedoen, naast de aanvrager.')
  coApplicants?: number;

  @optionalCount('Leden van het collectief, met de aanvrager.')
  members?: number;

  @EnumField({ description: 'Rechtsvorm van de organisatie.', choices: legalForms, optional: true })
  legalForm?: LegalForm;

  @optionalFlag('Of de organisatie een KvK-nummer heeft.')
  hasKvkNumber?: boolean;

  @optionalFlag('Of de organisatie geen winstoogmerk heeft.')
  nonProfit?: boolean;

  @optionalFlag('Of de aanvrager de leeftijd heeft die de regeling vraagt.')
  oldEnough?: boolean;

  @optionalFlag('Of de aanvrager btw terugkrijgt.')
  vatRecoverable?: boolean;

  @optionalFlag('Of u namens een ander aanvraagt.')
  represented?: boolean;

  @optionalFlag('Of u daarvoor een machtiging hebt.')
  authorised?: boolean;

  @optionalCount('Handtekeningen.')
  supporters?: number;

  @optionalCount('Steunbrieven.')
  supportLetters?: number;

  @optionalCount('Steunbetuigingen op een website.')
  likes?: number;

  @optionalFlag('Of er een bijeenkomst over het plan was.')
  meetingHeld?: boolean;

  @ObjectField(() => OwnContributionRequest, { description: 'Wat u zelf inbrengt.', optional: true })
  own?: OwnContributionRequest;

  @CentsField({ description: 'Geld van anderen, in centen.', optional: true })
  otherFundingCents?: Cents;

  @CodeField({ description: 'Code van de soort activiteit in de regeling.', optional: true })
  activityCode?: string;

  @CodeField({ description: 'Code van het thema in de regeling.', optional: true })
  themeCode?: string;

  @CodeField({ description: 'Code van de soort organisatie in de regeling.', optional: true })
  bodyKindCode?: string;

  @optionalFlag('Of er voor hetzelfde eerder een bijdrage was.')
  repeated?: boolean;

  @optionalCount('Deelnemers, huishoudens of wat de regeling verder telt.')
  units?: number;

  @optionalFlag('Of u een verklaring over de-minimissteun geeft.')
  deMinimisDeclared?: boolean;

  @ListField(() => RemainingLimitRequest, {
    description: 'Wat er nog is, om mee te rekenen.',
    maxItems: 20,
    optional: true,
  })
  limits?: RemainingLimitRequest[];
}
