import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { type Step, type StepKind, stepKinds } from '../ways/domain/step-kinds.ts';
import { type Verdict, verdicts, whoIsAsked } from './domain/difference.ts';
import type { HistoricStep } from './domain/history.ts';
import type { PastCase, TriedCase } from './domain/past-case.ts';
import type { ReplayedStep } from './domain/replay.ts';
import type { WhoNames } from './who-names.ts';

const pastStates = ['done', 'lapsed', 'open'] as const;
const triedStates = ['asked', 'skipped', 'unknown', 'passed-by'] as const;

class NamedStepResponse {
  @CodeField({ description: 'Code van de stap.' })
  code!: string;

  @TextField({ description: 'Hoe de stap heet.', maxLength: 80 })
  title!: string;

  @EnumField({ description: 'Wat voor stap het is.', choices: stepKinds })
  kind!: StepKind;

  @TextField({ description: 'Wie de stap doet.', maxLength: 200 })
  who!: string;

  static namesOf(step: Step, who: WhoNames): NamedStepResponse {
    const { code, title, kind } = step;
    return { code, title, kind, who: who(whoIsAsked(step)) };
  }
}

export class PastStepResponse extends NamedStepResponse {
  @EnumField({ description: 'Gedaan, verlopen, of nog open toen er werd besloten.', choices: pastStates })
  state!: (typeof pastStates)[number];

  @IntegerField({ description: 'Hoeveel dagen de stap duurde; null als die niet is gedaan.', nullable: true })
  days!: number | null;

  static of({ step, state, days }: HistoricStep, who: WhoNames): PastStepResponse {
    return Object.assign(new PastStepResponse(), NamedStepResponse.namesOf(step, who), { state, days });
  }
}

export class TriedStepResponse extends NamedStepResponse {
  @EnumField({
    description: 'Zou zijn gedaan, zou zijn overgeslagen, onbekend, of de behandeling komt er niet langs.',
    choices: triedStates,
  })
  state!: (typeof triedStates)[number];

  @IntegerField({ description: 'Hoeveel dagen minstens; null als de stap niet was gedaan.', nullable: true })
  leastDays!: number | null;

  @IntegerField({ description: 'Hoeveel dagen hoogstens; null als de stap niet was gedaan.', nullable: true })
  mostDays!: number | null;

  @FlagField({ description: 'Of de aanvraag niet zegt of de stap mag worden overgeslagen.' })
  isUncertain!: boolean;

  static of({ step, state, days, isUncertain }: ReplayedStep, who: WhoNames): TriedStepResponse {
    const fields = { state, leastDays: days?.least ?? null, mostDays: days?.most ?? null, isUncertain };
    return Object.assign(new TriedStepResponse(), NamedStepResponse.namesOf(step, who), fields);
  }
}

export class TriedCaseResponse {
  @IntegerField({ description: 'Welke van de werkwijzen (de eerste is 1).', minimum: 1, maximum: 4 })
  wayPlace!: number;

  @EnumField({ description: 'Hetzelfde, anders, of onbekend.', choices: verdicts })
  verdict!: Verdict;

  @CalendarDateField({ description: 'Wanneer de eerste stap zou beginnen; null als nooit.', nullable: true })
  startedOn!: CalendarDate | null;

  @IntegerField({ description: 'Hoeveel dagen alle stappen samen minstens hadden geduurd.' })
  leastDays!: number;

  @IntegerField({ description: 'Hoeveel dagen zij samen hoogstens hadden geduurd.' })
  mostDays!: number;

  @ListField(() => TriedStepResponse, { description: 'De stappen.', maxItems: 30 })
  steps!: readonly TriedStepResponse[];

  @CodeField({ description: 'Stappen die erbij waren gekomen.', list: { maxItems: 30 } })
  added!: readonly string[];

  @CodeField({ description: 'Stappen die waren weggevallen.', list: { maxItems: 30 } })
  dropped!: readonly string[];

  static of(wayPlace: number, tried: TriedCase, who: WhoNames): TriedCaseResponse {
    const { startedOn, played, difference } = tried;
    return Object.assign(new TriedCaseResponse(), {
      ...{ wayPlace, verdict: difference.verdict, startedOn },
      ...{ leastDays: played.days.least, mostDays: played.days.most },
      steps: played.steps.map((step) => TriedStepResponse.of(step, who)),
      added: difference.added.map(({ step }) => step.code),
      dropped: difference.dropped.map(({ step }) => step.code),
    });
  }
}

/** How one past application went, and how it would have gone. */
export class LaboratoryCaseResponse {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @TextField({ description: 'Zaaknummer.', maxLength: 40, nullable: true })
  number!: string | null;

  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @CalendarDateField({ description: 'Dag van ontvangst.', nullable: true })
  receivedOn!: CalendarDate | null;

  @CalendarDateField({ description: 'Dag van het besluit.' })
  decidedOn!: CalendarDate;

  @IdField({
    description: 'De versie waaronder de zaak is behandeld; null zonder eigen werkwijze.',
    nullable: true,
  })
  wayVersionId!: string | null;

  @ListField(() => PastStepResponse, {
    description: 'Wat er echt is gevraagd; null als dat onbekend is.',
    maxItems: 30,
    nullable: true,
  })
  stepsBefore!: readonly PastStepResponse[] | null;

  @IntegerField({ description: 'Hoeveel dagen de stappen echt duurden; null als onbekend.', nullable: true })
  daysBefore!: number | null;

  @ListField(() => TriedCaseResponse, { description: 'Per werkwijze wat er was gebeurd.', maxItems: 4 })
  outcomes!: readonly TriedCaseResponse[];

  static of(past: PastCase, tried: readonly TriedCase[], who: WhoNames): LaboratoryCaseResponse {
    const { application, kernCode, decidedOn, wayVersionId, history } = past;
    const { id: applicationId, number, receivedOn } = application;
    return Object.assign(new LaboratoryCaseResponse(), {
      ...{ applicationId, number, kernCode, receivedOn, decidedOn, wayVersionId },
      stepsBefore: history?.asked.map((step) => PastStepResponse.of(step, who)) ?? null,
      daysBefore: history?.days ?? null,
      outcomes: tried.map((each, way) => TriedCaseResponse.of(way + 1, each, who)),
    });
  }
}
