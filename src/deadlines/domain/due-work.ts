import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import {
  type WaitingItem,
  type WaitsFor,
  type WorkRank,
  workRanks,
} from '../../applications/domain/waiting-work.ts';
import { type DueDateKind, ruleOf } from './due-date-kind.ts';

interface WorkRule {
  readonly waitsFor: WaitsFor;
  readonly rank: WorkRank;
}

/** The due dates that ask something of the municipality; the others are for the applicant, or ask nothing yet. */
const workRules: Partial<Record<DueDateKind, WorkRule>> = {
  'default-notice': { waitsFor: 'handler', rank: workRanks.costly },
  penalty: { waitsFor: 'handler', rank: workRanks.costly },
  'penalty-decision': { waitsFor: 'registrar', rank: workRanks.costly },
  'penalty-payment': { waitsFor: 'finance', rank: workRanks.costlyUntilPast },
  payment: { waitsFor: 'finance', rank: workRanks.costlyUntilPast },
  decision: { waitsFor: 'handler', rank: workRanks.lawful },
  'leaving-untreated': { waitsFor: 'handler', rank: workRanks.lawfulUntilPast },
  settlement: { waitsFor: 'handler', rank: workRanks.lawfulUntilPast },
  expected: { waitsFor: 'handler', rank: workRanks.promised },
  promise: { waitsFor: 'handler', rank: workRanks.promised },
  'answer-target': { waitsFor: 'handler', rank: workRanks.promised },
  'contact-target': { waitsFor: 'handler', rank: workRanks.promisedUntilPast },
};

/** How long before a last day it becomes work of today: a week, as where lists begin to speak of haste. */
export const daysAhead = 7;

/** What due dates ask of whom at the town hall. */
export function workOf(
  dueDates: readonly { readonly kind: DueDateKind; readonly dueOn: CalendarDate }[],
): WaitingItem[] {
  return dueDates.flatMap(({ kind, dueOn }) => {
    const rule = workRules[kind];
    if (rule === undefined) return [];
    const hiddenAfter = ruleOf(kind).chased ? null : dueOn;
    return [{ kind, ...rule, actsOn: dueOn, visibleOn: addDays(dueOn, -daysAhead), hiddenAfter }];
  });
}
