import type { Role } from '../../kernel/actor.ts';
import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { DomainError, type InputFault } from '../../kernel/domain-error.ts';
import { type Cents, formatEuros } from '../../kernel/money.ts';
import {
  type ApplicationStatus,
  dutchStatus,
  undecidedStatuses,
} from '../../applications/domain/lifecycle.ts';
import { schemaFaults } from '../../regulations/domain/schema/schema-faults.ts';
import type { StepOutcome } from '../../ways/domain/conditions.ts';
import type { OpenStep, Progress } from '../../ways/domain/progress.ts';
import { bodyOf, rulesOf, type Step } from '../../ways/domain/step-kinds.ts';
import { roleNames, type StepRole } from '../../ways/domain/step-parts.ts';
import { assessmentProblems } from './assessment.problems.ts';
import { boundBy, type DoneWithFindings, goesAgainstAdvice } from './given-advice.ts';

/** Where a case stands when somebody does a step. */
export interface StandingCase {
  readonly status: ApplicationStatus;
  readonly requestedCents: Cents;
  readonly onItsWay: {
    readonly version: { readonly document: { readonly steps: readonly Step[] } };
    readonly startedOn: CalendarDate | null;
    readonly progress: Progress;
    readonly records: readonly {
      readonly stepCode: string;
      readonly outcome: StepOutcome;
      readonly doneOn: CalendarDate;
      readonly findings: object;
    }[];
  } | null;
  readonly today: CalendarDate;
}

/** What somebody says was done. */
export interface SaidDone {
  readonly stepCode: string;
  readonly doneOn: CalendarDate;
  readonly findings: object;
  readonly roles: readonly Role[];
}

type Checked = Pick<SaidDone, 'stepCode' | 'doneOn' | 'findings'> & {
  readonly outcome: StepOutcome;
  /** From when until when the step could be done. */
  readonly startedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly people: number | null;
};

function refusal(
  code: keyof typeof assessmentProblems,
  detail: string,
  faults: readonly InputFault[] = [],
): DomainError {
  return DomainError.of(assessmentProblems, code, detail, faults);
}

/**
 * What somebody did, when it can be done now and by them.
 * @throws DomainError `assessment-closed`, `step-unknown`, `step-already-done`, `step-not-open`, `step-of-another`,
 *   `step-day-impossible`, `findings-invalid`, `advice-needs-reason` or `advice-binds`
 */
export function checkedStep(standing: StandingCase, said: SaidDone): Checked {
  const { status, onItsWay } = standing;
  if (!(undecidedStatuses as readonly string[]).includes(status)) {
    const detail = `Deze aanvraag is "${dutchStatus(status)}"; dan kunt u geen stap meer vastleggen.`;
    throw refusal('assessment-closed', detail);
  }
  const step = onItsWay?.version.document.steps.find(({ code }) => code === said.stepCode);
  if (onItsWay === null || step === undefined) {
    throw refusal('step-unknown', `De werkwijze van deze aanvraag kent geen stap "${said.stepCode}".`);
  }
  if (onItsWay.records.some(({ stepCode }) => stepCode === said.stepCode)) throw stepAlreadyDone();
  const { by, startedOn, dueOn } = turnOf(step, onItsWay.progress);
  refuseOther(by, step, said.roles);
  refuseDay(said.doneOn, onItsWay.startedOn, standing.today);
  const outcome = outcomeOf(step, said.findings);
  refuseMoreThanAsked(said.findings, standing.requestedCents);
  const done = onItsWay.records.flatMap((record): DoneWithFindings[] => {
    const of = onItsWay.version.document.steps.find(({ code }) => code === record.stepCode);
    return of === undefined ? [] : [{ step: of, ...record }];
  });
  refuseSilence(step, outcome, said.findings, done);
  const { stepCode, doneOn, findings } = said;
  const people = rulesOf(step.kind).people?.(findings) ?? null;
  return { stepCode, doneOn, findings, outcome, startedOn, dueOn, people };
}

/** Also what the database says when two do the same at once. */
export function stepAlreadyDone(): DomainError {
  return refusal('step-already-done', 'Deze stap is al gedaan. Haal de stappen opnieuw op.');
}

/**
 * Who does a step now, and since when until when. What a body says may come after its term, as long as nothing was
 * decided (Awb 3:6).
 */
function turnOf(step: Step, { open, past }: Progress): Pick<OpenStep, 'by' | 'startedOn' | 'dueOn'> {
  if (open?.step.code === step.code) return open;
  const lapsed = past.find((each) => each.step.code === step.code);
  if (lapsed?.kind === 'lapsed' && bodyOf(step) !== null) return { ...lapsed, by: step.by };
  const waiting =
    open === null ? 'De behandeling is niet begonnen of al klaar.' : `Nu aan de beurt: "${open.step.title}".`;
  throw refusal('step-not-open', `"${step.title}" is niet aan de beurt. ${waiting}`);
}

/** A village body that logs in gives its own advice; everything else is for the official who is named. */
function refuseOther(by: StepRole, step: Step, roles: readonly Role[]): void {
  if (roles.includes(by) || (step.kind === 'advice' && roles.includes('village-adviser'))) return;
  throw refusal('step-of-another', `"${step.title}" is voor de ${roleNames[by]}.`);
}

function refuseDay(doneOn: CalendarDate, startedOn: CalendarDate | null, today: CalendarDate): void {
  const isBefore = startedOn !== null && doneOn < startedOn;
  if (doneOn <= today && !isBefore) return;
  const detail = isBefore
    ? `De behandeling begon op ${formatDutchDate(startedOn)}; eerder kan een stap niet zijn gedaan.`
    : 'Leg een stap vast als die is gedaan, niet ervoor.';
  const code = 'step-day-impossible';
  throw refusal(code, detail, [{ in: 'body', location: '/doneOn', code, detail }]);
}

/** @throws DomainError `findings-invalid` with every fault of the form at its place */
function outcomeOf(step: Step, findings: object): StepOutcome {
  const rules = rulesOf(step.kind);
  const formal = schemaFaults(rules.form, findings);
  const faults = formal.length > 0 ? formal : (rules.contradictions?.(findings, step) ?? []);
  if (faults.length === 0) return rules.outcomeOf(findings, step);
  const detail = 'Het formulier van deze stap is nog niet goed ingevuld.';
  throw refusal(
    'findings-invalid',
    detail,
    faults.map((fault) => ({
      in: 'body',
      location: `/findings${fault.pointer}`,
      code: fault.code,
      detail: `${fault.detail} ${fault.suggestion}`,
    })),
  );
}

/** Nobody gets more than was asked; what a proposal may be beside that depends on all who compete (Awb 4:25). */
function refuseMoreThanAsked(findings: object, requestedCents: Cents): void {
  if (!('amountCents' in findings) || Number(findings.amountCents) <= requestedCents) return;
  const detail = `Gevraagd is ${formatEuros(requestedCents)}; stel niet meer voor.`;
  const fault = { location: '/findings/amountCents', code: 'more-than-requested', detail };
  throw refusal('findings-invalid', detail, [{ in: 'body', ...fault }]);
}

/**
 * Whoever proposes against advice says why: the decision needs that reason (Awb 3:50). What the regulation makes binding is
 * followed.
 */
function refuseSilence(
  step: Step,
  outcome: StepOutcome,
  findings: object,
  done: readonly DoneWithFindings[],
): void {
  if (step.kind !== 'proposal') return;
  const bound = boundBy(outcome, done);
  if (bound !== null) {
    const binding = `De uitkomst van "${bound.title}" is bindend en negatief; stel voor om af te wijzen.`;
    const place = {
      in: 'body',
      location: '/findings/outcome',
      code: 'advice-binds',
      detail: binding,
    } as const;
    throw refusal('advice-binds', binding, [place]);
  }
  if ('differsFromAdvice' in findings) return;
  if (!goesAgainstAdvice(outcome, done)) return;
  const detail = 'Het voorstel wijkt af van een advies. Zeg waarom (Awb 3:50).';
  const code = 'advice-needs-reason';
  throw refusal(code, detail, [{ in: 'body', location: '/findings/differsFromAdvice', code, detail }]);
}
