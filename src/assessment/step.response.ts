import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { DocumentField } from '../platform/http/fields/document-field.ts';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import type { CaseView } from '../identity/domain/case-view.ts';
import { stepOutcomes, type StepOutcome } from '../ways/domain/conditions.ts';
import { bodyOf, rulesOf, type Step, stepKinds, type StepKind } from '../ways/domain/step-kinds.ts';
import { roleNames } from '../ways/domain/step-parts.ts';
import type { BodyName } from '../ways/domain/steps/step-rules.ts';
import type { CaseAsRead, CaseOnItsWay } from './case-ways.service.ts';
import { olderThanChange } from './domain/older-than-change.ts';
import { OlderThanChangeResponse } from './older-than-change.response.ts';
import type { StepRecordEntity } from './step-record.entity.ts';

export const stepStates = ['done', 'skipped', 'lapsed', 'open', 'to-come'] as const;

type StepState = (typeof stepStates)[number];

export class StepResponse {
  @CodeField({ description: 'Code van de stap.' })
  code!: string;

  @TextField({ description: 'Hoe de stap heet.', maxLength: 80 })
  title!: string;

  @EnumField({ description: 'Wat voor stap het is.', choices: stepKinds })
  kind!: StepKind;

  @EnumField({
    description: 'Gedaan, overgeslagen, verlopen, aan de beurt, of nog niet aan de beurt.',
    choices: stepStates,
  })
  state!: StepState;

  @TextField({ description: 'Wie de stap doet.', maxLength: 200 })
  who!: string;

  @CalendarDateField({ description: 'Dag waarop de stap begon.', nullable: true })
  startedOn!: CalendarDate | null;

  @CalendarDateField({ description: 'Laatste dag voor de stap.', nullable: true })
  dueOn!: CalendarDate | null;

  @FlagField({ description: 'Of de termijn voorbij is terwijl de stap nog wacht.' })
  isLate!: boolean;

  @FlagField({ description: 'Of de stap wordt gedaan omdat niemand weet of hij mag worden overgeslagen.' })
  isUncertain!: boolean;

  @CalendarDateField({ description: 'Dag waarop de stap is gedaan.', nullable: true })
  doneOn!: CalendarDate | null;

  @EnumField({
    description: 'Wat eruit kwam. Alleen met het deel motivation.',
    choices: stepOutcomes,
    nullable: true,
    optional: true,
  })
  outcome?: StepOutcome | null;

  @TextField({
    description: 'Wat eruit kwam, als tekst. Alleen met het deel motivation.',
    maxLength: 20_000,
    multiline: true,
    nullable: true,
    optional: true,
  })
  report?: string | null;

  @IdField({
    description: 'Bijlagen die bij de stap horen. Alleen met het deel motivation.',
    optional: true,
    list: { maxItems: 20 },
  })
  attachmentIds?: readonly string[];

  @ObjectField(() => OlderThanChangeResponse, {
    description:
      'Wat aan de aanvraag is verbeterd, of minder is afgesproken, nadat de stap is gedaan: wat eruit kwam gaat over de aanvraag van daarvoor. Null als er daarna niets is veranderd. Alleen met het deel motivation.',
    nullable: true,
    optional: true,
  })
  olderThanCorrection?: OlderThanChangeResponse | null;

  @TextField({
    description: 'Wie de stap vastlegde. Alleen met het deel people.',
    maxLength: 200,
    nullable: true,
    optional: true,
  })
  doneByName?: string | null;

  @DocumentField({
    description: 'Het formulier van een stap die nog kan worden gedaan, als JSON Schema; anders null.',
    nullable: true,
  })
  form!: object | null;
}

/** The steps of a case, each where it stands. Their version is that of the application. */
export class StepListResponse {
  @VersionField()
  version!: number;

  @IdField({ description: 'De versie van de werkwijze; null als de kern er geen heeft.', nullable: true })
  wayVersionId!: string | null;

  @FlagField({ description: 'Of alle stappen achter de rug zijn.' })
  isFinished!: boolean;

  @ListField(() => StepResponse, { description: 'De stappen, in volgorde.', maxItems: 30 })
  steps!: readonly StepResponse[];

  static of(
    version: number,
    onItsWay: CaseAsRead | null,
    view: CaseView,
    bodyName: BodyName,
  ): StepListResponse {
    const steps = onItsWay?.version.document.steps ?? [];
    return Object.assign(new StepListResponse(), {
      version,
      wayVersionId: onItsWay?.version.id ?? null,
      isFinished: onItsWay?.progress.isFinished ?? false,
      steps: onItsWay === null ? [] : steps.map((step) => stepOf(step, onItsWay, view, bodyName)),
    });
  }
}

function whoDoes(step: Step, { progress }: CaseOnItsWay, bodyName: BodyName): string {
  const { open } = progress;
  const official = roleNames[open?.step.code === step.code ? open.by : step.by];
  const body = bodyOf(step);
  return body === null ? official : `${bodyName(body)}, met de ${official}`;
}

function stepOf(step: Step, onItsWay: CaseAsRead, view: CaseView, bodyName: BodyName): StepResponse {
  const { progress, records, changes } = onItsWay;
  const past = progress.past.find((each) => each.step.code === step.code);
  const open = progress.open?.step.code === step.code ? progress.open : null;
  const record = records.find(({ stepCode }) => stepCode === step.code);
  const state: StepState = open === null ? (past?.kind ?? 'to-come') : 'open';
  const mayStillCome =
    record === undefined && (open !== null || (past?.kind === 'lapsed' && bodyOf(step) !== null));
  return Object.assign(new StepResponse(), {
    ...{ code: step.code, title: step.title, kind: step.kind, state },
    who: whoDoes(step, onItsWay, bodyName),
    startedOn: open?.startedOn ?? past?.startedOn ?? null,
    dueOn: open?.dueOn ?? (past === undefined || past.kind === 'skipped' ? null : past.dueOn),
    isLate: open?.isLate ?? false,
    isUncertain: open?.isUncertain ?? false,
    doneOn: record?.doneOn ?? null,
    ...(view.has('motivation') && toldBy(step, record, changes)),
    ...(view.has('people') && { doneByName: record?.doneByName ?? null }),
    form: mayStillCome ? rulesOf(step.kind).form : null,
  });
}

function toldBy(
  step: Step,
  record: StepRecordEntity | undefined,
  changes: CaseAsRead['changes'],
): Pick<StepResponse, 'outcome' | 'report' | 'attachmentIds' | 'olderThanCorrection'> {
  if (record === undefined) {
    return { outcome: null, report: null, attachmentIds: [], olderThanCorrection: null };
  }
  const { outcome, findings, attachmentIds } = record;
  const report = rulesOf(step.kind).report(findings, step);
  const olderThanCorrection = OlderThanChangeResponse.of(olderThanChange(record, changes));
  return { outcome, report, attachmentIds, olderThanCorrection };
}
