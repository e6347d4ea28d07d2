import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CaseClock } from './case-clock.ts';
import { decisionTermOf } from './due-dates.ts';

/** The term to decide as it stood when the decision was sent, and whether that was within it. */
export interface KeptDecisionTerm {
  /** The last day; while the clock stood still, the earliest that it could have become. */
  readonly dueOn: CalendarDate;
  /** Whether the clock stood still, without an end, when the decision was sent. */
  readonly stoodStill: boolean;
  readonly announcedOn: CalendarDate;
  readonly isInTime: boolean;
}

/**
 * What to keep of the term once the decision was sent; null while it was not. A decision is given by making it known
 * (Awb 3:40, 3:41), so that the day of sending counts and not the day of the resolution. The term is that of Awb 4:13,
 * or of the regulation, with what made it longer before it was over (4:14(3), 4:15). A notice that names a day
 * (4:14(1)) makes nothing longer. While the clock stands still no term can be over. Later decisions that change the
 * first one are not within this term or outside it: the first day of sending counts.
 */
export function keptDecisionTerm(clock: CaseClock): KeptDecisionTerm | null {
  const { announced, application } = clock;
  if (announced === null || application.receivedOn === null) return null;
  const { lastDay: dueOn, standsStillSince } = decisionTermOf(clock);
  const { sentOn: announcedOn } = announced;
  const stoodStill = standsStillSince !== null;
  return { dueOn, stoodStill, announcedOn, isInTime: stoodStill || announcedOn <= dueOn };
}
