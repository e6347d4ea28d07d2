import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import type { StepOutcome } from '../../ways/domain/conditions.ts';
import { bodyOf, isBinding, rulesOf, type Step } from '../../ways/domain/step-kinds.ts';
import type { AssessedFinding } from './assessed-finding.ts';
import type { BodyName } from '../../ways/domain/steps/step-rules.ts';

/** A step that was done, with what was found. */
export interface DoneWithFindings {
  readonly step: Step;
  readonly outcome: StepOutcome;
  readonly doneOn: CalendarDate;
  readonly findings: object;
}

/** What bodies of the kern said of a case: advice, meetings, votes and points. */
function saidByBodies(done: readonly DoneWithFindings[]): readonly DoneWithFindings[] {
  return done.filter(({ step }) => bodyOf(step) !== null);
}

/**
 * Whether a proposal goes against something that a body of the kern said. Then it says why, and so does the decision
 * (Awb 3:50).
 */
export function goesAgainstAdvice(proposed: StepOutcome, done: readonly DoneWithFindings[]): boolean {
  return saidByBodies(done).some(({ outcome }) => outcome !== 'none' && outcome !== proposed);
}

function bindsAgainst(done: readonly DoneWithFindings[]): DoneWithFindings | null {
  return saidByBodies(done).find(({ step, outcome }) => isBinding(step) && outcome === 'negative') ?? null;
}

/**
 * The step whose outcome binds and goes against a proposal, when there is one: the regulation gave the body the last
 * word. Somebody is never bound to give money: what the law or the regulation forbids stays forbidden.
 */
export function boundBy(proposed: StepOutcome, done: readonly DoneWithFindings[]): Step | null {
  return proposed === 'positive' ? (bindsAgainst(done)?.step ?? null) : null;
}

/**
 * What the steps say that binds, as a finding; null where no outcome binds. Against the plan it leads to a refusal, also
 * where nobody came to a proposal. A regulation names such a ground itself: the lint of a way sees to that.
 */
export function bindingFinding(done: readonly DoneWithFindings[]): AssessedFinding | null {
  const inFavour = saidByBodies(done).find(({ step, outcome }) => isBinding(step) && outcome === 'positive');
  const against = bindsAgainst(done);
  const said = against ?? inFavour;
  if (said === undefined) return null;
  const { step, findings } = said;
  return {
    ...{ criterionCode: 'binding-advice', assessorSubject: null },
    outcome: against === null ? 'met' : 'not-met',
    statement: `De uitkomst is positief van: ${step.title}.`,
    basis: 'de bindende uitkomst in de regeling',
    reason: rulesOf(step.kind).report(findings, step),
  };
}

/** What was decided, as far as advice can be for or against it. */
export interface DecidedOutcome {
  readonly outcome: 'positive' | 'negative';
  /** Why it is not what was computed or proposed; null where it is. */
  readonly changeReason: string | null;
}

/**
 * Why a decision goes against advice: what the proposal that it follows says of it, or why it was decided otherwise than
 * was proposed. Where the regulation left no choice, the grounds of the decision are the reason.
 */
function reasonToDiffer(done: readonly DoneWithFindings[], decided: DecidedOutcome): string {
  const proposal = done.find(({ step, outcome }) => step.kind === 'proposal' && outcome === decided.outcome);
  const { differsFromAdvice } = (proposal?.findings ?? {}) as { readonly differsFromAdvice?: string };
  return (
    differsFromAdvice ?? decided.changeReason ?? 'De redenen daarvoor zijn de redenen van dit besluit zelf.'
  );
}

/**
 * What the decision says of the advice that was given: who said what (Awb 3:8, 3:9) and, when the decision is otherwise,
 * why (Awb 3:50). Nobody advised: nothing.
 */
export function adviceTexts(
  done: readonly DoneWithFindings[],
  decided: DecidedOutcome,
  bodyName: BodyName,
): string[] {
  const said = saidByBodies(done).map(
    ({ step, doneOn, findings }) =>
      `${bodyName(bodyOf(step) ?? '')}, ${formatDutchDate(doneOn)} (${step.title}): ${rulesOf(step.kind).report(findings, step)}`,
  );
  return goesAgainstAdvice(decided.outcome, done)
    ? [...said, `Wij wijken van een advies af. ${reasonToDiffer(done, decided)}`]
    : said;
}
