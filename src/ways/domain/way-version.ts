import type { CalendarDate } from '../../kernel/calendar-date.ts';
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
}

/** That a version holds for a kern under a regulation from a day on, until a later one does. */
export interface WayScope {
  readonly kernId: string;
  readonly regulationId: string;
  readonly activeFrom: CalendarDate;
  readonly versionId: string;
}

/** The version with which a case of this kern begins on a day; null when the kern has none by then. */
export function versionInForce(
  scopes: readonly WayScope[],
  kernId: string,
  regulationId: string,
  on: CalendarDate,
): string | null {
  return (
    scopes
      .filter(
        (scope) => scope.kernId === kernId && scope.regulationId === regulationId && scope.activeFrom <= on,
      )
      .reduce<WayScope | null>(
        (last, each) => (last === null || each.activeFrom > last.activeFrom ? each : last),
        null,
      )?.versionId ?? null
  );
}
