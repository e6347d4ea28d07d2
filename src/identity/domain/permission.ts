import type { Actor } from '../../kernel/actor.ts';
import type { DomainError } from '../../kernel/domain-error.ts';
import {
  applicantSubject,
  deskSubjects,
  hasInterest,
  holds,
  isAssigned,
  type RightFacts,
} from './condition.ts';
import { interested, notAllowed, notAssigned, notFound } from './identity.problems.ts';
import { type Proviso, provisosOf } from './restrictions.ts';
import type { Action } from './actions.ts';
import type { Condition } from './grants.ts';
import { conditionsOf } from './rights.ts';

/**
 * How far a caller reaches with one action, for lists that filter in SQL:
 * `all OR applicant_subject = ownerSubject OR kern_code = ANY(kernCodes) OR assignee = ANY(assigneeSubjects)`. Null and the
 * empty list match nothing.
 */
export interface Reach {
  readonly all: boolean;
  readonly ownerSubject: string | null;
  readonly kernCodes: readonly string[];
  readonly assigneeSubjects: readonly string[];
}

/** The conditions under which the caller's roles together allow an action. Empty: not at all. */
export function conditionsFor(actor: Actor, action: Action): ReadonlySet<Condition> {
  return new Set(actor.roles.flatMap((role) => conditionsOf(action, role)));
}

/** Tells whether any role of the caller has this action at all, whatever it is about. */
export function mayEver(actor: Actor, action: Action): boolean {
  return conditionsFor(actor, action).size > 0;
}

/** Tells whether a role of the caller reaches to this thing with this action, whatever else stands in the way. */
function reaches(actor: Actor, action: Action, facts: RightFacts): boolean {
  return [...conditionsFor(actor, action)].some((condition) => holds(condition, actor, facts));
}

/** Tells whether it must be known if the caller has an interest: not for applicants, who act for their own. */
export function interestMatters(actor: Actor, action: Action): boolean {
  const isHandling = [...conditionsFor(actor, action)].some((condition) => condition !== 'own');
  return isHandling && provisosOf(action).includes('no-interest');
}

/** Tells what stands in the way of who reaches to this thing; null when nothing does. */
function lacksProviso(actor: Actor, action: Action, facts: RightFacts): Proviso | null {
  const provisos = provisosOf(action);
  if (provisos.includes('no-interest') && hasInterest(actor, facts)) return 'no-interest';
  return provisos.includes('assigned-by-choice') && facts.onlyAssigned && !isAssigned(actor, facts)
    ? 'assigned-by-choice'
    : null;
}

/**
 * Tells whether the caller may do this to that. Pure; use it also for the actions that an overview offers. Which
 * duties the caller did before is asked where that is known: see `requireAnother`.
 */
export function permits(actor: Actor, action: Action, facts: RightFacts): boolean {
  const missing = lacksProviso(actor, action, facts);
  return [...conditionsFor(actor, action)].some(
    (condition) => holds(condition, actor, facts) && (condition === 'own' || missing === null),
  );
}

/**
 * How far the caller reaches with an action; lists of what may be read give exactly what `permits` would allow one
 * by one. Reading has no provisos.
 */
export function reachOf(actor: Actor, action: Action): Reach {
  const found = conditionsFor(actor, action);
  return {
    all: found.has('any'),
    ownerSubject: found.has('own') ? applicantSubject(actor) : null,
    kernCodes: kernCodesReached(actor, found),
    assigneeSubjects: found.has('assigned') ? deskSubjects(actor) : [],
  };
}

function kernCodesReached(actor: Actor, found: ReadonlySet<Condition>): readonly string[] {
  if (found.has('own-kern')) {
    const absent = actor.standsInFor ?? [];
    return [...new Set([actor, ...absent].flatMap(({ kernCodes }) => kernCodes))];
  }
  return found.has('own-body') ? actor.kernCodes : [];
}

/** The right by which a caller may know that the thing of an action exists; a kern and its budget are no secret. */
const seenBy = {
  'application:draft': 'application:read',
  'application:submit': 'application:read',
  'application:supplement': 'application:read',
  'application:withdraw': 'application:read',
  'application:list-own': 'everybody',
  'application:read': 'application:read',
  'application:work-list': 'everybody',
  'application:search': 'everybody',
  'application:intake': 'everybody',
  'application:request-completion': 'application:read',
  'application:correct': 'application:read',
  'application:reduce': 'application:read',
  'application:merge': 'application:read',
  'application:forward': 'application:read',
  'application:read-changes': 'application:read',
  'dossier:objection': 'application:read',
  'dossier:account': 'application:read',
  'dossier:archive': 'application:read',
  'attachment:record': 'application:read',
  'attachment:read': 'application:read',
  'internal-attachment:read': 'application:read',
  'attachment:remove': 'application:read',
  'publication-consent:record': 'application:read',
  'party:record': 'application:read',
  'party:record-paper': 'application:read',
  'party:confirm': 'everybody',
  'party:read': 'application:read',
  'assignment:record': 'application:read',
  'assignment:read': 'application:read',
  'supplement:review': 'application:read',
  'desk:hand-over': 'everybody',
  'desk:hand-over-for-another': 'desk:hand-over',
  'note:record': 'application:read',
  'note:read': 'application:read',
  'finding:record': 'application:read',
  'finding:read': 'application:read',
  'score:record': 'application:read',
  'score:read': 'application:read',
  'ranking:record': 'application:read',
  'ranking:read': 'everybody',
  'vote:record': 'application:read',
  'remainder:choose': 'application:read',
  'remainder:read': 'application:read',
  'college-list:prepare': 'college-list:read',
  'college-list:read': 'college-list:read',
  'resolution:register': 'college-list:read',
  'grant:change': 'application:read',
  'decision:take': 'application:read',
  'letter:preview': 'application:read',
  'letter:read': 'letter:read',
  'letter:print': 'everybody',
  'message-choice:record': 'application:read',
  'message-choice:read': 'application:read',
  'letter-template:draft': 'letter-template:read',
  'letter-template:read': 'letter-template:read',
  'letter-template:activate': 'letter-template:read',
  'letter-sender:record': 'letter-template:read',
  'letter:announce': 'letter:read',
  'deadline:read': 'application:read',
  'deadline:work-list': 'everybody',
  'term:record': 'application:read',
  'default-notice:record': 'application:read',
  'penalty:decide': 'application:read',
  'ledger:read': 'everybody',
  'ledger:prepare': 'everybody',
  'ledger:confirm': 'everybody',
  'ledger:verify': 'everybody',
  'report:read': 'everybody',
  'audit:read': 'everybody',
  'recusal:record': 'application:read',
  'recusal:record-for-another': 'recusal:record',
  'recusal:end': 'application:read',
  'recusal:read': 'application:read',
  'substitution:record': 'substitution:read',
  'substitution:record-for-another': 'substitution:read',
  'substitution:read': 'everybody',
  'mandate:record': 'mandate:read',
  'mandate:read': 'everybody',
  'kern:record': 'everybody',
  'regulation:draft': 'regulation:read-draft',
  'regulation:read-draft': 'regulation:read-draft',
  'regulation:publish': 'regulation:read-draft',
  'step:read': 'application:read',
  'step:record': 'application:read',
  'body:record': 'everybody',
  'way:draft': 'way:read-draft',
  'way:read-draft': 'everybody',
  'way:activate': 'way:read-draft',
  'laboratory:run': 'everybody',
  'laboratory:read': 'everybody',
  'laboratory:read-cases': 'everybody',
  'measure:read': 'everybody',
} as const satisfies Record<Action, Action | 'everybody'>;

/**
 * Demands a right over one thing. `unknown` makes the error that a thing that does not exist would give, so that
 * the two answers cannot be told apart.
 * @throws DomainError of `unknown` (404) when the caller may not see the thing; `not-allowed` (403) when the caller
 *   may see it but not do this; `has-interest` or `not-assigned` (403) when only that stands in the way
 */
export function requireRight(
  actor: Actor,
  action: Action,
  facts: RightFacts,
  unknown: () => DomainError = notFound,
): void {
  if (permits(actor, action, facts)) return;
  if (reaches(actor, action, facts)) {
    throw lacksProviso(actor, action, facts) === 'assigned-by-choice' ? notAssigned() : interested();
  }
  const seeing = seenBy[action];
  throw seeing === 'everybody' || permits(actor, seeing, facts) ? notAllowed() : unknown().withholding();
}
