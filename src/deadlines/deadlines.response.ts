import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField, FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type DueState, dueStates } from './domain/due-date.ts';
import { type DueDateKind, dueDateKinds } from './domain/due-date-kind.ts';

export class TermStepResponse {
  @CalendarDateField({
    description: 'De laatste dag zoals die na deze stap is, of de dag van de gebeurtenis.',
  })
  onDate!: CalendarDate;

  @TextField({ description: 'De stap in één zin.', maxLength: 600 })
  sentence!: string;
}

export class DueDateResponse {
  @EnumField({ description: 'Wat er uiterlijk dan moet gebeuren.', choices: dueDateKinds })
  kind!: DueDateKind;

  @TextField({ description: 'Hetzelfde in het Nederlands.', maxLength: 120 })
  name!: string;

  @TextField({ description: 'Waar de termijn staat.', maxLength: 120 })
  article!: string;

  @CalendarDateField({
    description: 'De laatste dag, of null zolang de termijn zonder einde stilstaat.',
    nullable: true,
  })
  lastDate!: CalendarDate | null;

  @EnumField({
    description:
      'Loopt, staat stil, gehaald of geëindigd, te laat, of voorbij (en wat daarna gebeurt, wordt hier niet bijgehouden).',
    choices: dueStates,
  })
  state!: DueState;

  @CalendarDateField({ description: 'De dag waarop het is gedaan of eindigde.', nullable: true })
  metDate!: CalendarDate | null;

  @CalendarDateField({ description: 'De eerste dag waarop het te laat was.', nullable: true })
  lateSinceDate!: CalendarDate | null;

  @ListField(() => TermStepResponse, {
    description: 'Hoe die dag is berekend, stap voor stap.',
    maxItems: 60,
  })
  steps!: readonly TermStepResponse[];
}

export class PenaltyStageResponse {
  @CalendarDateField({ description: 'Eerste dag.' })
  fromDate!: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag.' })
  throughDate!: CalendarDate;

  @CentsField({ description: 'Bedrag per dag, in centen.' })
  perDayCents!: Cents;

  @CentsField({ description: 'De dwangsom tot en met deze laatste dag, in centen.' })
  totalCents!: Cents;
}

/** The penalty for a late decision, as it stands today. */
export class PenaltyResponse {
  @CalendarDateField({ description: 'De dag waarop de ingebrekestelling is ontvangen.' })
  noticeReceivedDate!: CalendarDate;

  @FlagField({ description: 'Of de ingebrekestelling na de beslistermijn kwam; anders telt zij niet.' })
  valid!: boolean;

  @IntegerField({ description: 'Over hoeveel dagen de dwangsom tot nu toe loopt.', maximum: 42 })
  days!: number;

  @CentsField({ description: 'De dwangsom tot nu toe, in centen.' })
  amountCents!: Cents;

  @CentsField({
    description: 'Wat is vastgesteld, in centen; null zolang dat niet is gedaan.',
    nullable: true,
  })
  determinedCents!: Cents | null;

  @ListField(() => PenaltyStageResponse, {
    description: 'Wat de dwangsom kost als er geen besluit komt.',
    maxItems: 10,
  })
  stages!: readonly PenaltyStageResponse[];
}

export const clockRecordKinds = [
  'extension',
  'delay-notice',
  'suspension',
  'default-notice',
  'penalty-decision',
  'promise',
] as const;

export type ClockRecordKind = (typeof clockRecordKinds)[number];

/** Something that was recorded about the clock. */
export class ClockRecordResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @EnumField({ description: 'Wat er is vastgelegd.', choices: clockRecordKinds })
  kind!: ClockRecordKind;

  @CalendarDateField({ description: 'De dag waarop het gebeurde of begon.' })
  onDate!: CalendarDate;

  @CalendarDateField({ description: 'De dag die is genoemd, of waarop het eindigde.', nullable: true })
  untilDate!: CalendarDate | null;

  @TextField({ description: 'In één zin wat het betekent.', maxLength: 300 })
  sentence!: string;

  @TextField({
    description: 'Waarom. Alleen met het deel motivation, en als er een reden is gegeven.',
    maxLength: 500,
    optional: true,
  })
  reason?: string;
}

/** All terms of one case, as far as the caller may know of them. */
export class DeadlinesResponse {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @VersionField()
  version!: number;

  @CalendarDateField({ description: 'De dag waarvoor de standen gelden.' })
  asOfDate!: CalendarDate;

  @ListField(() => DueDateResponse, { description: 'De termijnen.', maxItems: 20 })
  deadlines!: readonly DueDateResponse[];

  @ObjectField(() => PenaltyResponse, {
    description: 'De dwangsom, als er een ingebrekestelling is.',
    nullable: true,
  })
  penalty!: PenaltyResponse | null;

  @ListField(() => ClockRecordResponse, {
    description: 'Wat er over de termijnen is vastgelegd.',
    maxItems: 200,
  })
  records!: readonly ClockRecordResponse[];
}
