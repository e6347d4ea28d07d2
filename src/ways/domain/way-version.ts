import { type CalendarDate, calendarDateOf } from '../../kernel/calendar-date.ts';
import type { WayDocument } from './way-document.ts';

/** One activated version of a way of working; it never changes, and cases that began with it keep it. */
export interface WayVersion {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly regulationId: string;
  readonly document: WayDocument;
  /** From this day it holds for new applications of its kernen, until a successor does. */
  readonly activeFrom: CalendarDate;
  readonly activatedAt: Date;
}

/** That a version holds for a kern under a regulation from a day on, until a later one does. */
export interface WayScope {
  readonly kernId: string;
  readonly regulationId: string;
  readonly activeFrom: CalendarDate;
  readonly versionId: string;
}

/** The same, with the moment on which somebody let the version begin. */
export interface ActivatedScope extends WayScope {
  readonly activatedAt: Date;
}

/**
 * The version with which a case of this kern begins; null when the kern has none by then. What is let begin today
 * leaves alone what came in earlier today.
 * @param receivedAt the moment on which the case began
 */
export function versionInForce(
  scopes: readonly ActivatedScope[],
  kernId: string,
  regulationId: string,
  receivedAt: Date,
): string | null {
  const on = calendarDateOf(receivedAt);
  return (
    scopes
      .filter((scope) => scope.kernId === kernId && scope.regulationId === regulationId)
      .filter(({ activeFrom, activatedAt }) => activeFrom <= on && activatedAt <= receivedAt)
      .reduce<WayScope | null>(
        (last, each) => (last === null || each.activeFrom > last.activeFrom ? each : last),
        null,
      )?.versionId ?? null
  );
}
