import type { StepOutcome } from '../../ways/domain/conditions.ts';
import { bodyOf, rulesOf, type Step } from '../../ways/domain/step-kinds.ts';
import type { HistoricStep } from './history.ts';

/** A number of days of which the exact one need not be known. */
export interface Days {
  readonly least: number;
  readonly most: number;
}

/** How long a step would have taken and what would have come of it; a null outcome is not known. */
export interface Expected {
  readonly days: Days;
  readonly outcome: StepOutcome | null;
}

function isLike(step: Step, { step: past }: HistoricStep): boolean {
  return past.kind === step.kind && bodyOf(past) === bodyOf(step);
}

/**
 * From which step of the past each step is known, by its place: the same kind of step for the same body, and of
 * several the one with the same code first. A step of the past tells of one step only.
 */
export function matched(
  steps: readonly Step[],
  asked: readonly HistoricStep[],
): ReadonlyMap<number, HistoricStep> {
  const found = new Map<number, HistoricStep>();
  const free = new Set(asked);
  for (const sameCode of [true, false]) {
    steps.forEach((step, place) => {
      if (found.has(place)) return;
      const fits = [...free].find(
        (past) => isLike(step, past) && (!sameCode || past.step.code === step.code),
      );
      if (fits === undefined) return;
      free.delete(fits);
      found.set(place, fits);
    });
  }
  return found;
}

/** What came of the same findings under the step as it is written now; null where they do not fit it. */
function outcomeUnder(step: Step, { findings }: HistoricStep): StepOutcome | null {
  if (findings === null) return null;
  const rules = rulesOf(step.kind);
  const fits = (rules.contradictions?.(findings, step) ?? []).length === 0;
  return fits ? rules.outcomeOf(findings, step) : null;
}

/** What history tells of a step; without it, anything up to its whole term. */
export function expectedOf(step: Step, past: HistoricStep | null): Expected {
  const { termDays } = step;
  const lapses = step.whenLate.kind === 'continue';
  // What follows a step that lapses begins on the day after its last.
  const whole = lapses ? termDays + 1 : termDays;
  if (past === null) return { days: { least: 0, most: whole }, outcome: null };
  const isTooLate = lapses && past.waitedDays > termDays;
  if (isTooLate) return { days: { least: whole, most: whole }, outcome: 'none' };
  if (past.days !== null) {
    return { days: { least: past.days, most: past.days }, outcome: outcomeUnder(step, past) };
  }
  return { days: { least: past.waitedDays, most: Math.max(whole, past.waitedDays) }, outcome: null };
}
