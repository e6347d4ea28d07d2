import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { leaveUntreatedTerm } from '../../terms/after-announcement.ts';
import type { Suspension } from '../../terms/decision-term.ts';

/** One thing that is lacking, and why it is needed. */
export interface RequestedItem {
  readonly what: string;
  readonly why: string;
}

/** A request to complete an application (Awb 4:5). It starts to count when its letter is sent. */
export interface CompletionRequest {
  readonly id: string;
  readonly applicationId: string;
  readonly letterId: string;
  readonly items: readonly RequestedItem[];
  readonly askedOn: CalendarDate | null;
  /** The last day to complete; null until the letter is sent. */
  readonly lastDay: CalendarDate | null;
  readonly answeredOn: CalendarDate | null;
}

/** Whether the applicant was asked something that is not answered yet. */
export function awaitsAnswer(requests: readonly CompletionRequest[]): boolean {
  return requests.some(({ askedOn, answeredOn }) => askedOn !== null && answeredOn === null);
}

/**
 * The periods in which the clock stood still. A request that is still open counts until its last day; one that
 * nobody answered in time ended when its term had run out, which is the day after its last day (Awb 4:15(1)). Who
 * completes later than that does not make the clock stand still longer.
 */
export function suspensionsOf(requests: readonly CompletionRequest[]): Suspension[] {
  return requests.flatMap(({ askedOn, lastDay, answeredOn }) => {
    if (askedOn === null || lastDay === null) return [];
    const ranOutOn = addDays(lastDay, 1);
    const until = answeredOn !== null && answeredOn < ranOutOn ? answeredOn : ranOutOn;
    return [{ ground: 'completion' as const, startsAfter: askedOn, until }];
  });
}

/**
 * Whether leaving untreated is still possible: the decision is announced within four weeks after the term ran out
 * (Awb 4:5(4)). After that the application is decided on its content.
 */
export function mayLeaveUntreated(requests: readonly CompletionRequest[], today: CalendarDate): boolean {
  return requests.some(
    ({ lastDay, answeredOn }) =>
      answeredOn === null &&
      lastDay !== null &&
      lastDay < today &&
      today <= leaveUntreatedTerm(lastDay).lastDay,
  );
}

/** Whether the term to complete has run out unused, so that the application may be left untreated (Awb 4:5(1)). */
export function hasRunOut(requests: readonly CompletionRequest[], today: CalendarDate): boolean {
  return requests.some(
    ({ lastDay, answeredOn }) => answeredOn === null && lastDay !== null && lastDay < today,
  );
}
