import type { Action } from './actions.ts';

/**
 * What must hold besides, whoever the caller is: no interest in the application, nor in one that competes with it
 * for the same money; not having done the duty that the law or the municipality keeps apart from this one (see
 * `duties.ts`); and, where the municipality chose so, that it was assigned to the caller.
 */
export const provisos = ['no-interest', 'other-duty-by-another', 'assigned-by-choice'] as const;

export type Proviso = (typeof provisos)[number];

/**
 * What stands in the way of an action that a role has. Whoever has an interest has no part in what leads to the
 * decision (Awb 2:4(2)), so this holds for all of handling, not for deciding alone. It is never in the way of what
 * applicants do with their own.
 */
export const restrictions = {
  'application:supplement': ['no-interest'],
  'application:withdraw': ['no-interest'],
  'application:request-completion': ['no-interest'],
  'application:correct': ['no-interest'],
  'application:reduce': ['no-interest'],
  'application:merge': ['no-interest'],
  'application:forward': ['no-interest'],
  'attachment:record': ['no-interest'],
  'publication-consent:record': ['no-interest'],
  'party:record': ['no-interest'],
  'party:record-paper': ['no-interest'],
  'assignment:record': ['no-interest'],
  'supplement:review': ['no-interest'],
  'step:record': ['no-interest'],
  'note:record': ['no-interest'],
  'finding:record': ['no-interest', 'assigned-by-choice'],
  'score:record': ['no-interest'],
  'ranking:record': ['no-interest'],
  'vote:record': ['no-interest'],
  'remainder:choose': ['no-interest'],
  'college-list:prepare': ['no-interest', 'other-duty-by-another'],
  'resolution:register': ['no-interest', 'other-duty-by-another'],
  'decision:take': ['no-interest', 'other-duty-by-another'],
  'grant:change': ['no-interest', 'other-duty-by-another'],
  'letter:announce': ['no-interest'],
  'message-choice:record': ['no-interest'],
  'term:record': ['no-interest'],
  'default-notice:record': ['no-interest'],
  'penalty:decide': ['no-interest'],
  'ledger:confirm': ['other-duty-by-another'],
} as const satisfies Partial<Record<Action, readonly Proviso[]>>;

/** What stands in the way of one action; empty for most. */
export function provisosOf(action: Action): readonly Proviso[] {
  const restricted: Partial<Record<Action, readonly Proviso[]>> = restrictions;
  return restricted[action] ?? [];
}
