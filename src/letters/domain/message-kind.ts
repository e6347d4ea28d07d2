import { isDecisionLetter } from './check-letter.ts';
import type { LetterChannel } from './letter-channel.ts';
import type { LetterKind } from './letter-kind.ts';

/** The kinds of messages for each of which an addressee chooses how to be reached (Awb 2:8). */
export const messageKinds = ['handling', 'decision'] as const;

export type MessageKind = (typeof messageKinds)[number];

/** Decisions are one kind of message; what is written while a case is handled is the other. */
export function messageKindOf(kind: LetterKind): MessageKind {
  return isDecisionLetter(kind) ? 'decision' : 'handling';
}

/** What an addressee chose for one kind of message. */
export interface MessageChoice {
  readonly messageKind: MessageKind;
  readonly channel: LetterChannel;
}

/**
 * How somebody wants to get each kind of message.
 * @param atApplying what was chosen with the application, for all kinds
 * @param later choices made since, oldest first: the last one about a kind counts
 */
export function chosenChannels(
  atApplying: LetterChannel,
  later: readonly MessageChoice[],
): Readonly<Record<MessageKind, LetterChannel>> {
  const chosen = { handling: atApplying, decision: atApplying };
  for (const { messageKind, channel } of later) chosen[messageKind] = channel;
  return chosen;
}
