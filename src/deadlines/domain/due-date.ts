import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { Suspension } from '../../terms/decision-term.ts';
import type { TermStep } from '../../terms/general-terms-act.ts';
import { type DueDateKind, ruleOf } from './due-date-kind.ts';

/** A last day with its derivation. It depends on what was recorded, and not on what day it is. */
export interface DueDate {
  readonly kind: DueDateKind;
  /** Null while the clock stands still without an end. */
  readonly lastDay: CalendarDate | null;
  readonly steps: readonly TermStep[];
  /** The day on which it was done, or came to its end. */
  readonly metOn: CalendarDate | null;
  readonly standstills: readonly Pick<Suspension, 'startsAfter' | 'until'>[];
}

export const dueStates = ['running', 'suspended', 'met', 'late', 'passed'] as const;

/**
 * How a due date stands on a day. `late`: not done, and the service would know if it was; `passed`: the day is over,
 * and what follows from that is not for the municipality to do, or is not recorded here.
 */
export type DueState = (typeof dueStates)[number];

function standsStillOn({ standstills }: DueDate, today: CalendarDate): boolean {
  return standstills.some(
    ({ startsAfter, until }) => startsAfter < today && (until === null || today < until),
  );
}

export function stateOf(due: DueDate, today: CalendarDate): DueState {
  if (due.metOn !== null) return 'met';
  if (due.lastDay === null) return 'suspended';
  if (due.lastDay < today) return ruleOf(due.kind).chased ? 'late' : 'passed';
  return standsStillOn(due, today) ? 'suspended' : 'running';
}

/** The first day on which it was late, or null when it is or was in time. */
export function lateSince({ lastDay, metOn, kind }: DueDate, today: CalendarDate): CalendarDate | null {
  if (lastDay === null || !ruleOf(kind).chased) return null;
  return (metOn ?? today) > lastDay ? addDays(lastDay, 1) : null;
}

/** Whether it still asks for something, so that it belongs in a list of what is due. */
export function isOpen({ lastDay, metOn }: DueDate): boolean {
  return lastDay !== null && metOn === null;
}

/** In which order matters what comes next: what is with the applicant first, then what the municipality must do. */
const order: readonly DueDateKind[] = ['completion', 'leaving-untreated', 'decision', 'objection'];

/** The next day that matters in law to who may know of these due dates, or null when there is none. */
export function nextDueDate(dueDates: readonly DueDate[], today: CalendarDate): DueDate | null {
  const matters = dueDates.filter((due) => ['running', 'suspended', 'late'].includes(stateOf(due, today)));
  for (const kind of order) {
    const found = matters.findLast((due) => due.kind === kind);
    if (found) return found;
  }
  return null;
}
