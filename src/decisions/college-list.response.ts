import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { CentsField, FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type ListSubject, listSubjects } from './college-list.entity.ts';
import { decisionKinds, type DecisionKind } from './domain/proposal-facts.ts';
import { type StepStanding, stepStandings } from './domain/proposed-otherwise.ts';
import { type LineOutcome, lineOutcomes, mostLines } from './domain/resolution.ts';

export class LineResolutionResponse {
  @EnumField({ description: 'Zoals voorgesteld, gewijzigd of aangehouden.', choices: lineOutcomes })
  outcome!: LineOutcome;

  @TextField({
    description: 'Waarom het college afwijkt of aanhoudt. Niet voor financiën.',
    maxLength: 1000,
    optional: true,
  })
  reason?: string;
}

export class ProposedInStepResponse {
  @EnumField({ description: 'Geld geven of afwijzen.', choices: ['positive', 'negative'] })
  outcome!: 'positive' | 'negative';

  @CentsField({
    description:
      'Het voorgestelde bedrag, in centen. Leeg bij een afwijzing, of voor wat de regeling berekent.',
    nullable: true,
  })
  amountCents!: Cents | null;

  @TextField({ description: 'Waarom dit is voorgesteld.', maxLength: 4000 })
  reason!: string;

  @EnumField({
    description:
      'Of de regel dit volgt: het is wat is berekend (`agrees`), het wordt voorgesteld in plaats van wat is berekend (`followed`), regeling of plafond laat het niet toe (`not-possible`), wie het voorstelde houdt zich afzijdig (`set-aside`), of wie de lijst maakte stelt iets anders voor (`otherwise`).',
    choices: stepStandings,
  })
  standing!: StepStanding;

  @TextField({ description: 'Waarom de regel dit wel of niet volgt.', maxLength: 1000 })
  explanation!: string;
}

export class CollegeListLineResponse {
  @IntegerField({ description: 'Plaats op de lijst.', minimum: 1 })
  position!: number;

  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @TextField({ description: 'Zaaknummer.', maxLength: 14 })
  applicationNumber!: string;

  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @TextField({ description: 'Naam van het plan.', maxLength: 120 })
  title!: string;

  @EnumField({ description: 'Wat wordt voorgesteld.', choices: decisionKinds })
  kind!: DecisionKind;

  @CentsField({ description: 'Gevraagd, in centen.' })
  requestedCents!: Cents;

  @CentsField({ description: 'Wat kan volgens de regeling, voordat naar het plafond is gekeken, in centen.' })
  grantableCents!: Cents;

  @CentsField({ description: 'Berekend volgens de verdeling in de regeling, in centen.' })
  computedCents!: Cents;

  @CentsField({
    description:
      'Eerder toegekend, in centen; bij een eerste besluit nul. Wat wordt voorgesteld, is met dit erbij.',
  })
  earlierCents!: Cents;

  @CentsField({ description: 'Voorgesteld, in centen; anders dan berekend alleen met een reden.' })
  proposedCents!: Cents;

  @FlagField({ description: 'Of het voorstel afwijkt van de berekening.' })
  deviates!: boolean;

  @TextField({
    description:
      'Waarom het voorstel afwijkt van de berekening of van wat in de werkwijze is voorgesteld. Niet voor financiën.',
    maxLength: 4000,
    optional: true,
  })
  deviationReason?: string;

  @ObjectField(() => ProposedInStepResponse, {
    description: 'Wat in de werkwijze van de kern is voorgesteld, als dat is gedaan. Niet voor financiën.',
    optional: true,
  })
  proposedInStep?: ProposedInStepResponse;

  @IntegerField({ description: 'Plaats in de volgorde van de kern.', minimum: 1, nullable: true })
  place!: number | null;

  @FlagField({ description: 'Of het lot de plaats bepaalde.' })
  byLot!: boolean;

  @TextField({
    description: 'Waarom, in één of twee zinnen. Niet voor financiën.',
    maxLength: 4000,
    optional: true,
  })
  explanation?: string;

  @ObjectField(() => LineResolutionResponse, { description: 'Wat het college besloot.', nullable: true })
  resolution!: LineResolutionResponse | null;
}

export class KernTotalResponse {
  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @CentsField({ description: 'Beschikbaar toen de lijst werd gemaakt, in centen.' })
  availableCents!: Cents;

  @CentsField({ description: 'Samen voorgesteld, in centen, zonder wat eerder is toegekend.' })
  proposedCents!: Cents;
}

export class AbstentionResponse {
  @TextField({ description: 'Het lid van het college.', maxLength: 200 })
  memberName!: string;

  @IdField({
    description: 'De aanvragen waarover dit lid niet meebeslist; leeg is de hele lijst.',
    list: { maxItems: 500 },
  })
  applicationIds!: readonly string[];
}

export class NotReadyResponse {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @TextField({ description: 'Zaaknummer.', maxLength: 14 })
  applicationNumber!: string;

  @TextField({ description: 'Waarom de aanvraag nog niet op de lijst staat.', maxLength: 4000 })
  reason!: string;
}

export class CollegeListSummaryResponse {
  @IdField({ description: 'Kenmerk van de lijst.' })
  id!: string;

  @EnumField({ description: 'Aanvragen, of de wachtlijst.', choices: listSubjects })
  subject!: ListSubject;

  @EnumField({ description: 'Voorgelegd of besloten.', choices: ['proposed', 'resolved'] })
  status!: 'proposed' | 'resolved';

  @VersionField()
  version!: number;

  @IdField({ description: 'De regeling.' })
  regulationId!: string;

  @InstantField({ description: 'Moment waarop de lijst is gemaakt.' })
  preparedAt!: Date;

  @TextField({ description: 'Nummer van het collegebesluit.', maxLength: 60, nullable: true })
  resolutionNumber!: string | null;

  @CalendarDateField({ description: 'Dag van het collegebesluit.', nullable: true })
  resolutionDate!: CalendarDate | null;
}

/** A list for the college, with what is proposed on each line and why. */
export class CollegeListResponse extends CollegeListSummaryResponse {
  @TextField({
    description:
      'Waarmee de loting is na te rekenen: één keer getrokken, voor alle lijsten van de regeling. Leeg als er nog niet geloot hoefde te worden.',
    maxLength: 64,
    nullable: true,
  })
  lotSeed!: string | null;

  @TextField({ description: 'Wat het college wordt gevraagd, in woorden.', maxLength: 20_000 })
  proposalText!: string;

  @ListField(() => AbstentionResponse, {
    description: 'Wie van het college niet meebeslist.',
    maxItems: 20,
  })
  abstentions!: readonly AbstentionResponse[];

  @ListField(() => CollegeListLineResponse, { description: 'De regels.', maxItems: mostLines })
  lines!: readonly CollegeListLineResponse[];

  @ListField(() => KernTotalResponse, { description: 'Totalen per kern.', maxItems: 1000 })
  totals!: readonly KernTotalResponse[];

  @ListField(() => NotReadyResponse, {
    description: 'Wat nog niet kan worden voorgelegd.',
    maxItems: mostLines,
  })
  notReady!: readonly NotReadyResponse[];
}

export class RecomputedLineResponse {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @EnumField({ description: 'Wat de berekening oplevert.', choices: decisionKinds })
  kind!: DecisionKind;

  @CentsField({ description: 'Het bedrag, in centen.' })
  grantedCents!: Cents;

  @IntegerField({ description: 'Plaats in de volgorde.', minimum: 1, nullable: true })
  place!: number | null;
}

/** A list computed again, from nothing but what was stored with it. */
export class RecomputationResponse {
  @FlagField({ description: 'Of de berekening opnieuw hetzelfde oplevert als de lijst.' })
  agrees!: boolean;

  @ListField(() => RecomputedLineResponse, { description: 'De regels.', maxItems: mostLines })
  lines!: readonly RecomputedLineResponse[];
}
