import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Channel } from '../../applications/domain/application.ts';
import type { LifecycleEvent } from '../../applications/domain/lifecycle.ts';
import type { LetterChannel } from '../../letters/domain/letter-channel.ts';
import { type Direction, dutchNoteKinds, type NoteKind } from './note.ts';

export const correspondenceSources = ['event', 'letter', 'default-notice', 'note'] as const;

export type CorrespondenceSource = (typeof correspondenceSources)[number];

export const correspondenceChannels = [
  'digital',
  'post',
  'counter',
  'telephone',
  'visit',
  'email',
  'unknown',
] as const;

export type CorrespondenceChannel = (typeof correspondenceChannels)[number];

/** One thing that was received, sent or said. */
export interface Correspondence {
  readonly id: string;
  readonly source: CorrespondenceSource;
  /** The day on which it was received, sent or said. */
  readonly on: CalendarDate;
  readonly recordedAt: Date;
  readonly direction: Direction;
  readonly channel: CorrespondenceChannel;
  readonly what: string;
  /** With whom, or who sent it, where that is known. */
  readonly who: string | null;
}

/** What was stored of a case that is correspondence. */
export interface CorrespondenceFacts {
  readonly channel: Channel;
  readonly applicantName: string;
  readonly ownerSubject: string | null;
  readonly events: readonly {
    readonly id: string;
    readonly kind: LifecycleEvent;
    readonly countsOn: CalendarDate;
    readonly recordedAt: Date;
    readonly actorSubject: string;
  }[];
  readonly dispatches: readonly {
    readonly id: string;
    readonly sentOn: CalendarDate;
    readonly channel: LetterChannel;
    readonly recordedAt: Date;
    readonly subject: string;
    /** Whether the same letter had left before. */
    readonly again: boolean;
  }[];
  readonly defaultNotices: readonly {
    readonly id: string;
    readonly receivedOn: CalendarDate;
    readonly recordedAt: Date;
    readonly recordedBy: string;
  }[];
  readonly notes: readonly {
    readonly id: string;
    readonly kind: NoteKind;
    readonly direction: Direction;
    readonly heldOn: CalendarDate;
    readonly recordedAt: Date;
    readonly withWhom: string;
    readonly correctsId: string | null;
  }[];
}

/** The steps of a case that are something the applicant sent. */
const receivedEvents: Partial<Record<LifecycleEvent, string>> = {
  submit: 'Aanvraag',
  supplement: 'Aanvulling',
  withdraw: 'Intrekking',
};

const noteChannels = {
  call: 'telephone',
  visit: 'visit',
  conversation: 'counter',
  letter: 'post',
  email: 'email',
} as const satisfies Record<NoteKind, CorrespondenceChannel>;

const applicationChannels = {
  digital: 'digital',
  paper: 'post',
  counter: 'counter',
} as const satisfies Record<Channel, CorrespondenceChannel>;

/** What was entered by somebody else than the applicant came in some way that nobody noted. */
function channelOf(facts: CorrespondenceFacts, kind: LifecycleEvent, by: string): CorrespondenceChannel {
  if (kind === 'submit') return applicationChannels[facts.channel];
  return by === facts.ownerSubject ? 'digital' : 'unknown';
}

function received(facts: CorrespondenceFacts): Correspondence[] {
  const { applicantName: who } = facts;
  const events = facts.events.flatMap(({ id, kind, countsOn, recordedAt, actorSubject }) => {
    const what = receivedEvents[kind];
    if (what === undefined) return [];
    const channel = channelOf(facts, kind, actorSubject);
    const own = { id, source: 'event', on: countsOn, recordedAt, what, who, channel } as const;
    return [{ ...own, direction: 'received' } as const];
  });
  const notices = facts.defaultNotices.map(({ id, receivedOn, recordedAt, recordedBy }) => ({
    ...({ id, source: 'default-notice', on: receivedOn, recordedAt, direction: 'received' } as const),
    channel: recordedBy === facts.ownerSubject ? ('digital' as const) : ('unknown' as const),
    ...{ what: 'Ingebrekestelling', who },
  }));
  return [...events, ...notices];
}

function sent({ dispatches, applicantName }: CorrespondenceFacts): Correspondence[] {
  return dispatches.map(({ id, sentOn, channel, recordedAt, subject, again }) => ({
    ...({ id, source: 'letter', on: sentOn, recordedAt, direction: 'sent' } as const),
    channel: channel === 'post' ? ('post' as const) : ('digital' as const),
    ...{ what: again ? `Opnieuw verzonden: ${subject}` : subject, who: applicantName },
  }));
}

/**
 * Everything that was received, sent or said about a case, by day; of one day in the order of recording. A note that
 * was corrected stays, as does its correction.
 */
export function correspondenceOf(facts: CorrespondenceFacts): Correspondence[] {
  const notes = facts.notes.map(({ id, kind, direction, heldOn, recordedAt, withWhom, correctsId }) => ({
    ...({ id, source: 'note', on: heldOn, recordedAt, direction } as const),
    channel: noteChannels[kind],
    what: correctsId === null ? dutchNoteKinds[kind] : `${dutchNoteKinds[kind]} (verbetering)`,
    who: withWhom,
  }));
  return [...received(facts), ...sent(facts), ...notes].sort(byDay);
}

/** By what the lines are ordered. */
export function placeOf({ on, recordedAt, id }: Correspondence): [string, string, string] {
  return [on, recordedAt.toISOString(), id];
}

function byDay(one: Correspondence, other: Correspondence): number {
  return placeOf(one).join(' ') < placeOf(other).join(' ') ? -1 : 1;
}
