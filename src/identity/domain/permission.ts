import type { Actor } from '../../kernel/actor.ts';
import type { DomainError } from '../../kernel/domain-error.ts';
import { notAllowed, notFound } from './identity.problems.ts';
import { type Action, type Condition, grantsOf } from './rights.ts';

/** What is known of the thing that an action is about. What is absent matches no condition that needs it. */
export interface RightFacts {
  /** The applicant: see `applicantSubject`. */
  readonly ownerSubject?: string;
  readonly kernCode?: string;
}

/**
 * How far a caller reaches with one action, for lists that filter in SQL:
 * `all OR applicant_subject = ownerSubject OR kern_code = ANY(kernCodes)`. Null and the empty list match nothing.
 */
export interface Reach {
  readonly all: boolean;
  readonly ownerSubject: string | null;
  readonly kernCodes: readonly string[];
}

/** Whose application it is when this caller applies: the represented party, otherwise the caller. */
export function applicantSubject(actor: Actor): string {
  return actor.represents?.subject ?? actor.subject;
}

/** The name that belongs to `applicantSubject`. */
export function applicantName(actor: Actor): string {
  return actor.represents?.name ?? actor.name;
}

const holds = {
  any: () => true,
  own: (actor, facts) => facts.ownerSubject === applicantSubject(actor),
  'own-kern': (actor, facts) => facts.kernCode !== undefined && actor.kernCodes.includes(facts.kernCode),
} as const satisfies Record<Condition, (actor: Actor, facts: RightFacts) => boolean>;

/** The conditions under which the caller's roles together allow an action. Empty: not at all. */
export function conditionsFor(actor: Actor, action: Action): ReadonlySet<Condition> {
  const grants = grantsOf(action);
  return new Set(actor.roles.flatMap((role) => grants[role] ?? []));
}

/** Tells whether any role of the caller has this action at all, whatever it is about. */
export function mayEver(actor: Actor, action: Action): boolean {
  return conditionsFor(actor, action).size > 0;
}

/** Tells whether the caller may do this to that. Pure; use it also for the actions that an overview offers. */
export function permits(actor: Actor, action: Action, facts: RightFacts): boolean {
  return [...conditionsFor(actor, action)].some((condition) => holds[condition](actor, facts));
}

/** How far the caller reaches with an action; lists give exactly what `permits` would allow one by one. */
export function reachOf(actor: Actor, action: Action): Reach {
  const found = conditionsFor(actor, action);
  return {
    all: found.has('any'),
    ownerSubject: found.has('own') ? applicantSubject(actor) : null,
    kernCodes: found.has('own-kern') ? actor.kernCodes : [],
  };
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
  'application:intake': 'everybody',
  'application:request-completion': 'application:read',
  'finding:record': 'application:read',
  'finding:read': 'application:read',
  'college-list:prepare': 'college-list:read',
  'college-list:read': 'college-list:read',
  'resolution:register': 'college-list:read',
  'letter:preview': 'application:read',
  'letter:read': 'letter:read',
  'letter:announce': 'letter:read',
  'ledger:read': 'everybody',
  'report:read': 'everybody',
  'audit:read': 'everybody',
} as const satisfies Record<Action, Action | 'everybody'>;

/**
 * Demands a right over one thing. `unknown` makes the error that a thing that does not exist would give, so that
 * the two answers cannot be told apart.
 * @throws DomainError of `unknown` (404) when the caller may not see the thing; `not-allowed` (403) when the caller
 *   may see it but not do this.
 */
export function requireRight(
  actor: Actor,
  action: Action,
  facts: RightFacts,
  unknown: () => DomainError = notFound,
): void {
  if (permits(actor, action, facts)) return;
  const seeing = seenBy[action];
  throw seeing === 'everybody' || permits(actor, seeing, facts) ? notAllowed() : unknown();
}
