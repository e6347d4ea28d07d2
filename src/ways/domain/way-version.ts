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
