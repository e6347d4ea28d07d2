import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { type Cents, zeroCents } from '../../kernel/money.ts';
import { penaltyOver } from '../../terms/penalty.ts';
import type { DueDateKind } from './due-date-kind.ts';

export const urgencies = ['late', 'this-week', 'later'] as const;

/** How much haste something has on a day: the day is over, comes within seven days, or later. */
export type Urgency = (typeof urgencies)[number];

export function urgencyOn(lastDay: CalendarDate, today: CalendarDate): Urgency {
  if (lastDay < today) return 'late';
  return lastDay <= addDays(today, 7) ? 'this-week' : 'later';
}

const costly: readonly DueDateKind[] = [
  'default-notice',
  'penalty',
  'penalty-decision',
  'penalty-payment',
  'payment',
];

/** Whether missing it costs the municipality money: a penalty (Awb 4:17), or interest (Awb 4:98). */
export function costsMoney(kind: DueDateKind): boolean {
  return costly.includes(kind);
}

/** What lateness has come to cost: after the two weeks of a default notice every day does. */
export function accruedOn(kind: DueDateKind, lastDay: CalendarDate, today: CalendarDate): Cents {
  return kind === 'default-notice' && lastDay < today ? penaltyOver(addDays(lastDay, 1), today) : zeroCents;
}
