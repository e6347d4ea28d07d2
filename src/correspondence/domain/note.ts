import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { DomainError, type InputFault } from '../../kernel/domain-error.ts';
import { correspondenceProblems } from './correspondence.problems.ts';

/** How people spoke or wrote; a conversation is one at the town hall or elsewhere that was no visit to the place. */
export const noteKinds = ['call', 'visit', 'conversation', 'letter', 'email'] as const;

export type NoteKind = (typeof noteKinds)[number];

/** Who turned to whom: somebody to the municipality, the municipality to somebody, or both. */
export const directions = ['received', 'sent', 'mutual'] as const;

export type Direction = (typeof directions)[number];

export const dutchNoteKinds = {
  call: 'Telefoongesprek',
  visit: 'Bezoek',
  conversation: 'Gesprek',
  letter: 'Brief',
  email: 'E-mail',
} as const satisfies Record<NoteKind, string>;

/** What of a note somebody writes. */
export interface NoteFacts {
  readonly kind: NoteKind;
  readonly heldOn: CalendarDate;
  /** The note that this one takes the place of. */
  readonly correctsId: string | null;
}

/** A note as far as a correction of it is about it. */
export interface EarlierNote {
  readonly id: string;
  readonly correctsId: string | null;
}

/**
 * Demands that a note can be added to those that the case has.
 * @throws DomainError `note-in-future`, `note-not-found` or `note-already-corrected`
 */
export function requirePossibleNote(
  { heldOn, correctsId }: NoteFacts,
  earlier: readonly EarlierNote[],
  today: CalendarDate,
): void {
  if (heldOn > today) {
    const detail = `U legt vast wat is gebeurd; vandaag is ${formatDutchDate(today)}.`;
    const fault: InputFault = { in: 'body', location: '/heldOn', code: 'note-in-future', detail };
    throw DomainError.of(correspondenceProblems, 'note-in-future', detail, [fault]);
  }
  if (correctsId === null) return;
  if (!earlier.some(({ id }) => id === correctsId)) throw noteNotFound();
  if (earlier.some((note) => note.correctsId === correctsId)) throw noteAlreadyCorrected();
}

export function noteNotFound(): DomainError {
  return DomainError.of(
    correspondenceProblems,
    'note-not-found',
    'Deze notitie staat niet bij deze aanvraag.',
  );
}

/** Also what the database says when two correct the same note at once. */
export function noteAlreadyCorrected(): DomainError {
  const detail = 'Deze notitie is al verbeterd. Verbeter de notitie die haar verbetert.';
  return DomainError.of(correspondenceProblems, 'note-already-corrected', detail);
}
