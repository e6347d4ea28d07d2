import type { Cents } from '../kernel/money.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CentsField, FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';
import { type LegalForm, legalForms } from '../regulations/domain/finding.ts';

const optionalCount = (description: string) =>
  IntegerField({ description, maximum: 1_000_000, optional: true });
const optionalFlag = (description: string) => FlagField({ description, optional: true });

/** What applicants bring in themselves. */
export class OwnShareResponse {
  @CentsField({ description: 'Eigen geld, in centen.' })
  moneyCents!: Cents;

  @IntegerField({ description: 'Uren van vrijwilligers.', maximum: 1_000_000 })
  hours!: number;

  @CentsField({ description: 'Waarde van spullen en diensten, in centen.' })
  inKindCents!: Cents;
}

/** What some regulations ask and others do not. */
export class ParticularsResponse {
  @optionalCount('Mensen die meedoen, naast de aanvrager.')
  coApplicants?: number;

  @optionalCount('Leden van het collectief, met de aanvrager.')
  members?: number;

  @EnumField({ description: 'Rechtsvorm van de organisatie.', choices: legalForms, optional: true })
  legalForm?: LegalForm;

  @optionalFlag('Of de organisatie geen winstoogmerk heeft.')
  nonProfit?: boolean;

  @optionalFlag('Of de aanvrager de leeftijd heeft die de regeling vraagt.')
  oldEnough?: boolean;

  @optionalFlag('Of de aanvrager btw terugkrijgt.')
  vatRecoverable?: boolean;

  @optionalFlag('Of iemand namens een ander aanvraagt.')
  represented?: boolean;

  @optionalFlag('Of daarvoor een machtiging is.')
  authorised?: boolean;

  @optionalCount('Handtekeningen.')
  supporters?: number;

  @optionalCount('Steunbrieven.')
  supportLetters?: number;

  @optionalCount('Steunbetuigingen op een website.')
  likes?: number;

  @optionalFlag('Of er een bijeenkomst over het plan was.')
  meetingHeld?: boolean;

  @ObjectField(() => OwnShareResponse, { description: 'Wat de aanvrager zelf inbrengt.', optional: true })
  own?: OwnShareResponse;

  @CentsField({ description: 'Geld van anderen, in centen.', optional: true })
  otherFundingCents?: Cents;

  @CodeField({ description: 'Code van de soort activiteit in de regeling.', optional: true })
  activityCode?: string;

  @optionalCount('Deelnemers, huishoudens of wat de regeling verder telt.')
  units?: number;

  @optionalFlag('Of er een verklaring over de-minimissteun is.')
  deMinimisDeclared?: boolean;

  @CodeField({ description: 'Code van het thema in de regeling.', optional: true })
  themeCode?: string;

  @CodeField({ description: 'Code van de soort organisatie in de regeling.', optional: true })
  bodyKindCode?: string;

  @optionalFlag('Of er voor hetzelfde eerder een bijdrage was.')
  repeated?: boolean;
}
