import { type CalendarDate, calendarDateOf } from '../../kernel/calendar-date.ts';
import type { ChangeRow } from '../../applications/domain/change-rows.ts';

/** What officials changed of an application before the decision: see `ApplicationChangeEntity`. */
export interface RecordedChange {
  readonly id: string;
  readonly recordedAt: Date;
  readonly rows: readonly Pick<ChangeRow, 'field' | 'label'>[];
}

/** That something was found of an application as it was before it was corrected, or before less was agreed. */
export interface OlderThanChange {
  /** The day of the last change that it is older than. */
  readonly correctedOn: CalendarDate;
  /** What was changed since, as a form calls it: each once, in the order of changing. */
  readonly what: readonly string[];
}

/** How somebody is reached or paid is no part of what anybody judges. */
const besideThePoint: readonly string[] = [
  'applicant.email',
  'applicant.phone',
  'applicant.contactPerson',
  'iban',
];

/**
 * Which changes a finding or an advice is older than; null when it is about the application as it is now. Whether the
 * change matters for it is for who reads to judge: nothing is set aside by itself (Awb 3:2, 3:9).
 * @param found the finding or the record of a step
 */
export function olderThanChange(
  found: { readonly id: string; readonly recordedAt: Date },
  changes: readonly RecordedChange[],
): OlderThanChange | null {
  const later = changes.filter((change) => isLater(change, found) && labelsOf(change).length > 0);
  const last = later.at(-1);
  if (last === undefined) return null;
  return { correctedOn: calendarDateOf(last.recordedAt), what: [...new Set(later.flatMap(labelsOf))] };
}

/** Identifiers are in the order in which they were made, for what happened in one millisecond. */
function isLater(change: RecordedChange, found: { readonly id: string; readonly recordedAt: Date }): boolean {
  const difference = change.recordedAt.getTime() - found.recordedAt.getTime();
  return difference === 0 ? change.id > found.id : difference > 0;
}

function labelsOf({ rows }: RecordedChange): string[] {
  return rows.filter(({ field }) => !besideThePoint.includes(field)).map(({ label }) => label);
}
