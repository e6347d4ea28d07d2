import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import type { ApplicationEventEntity } from '../applications/application-event.entity.ts';
import { type LifecycleEvent, lifecycleEvents } from '../applications/domain/lifecycle.ts';
import { FindingResponse, HistoryWarningResponse } from '../assessment/finding.response.ts';
import { type DueDateKind, dueDateKinds } from '../deadlines/domain/due-date-kind.ts';
import type { LetterProof } from '../letters/letter-verification.service.ts';
import type { ChangedDecisionEntity } from '../decisions/changed-decision.entity.ts';
import { type ChangeKind, changeKinds } from '../decisions/domain/change-kind.ts';
import { type DecisionKind, decisionKinds } from '../decisions/domain/proposal-facts.ts';
import type { CaseView } from '../identity/domain/case-view.ts';
import { type Action, actions } from '../identity/domain/actions.ts';
import { LetterResponse } from '../letters/letter.response.ts';
import { CutGroundResponse } from '../regulations/check.response.ts';
import { mostLetters } from './case-records.service.ts';
import type { KnownDecision } from './known-decisions.service.ts';

export class TimelineEventResponse {
  @IdField({ description: 'Kenmerk van de stap.' })
  id!: string;

  @EnumField({ description: 'Wat er gebeurde.', choices: lifecycleEvents })
  kind!: LifecycleEvent;

  @CalendarDateField({ description: 'Dag waarvoor het telt.' })
  countsOn!: CalendarDate;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  @TextField({ description: 'Wie het deed. Alleen met het deel people.', maxLength: 200, optional: true })
  actorName?: string;

  static of(event: ApplicationEventEntity, view: CaseView): TimelineEventResponse {
    const { id, kind, countsOn, recordedAt, actorName } = event;
    return Object.assign(new TimelineEventResponse(), {
      ...{ id, kind, countsOn, recordedAt },
      ...(view.has('people') && { actorName }),
    });
  }
}

export class DeadlineResponse {
  @EnumField({ description: 'Wat er uiterlijk dan moet gebeuren.', choices: dueDateKinds })
  kind!: DueDateKind;

  @CalendarDateField({
    description: 'De laatste dag, of null zolang de termijn zonder einde stilstaat.',
    nullable: true,
  })
  lastDate!: CalendarDate | null;

  @TextField({ description: 'Hoe die dag is berekend.', maxLength: 500, list: { maxItems: 50 } })
  sentences!: readonly string[];
}

export class ComputationLineResponse {
  @TextField({ description: 'Waarvoor.', maxLength: 200 })
  label!: string;

  @CentsField({ description: 'Bedrag in centen; wat eraf gaat is negatief.', signed: true })
  amountCents!: Cents;

  @ObjectField(() => CutGroundResponse, { description: 'Bij een aftrek: waarom.', optional: true })
  because?: CutGroundResponse;
}

export class DecisionReasonResponse {
  @TextField({ description: 'De voorwaarde.', maxLength: 500 })
  statement!: string;

  @TextField({ description: 'Waar die staat.', maxLength: 300 })
  basis!: string;

  @TextField({ description: 'Wat is vastgesteld.', maxLength: 1000 })
  reason!: string;

  @EnumField({ description: 'Voldaan of niet voldaan.', choices: ['met', 'not-met'] })
  outcome!: 'met' | 'not-met';
}

export class DecisionChangeResponse {
  @IdField({ description: 'Kenmerk van de wijziging.' })
  id!: string;

  @EnumField({ description: 'Meer, minder, ingetrokken of vastgesteld.', choices: changeKinds })
  kind!: ChangeKind;

  @CentsField({ description: 'Toegekend vanaf dan, in centen.' })
  grantedCents!: Cents;

  @TextField({ description: 'Nummer van het besluit.', maxLength: 200 })
  resolutionNumber!: string;

  @CalendarDateField({ description: 'Dag van het besluit.' })
  decidedOn!: CalendarDate;

  @ListField(() => DecisionReasonResponse, {
    description: 'De redenen. Alleen met het deel motivation.',
    maxItems: 100,
    optional: true,
  })
  reasons?: readonly DecisionReasonResponse[];

  @IdField({ description: 'De brief. Alleen met het deel motivation.', optional: true })
  letterId?: string;

  static of(change: ChangedDecisionEntity, view: CaseView): DecisionChangeResponse {
    const { id, kind, grantedCents, resolutionNumber, decidedOn, letterId } = change;
    const reasons = change.reasons.map(({ statement, basis, reason, outcome }) => ({
      ...{ statement, basis, reason, outcome },
    }));
    return Object.assign(new DecisionChangeResponse(), {
      ...{ id, kind, grantedCents, resolutionNumber, decidedOn },
      ...(view.has('motivation') && { reasons, letterId }),
    });
  }
}

export class DecisionResponse {
  @IdField({ description: 'Kenmerk van het besluit.' })
  id!: string;

  @EnumField({ description: 'Soort besluit.', choices: decisionKinds })
  kind!: DecisionKind;

  @CentsField({ description: 'Toegekend, in centen.' })
  grantedCents!: Cents;

  @TextField({ description: 'Nummer van het collegebesluit.', maxLength: 60 })
  resolutionNumber!: string;

  @CalendarDateField({ description: 'Dag van het besluit.' })
  decidedOn!: CalendarDate;

  @ListField(() => ComputationLineResponse, { description: 'De berekening; telt op.', maxItems: 100 })
  computation!: readonly ComputationLineResponse[];

  @ListField(() => DecisionReasonResponse, {
    description: 'De redenen. Alleen met het deel motivation.',
    maxItems: 100,
    optional: true,
  })
  reasons?: readonly DecisionReasonResponse[];

  @IdField({ description: 'De brief. Alleen met het deel motivation.', optional: true })
  letterId?: string;

  @TextField({
    description: 'Controlecode van de brief. Alleen met het deel motivation.',
    maxLength: 20,
    nullable: true,
    optional: true,
  })
  verificationCode?: string | null;

  @TextField({
    description:
      'SHA-256 van de brief zoals die is verzonden, of null voor de verzending. Alleen met het deel motivation.',
    maxLength: 64,
    nullable: true,
    optional: true,
  })
  letterSha256?: string | null;

  @CentsField({ description: 'Toegekend na alle wijzigingen, in centen.' })
  currentCents!: Cents;

  @CalendarDateField({
    description: 'Tot en met deze dag kan geld dat vrijkomt nog hierheen gaan, of null.',
    nullable: true,
  })
  waitingUntilDate!: CalendarDate | null;

  @ListField(() => DecisionChangeResponse, {
    description: 'Hoe het besluit is gewijzigd, oudste eerst.',
    maxItems: 1000,
  })
  changes!: readonly DecisionChangeResponse[];

  static of(
    { decision, changes }: KnownDecision,
    view: CaseView,
    proof: LetterProof | null = null,
  ): DecisionResponse {
    const { id, kind, grantedCents, resolutionNumber, decidedOn, computation, letterId } = decision;
    const reasons = decision.reasons.map(({ statement, basis, reason, outcome }) => ({
      ...{ statement, basis, reason, outcome },
    }));
    return Object.assign(new DecisionResponse(), {
      ...{ id, kind, grantedCents, resolutionNumber, decidedOn, computation },
      ...{
        currentCents: changes.at(-1)?.grantedCents ?? grantedCents,
        waitingUntilDate: decision.waitingUntil,
      },
      changes: changes.map((change) => DecisionChangeResponse.of(change, view)),
      ...(view.has('motivation') && {
        ...{ reasons, letterId },
        ...(proof && { verificationCode: proof.verificationCode, letterSha256: proof.sha256 }),
      }),
    });
  }
}

/** That less was agreed with the applicant than was asked for at first. */
export class AgreedReductionResponse {
  @CentsField({ description: 'Wat eerst werd gevraagd, in centen.' })
  firstRequestedCents!: Cents;

  @CalendarDateField({ description: 'Dag waarop minder is afgesproken.' })
  agreedOn!: CalendarDate;
}

/** Everything about one case on one page. */
export class CaseOverviewResponse {
  @VersionField()
  version!: number;

  @ObjectField(() => ApplicationResponse, { description: 'De aanvraag.' })
  application!: ApplicationResponse;

  @TextField({ description: 'Naam van de kern.', maxLength: 80 })
  kernName!: string;

  @ObjectField(() => AgreedReductionResponse, {
    description: 'Wat eerst werd gevraagd, als met de aanvrager minder is afgesproken; anders null.',
    nullable: true,
  })
  agreedReduction!: AgreedReductionResponse | null;

  @CentsField({
    description: 'Wat de kern nog heeft, in centen, of null zolang er geen budget voor de kern is.',
    nullable: true,
  })
  availableInKernCents!: Cents | null;

  @ListField(() => FindingResponse, {
    description: 'De bevindingen per voorwaarde. Alleen met het deel motivation.',
    maxItems: 100,
    optional: true,
  })
  findings?: readonly FindingResponse[];

  @ListField(() => HistoryWarningResponse, {
    description:
      'Wat eerdere aanvragen doen vermoeden; leeg voor aanvragers. Alleen met het deel motivation.',
    maxItems: 200,
    optional: true,
  })
  warnings?: readonly HistoryWarningResponse[];

  @ObjectField(() => DeadlineResponse, { description: 'De eerstvolgende termijn.', nullable: true })
  nextDeadline!: DeadlineResponse | null;

  @CalendarDateField({ description: 'Wat de gemeente beloofde; geen wettelijke termijn.', nullable: true })
  promisedAnswerOn!: CalendarDate | null;

  @EnumField({ description: 'Wat u nu kunt doen.', choices: actions, list: { maxItems: actions.length } })
  possibleActions!: readonly Action[];

  @ObjectField(() => DecisionResponse, { description: 'Het besluit.', nullable: true })
  decision!: DecisionResponse | null;

  @ListField(() => LetterResponse, {
    description: 'De nieuwste brieven, oudste eerst. Alleen met het deel motivation.',
    maxItems: mostLetters,
    optional: true,
  })
  letters?: readonly LetterResponse[];
}
