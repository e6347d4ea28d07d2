import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CasePart, CaseView } from '../../identity/domain/case-view.ts';
import type { AttachmentCountsByKind, AttachmentKind } from '../../regulations/domain/attachment-kind.ts';
import type { MediaType } from './media-type.ts';

/** Where the content of an attachment is kept: beside the case, or in a store of objects. */
export type AttachmentStoreName = 'database' | 'objects';

/** A document or photo that belongs to a case. It never changes: what is better takes its place, and both remain. */
export interface Attachment {
  readonly id: string;
  readonly applicationId: string;
  readonly kind: AttachmentKind;
  /** Only for who handles the case: neither for the applicant nor for a village body. */
  readonly internal: boolean;
  readonly name: string;
  readonly description: string | null;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** Of the content, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Whose place it takes, or null. */
  readonly replacesId: string | null;
  /** The day on which the municipality had it; of paper that of the receipt stamp. */
  readonly receivedOn: CalendarDate;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

/** The parts of a case that somebody must see, all of them, to see an attachment of a kind. */
export const partsForKind = {
  plan: ['plan'],
  budget: ['plan'],
  quote: ['plan'],
  drawing: ['plan'],
  photo: ['plan'],
  minutes: ['plan'],
  'support-list': ['people'],
  authorisation: ['people'],
  'bank-statement': ['payment'],
  // What is on them is not known, so only who sees all of the case sees them.
  scan: ['plan', 'people', 'payment', 'motivation'],
  other: ['plan', 'people', 'payment', 'motivation'],
} as const satisfies Record<AttachmentKind, readonly CasePart[]>;

/** Whether who sees these parts of a case sees an attachment of this kind. */
export function showsKind(view: CaseView, kind: AttachmentKind): boolean {
  return partsForKind[kind].every((part) => view.has(part));
}

/** What is in force: neither replaced, nor internal, because that is not what an applicant brought. */
export function countedByKind(
  attachments: readonly Pick<Attachment, 'id' | 'kind' | 'replacesId' | 'internal'>[],
): AttachmentCountsByKind {
  const replaced = new Set(attachments.map(({ replacesId }) => replacesId));
  const counted: Partial<Record<AttachmentKind, number>> = {};
  for (const { id, kind, internal } of attachments) {
    if (!internal && !replaced.has(id)) counted[kind] = (counted[kind] ?? 0) + 1;
  }
  return counted;
}
