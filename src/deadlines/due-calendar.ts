import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { type DueDateKind, ruleOf } from './domain/due-date-kind.ts';

/** What a calendar shows of a due date: a number, a kind and a village, and nobody. */
export interface CalendarItem {
  readonly applicationId: string;
  readonly number: string;
  readonly kind: DueDateKind;
  readonly kernName: string;
  readonly dueOn: CalendarDate;
  readonly changedAt: Date;
}

const refreshSeconds = 3_600;

/** A day without a time, as the library reads it: by the parts that UTC shows. */
function wholeDay(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/**
 * Due dates as a calendar (RFC 5545): whole days that leave the reader free. The same items give the same text, so
 * that a program that asks again learns that nothing has changed.
 */
export function dueCalendar(items: readonly CalendarItem[]): string {
  const calendar = ical({
    prodId: { company: 'Kernbudget', product: 'Termijnen', language: 'NL' },
    name: 'Termijnen leefbaarheidsbudget',
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  });
  for (const { applicationId, number, kind, kernName, dueOn, changedAt } of items) {
    calendar.createEvent({
      id: `${applicationId}-${kind}@kernbudget`,
      start: wholeDay(dueOn),
      allDay: true,
      timezone: 'UTC',
      stamp: changedAt,
      lastModified: changedAt,
      summary: `${number}: ${ruleOf(kind).name} (${kernName})`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
