import type { CalendarDate } from '../../kernel/calendar-date.ts';

/** What makes work wait: a last day, a step of the kern's way, or a supplement that came in. */
export type WorkSource = 'deadline' | 'step' | 'supplement';

/**
 * For whom it waits: whoever handles the case, or somebody with this role. What waits for the handler is the
 * assignee's alone once the case was assigned.
 */
export type WaitsFor = 'handler' | 'kernregisseur' | 'assessor' | 'registrar' | 'finance';

/**
 * The order of urgency in law: what costs money, what the law sets a day for, letters without which nothing takes
 * effect, what lies ready, and what was only promised. Days of which the service cannot know whether they were met
 * stand apart, because they leave the list when they are over.
 */
export const workRanks = {
  costly: 1,
  lawful: 2,
  letters: 3,
  ready: 4,
  promised: 5,
  costlyUntilPast: 11,
  lawfulUntilPast: 12,
  promisedUntilPast: 15,
} as const;

export type WorkRank = (typeof workRanks)[keyof typeof workRanks];

/** One thing that waits. */
export interface WaitingItem {
  /** Which one of its source: the kind of due date, or the code of the step. */
  readonly kind: string;
  readonly waitsFor: WaitsFor;
  readonly rank: WorkRank;
  /** The last day, or the day from which it waits where there is none: by this the list is ordered. */
  readonly actsOn: CalendarDate;
  /** From this day on it is work; before, it may come by itself. */
  readonly visibleOn: CalendarDate;
  /** The last day on which it is; null when somebody must do it first. */
  readonly hiddenAfter: CalendarDate | null;
}
