import { present } from '../../kernel/assert.ts';
import { addDays, type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import { type Suspension, suspendedDays } from '../../terms/decision-term.ts';
import { type Condition, conditionHolds, type StepOutcome, type WayFacts } from './conditions.ts';
import type { Step } from './step-kinds.ts';
import { followersOf } from './step-order.ts';
import type { StepRole } from './step-parts.ts';

/** That a step was done, on which day, and what came of it. */
export interface DoneStep {
  readonly outcome: StepOutcome;
  readonly doneOn: CalendarDate;
}

/** A step that is behind the case. */
export type PastStep = { readonly step: Step } & (
  | {
      readonly kind: 'done';
      readonly startedOn: CalendarDate;
      readonly dueOn: CalendarDate;
      readonly doneOn: CalendarDate;
      readonly outcome: StepOutcome;
    }
  | { readonly kind: 'skipped'; readonly startedOn: CalendarDate }
  | { readonly kind: 'lapsed'; readonly startedOn: CalendarDate; readonly dueOn: CalendarDate }
);

/** The step that the case waits for. */
export interface OpenStep {
  readonly step: Step;
  readonly startedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** Who is waited for: who does the step, or who took it over when it was late. */
  readonly by: StepRole;
  readonly isLate: boolean;
  /** Whether it is done because nobody knows if it may be skipped. */
  readonly isUncertain: boolean;
}

export interface Progress {
  readonly past: readonly PastStep[];
  /** Null before the start and after the proposal. */
  readonly open: OpenStep | null;
  readonly isFinished: boolean;
}

export interface WayOfCase {
  readonly steps: readonly Step[];
  /** The day on which the first step began; null while it has not. */
  readonly startedOn: CalendarDate | null;
  readonly facts: WayFacts;
  readonly done: ReadonlyMap<string, DoneStep>;
  /** When the clock stood still for the case it stands still for its steps (Awb 4:15). */
  readonly suspensions: readonly Suspension[];
  readonly today: CalendarDate;
}

/**
 * The last day of a step: its days from the day after the start, and the days on which the clock stood still. While
 * it still stands still, every day that passes is one more.
 */
function dueOf(startedOn: CalendarDate, termDays: number, { suspensions, today }: WayOfCase): CalendarDate {
  let due = addDays(startedOn, termDays);
  let counted = startedOn;
  for (const { startsAfter, until } of suspensions) {
    const from = startsAfter < counted ? counted : startsAfter;
    if (from >= due) continue;
    const runsAgain = until ?? addDays(today, 1);
    due = addDays(due, suspendedDays(from, runsAgain));
    if (runsAgain > counted) counted = addDays(runsAgain, -1);
  }
  return due;
}

function needOf(
  step: Step,
  facts: WayFacts,
  outcomes: ReadonlyMap<string, StepOutcome>,
): 'needed' | 'skipped' | 'uncertain' {
  const conditions: readonly Condition[] = 'when' in step ? (step.when ?? []) : [];
  const held = conditions.map((condition) => conditionHolds(condition, facts, outcomes));
  if (held.includes(false)) return 'skipped';
  return held.includes(null) ? 'uncertain' : 'needed';
}

/**
 * How far a case is on its way, on a day: a pure function of what was done and of the calendar, so that a step whose
 * term passes needs nobody to notice it, and an old case can be played again through another way.
 * What is done after its term was over changes nothing in the order any more, though it is kept.
 */
export function progressOf(way: WayOfCase): Progress {
  const { steps, startedOn, facts, done, today } = way;
  if (startedOn === null || startedOn > today) return { past: [], open: null, isFinished: false };
  const past: PastStep[] = [];
  const outcomes = new Map<string, StepOutcome>();
  let from = startedOn;
  for (let place: number | null = 0; place !== null;) {
    const step: Step = present(steps[place], 'what follows is a step');
    const { onward, negative } = followersOf(steps, place);
    const need = needOf(step, facts, outcomes);
    if (need === 'skipped') {
      past.push({ step, kind: 'skipped', startedOn: from });
      place = onward;
      continue;
    }
    const dueOn = dueOf(from, step.termDays, way);
    const lapses = step.whenLate.kind === 'continue';
    const came = done.get(step.code);
    if (came !== undefined && came.doneOn <= today && (!lapses || came.doneOn <= dueOn)) {
      past.push({ step, kind: 'done', startedOn: from, dueOn, ...came });
      outcomes.set(step.code, came.outcome);
      from = came.doneOn > from ? came.doneOn : from;
      place = came.outcome === 'negative' ? (negative ?? onward) : onward;
      continue;
    }
    const isLate = today > dueOn;
    if (isLate && lapses) {
      past.push({ step, kind: 'lapsed', startedOn: from, dueOn });
      from = addDays(dueOn, 1);
      place = onward;
      continue;
    }
    const by = isLate && step.whenLate.kind === 'hand-over' ? step.whenLate.to : step.by;
    const open = { step, startedOn: from, dueOn, by, isLate, isUncertain: need === 'uncertain' };
    return { past, open, isFinished: false };
  }
  return { past, open: null, isFinished: true };
}

/** The first day on which the case would be somewhere else by the passing of time alone; null when none. */
export function changesByItselfOn({ open }: Progress): CalendarDate | null {
  if (open === null || open.isLate || open.step.whenLate.kind === 'wait') return null;
  return addDays(open.dueOn, 1);
}

/** How long the steps took until the last that is behind, in days. */
export function daysTaken({ past }: Progress, startedOn: CalendarDate): number {
  const last = past
    .flatMap((each) => (each.kind === 'skipped' ? [] : [each.kind === 'done' ? each.doneOn : each.dueOn]))
    .at(-1);
  return last === undefined ? 0 : Math.max(0, daysBetween(startedOn, last));
}
