import type { Role } from '../../kernel/actor.ts';

/**
 * How far a right reaches: to everything, to what belongs to the caller (or to whom the caller represents), to the
 * kernen for which the caller works, to the kern of the village body in whose name the caller advises, or to what was
 * assigned to the caller.
 */
export const conditions = ['any', 'own', 'own-kern', 'own-body', 'assigned'] as const;

export type Condition = (typeof conditions)[number];

/**
 * The roles that may do an action, each with how far that goes: one condition, or several of which one suffices. A role
 * that is absent may not do it at all.
 */
export type Grants = Readonly<Partial<Record<Role, Condition | readonly Condition[]>>>;

export const applicants = { resident: 'own', representative: 'own' } as const satisfies Grants;

/** Who handles what a kern asks: the officer of the kern for that kern, the assessor for all kernen. */
export const handlers = { kernregisseur: 'own-kern', assessor: 'any' } as const satisfies Grants;

/** Who handles one application: the same, and the officer of another kern to whom it was assigned. */
export const caseHandlers = {
  kernregisseur: ['own-kern', 'assigned'],
  assessor: 'any',
} as const satisfies Grants;

/** Everybody who handles or checks applications, each of whom sees the whole of them. */
export const officials = { ...caseHandlers, registrar: 'any', auditor: 'any' } as const satisfies Grants;

/** Who sees no more of an application than the work asks: see `case-view.ts`. */
export const partialReaders = { finance: 'any', 'village-adviser': 'own-body' } as const satisfies Grants;

/** Whoever has work that somebody else can do meanwhile, and who arranges that. */
export const workers = {
  kernregisseur: 'any',
  assessor: 'any',
  registrar: 'any',
  finance: 'any',
  administrator: 'any',
} as const satisfies Grants;

/** Whoever may meet an application in which he or she has an interest. */
export const everybodyInvolved = {
  ...caseHandlers,
  ...partialReaders,
  registrar: 'any',
  administrator: 'any',
} as const satisfies Grants;
