import type { Role } from '../../kernel/actor.ts';

/** Everything that a caller can ask of the service, in the field's own terms. A route names exactly one. */
export const actions = [
  'application:draft',
  'application:submit',
  'application:supplement',
  'application:withdraw',
  'application:list-own',
  'application:read',
  'application:work-list',
  'application:intake',
  'application:request-completion',
  'finding:record',
  'finding:read',
  'college-list:prepare',
  'college-list:read',
  'resolution:register',
  'letter:preview',
  'letter:read',
  'letter:announce',
  'ledger:read',
  'report:read',
  'audit:read',
] as const;

export type Action = (typeof actions)[number];

/**
 * How far a right reaches: to everything, to what belongs to the caller (or to whom the caller represents),
 * or to the kernen for which the caller works.
 */
export const conditions = ['any', 'own', 'own-kern'] as const;

export type Condition = (typeof conditions)[number];

/** The roles that may do an action, each with how far that goes. A role that is absent may not do it at all. */
export type Grants = Readonly<Partial<Record<Role, Condition>>>;

const applicants = { resident: 'own', representative: 'own' } as const satisfies Grants;

/** Who handles applications: the officer of the kern for that kern, the assessor for all kernen. */
const handlers = { kernregisseur: 'own-kern', assessor: 'any' } as const satisfies Grants;

/**
 * The rights table: role by action by condition. Everybody sees what the work needs and no more (Awb 2:5):
 * finance and administrators see no applications, a village body sees none until it can be shown the plan alone.
 * Assessing (finding:record) and deciding (resolution:register) are never in one role.
 */
export const rights = {
  'application:draft': applicants,
  'application:submit': applicants,
  'application:supplement': applicants,
  'application:withdraw': applicants,
  'application:list-own': applicants,
  'application:read': { ...applicants, ...handlers, registrar: 'any', auditor: 'any' },
  'application:work-list': { ...handlers, registrar: 'any', auditor: 'any' },
  'application:intake': handlers,
  'application:request-completion': handlers,
  'finding:record': { assessor: 'any' },
  'finding:read': { ...handlers, registrar: 'any', auditor: 'any' },
  'college-list:prepare': handlers,
  'college-list:read': { ...handlers, registrar: 'any', finance: 'any', auditor: 'any' },
  'resolution:register': { registrar: 'any' },
  'letter:preview': { ...handlers, registrar: 'any', auditor: 'any' },
  'letter:read': { ...applicants, ...handlers, registrar: 'any', auditor: 'any' },
  'letter:announce': { kernregisseur: 'own-kern', registrar: 'any' },
  'ledger:read': { finance: 'any', auditor: 'any' },
  'report:read': { finance: 'any', 'village-adviser': 'own-kern', auditor: 'any', administrator: 'any' },
  'audit:read': { auditor: 'any' },
} as const satisfies Record<Action, Grants>;

/** The grants of one action, seen as the general type so that any role can be looked up. */
export function grantsOf(action: Action): Grants {
  return rights[action];
}

/** What a route declares: the action that it is, or that everybody may call it without a login. */
export type DeclaredRight = Action | 'public';

/** Tells whether a text is something that a route can declare; a name that is not in the table is a mistake. */
export function isDeclaredRight(text: unknown): text is DeclaredRight {
  return text === 'public' || (actions as readonly unknown[]).includes(text);
}
