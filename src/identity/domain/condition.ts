import type { Actor } from '../../kernel/actor.ts';
import type { Condition } from './grants.ts';

/** What is known of the thing that an action is about. What is absent matches no condition that needs it. */
export interface RightFacts {
  /** The applicant: see `applicantSubject`. */
  readonly ownerSubject?: string;
  readonly kernCode?: string;
  /** To whom it was assigned; absent or null when to nobody. */
  readonly assigneeSubject?: string | null;
  /** Whether the municipality chose that only who was assigned assesses. */
  readonly onlyAssigned?: boolean;
  /** Whether an interest of the caller is known besides being the applicant: see `hasInterest`. */
  readonly interest?: boolean;
}

/** Whose application it is when this caller applies: the represented party, otherwise the caller. */
export function applicantSubject(actor: Actor): string {
  return actor.represents?.subject ?? actor.subject;
}

/** The name that belongs to `applicantSubject`. */
export function applicantName(actor: Actor): string {
  return actor.represents?.name ?? actor.name;
}

/** Whether the caller works for the kern, or stands in for who does. */
function ofKernInCharge(actor: Actor, facts: RightFacts): boolean {
  const absent = actor.standsInFor ?? [];
  return ofOwnKern(actor, facts) || absent.some(({ kernCodes }) => ofOwnKern({ ...actor, kernCodes }, facts));
}

/** Whose work the caller does: the own, and that of those for whom the caller stands in. */
export function deskSubjects(actor: Actor): string[] {
  return [actor.subject, ...(actor.standsInFor ?? []).map(({ subject }) => subject)];
}

/** Whether it was assigned to the caller, or to somebody for whom the caller stands in. */
export function isAssigned(actor: Actor, { assigneeSubject }: RightFacts): boolean {
  return assigneeSubject != null && deskSubjects(actor).includes(assigneeSubject);
}

function ofOwnKern(actor: Actor, { kernCode }: RightFacts): boolean {
  return kernCode !== undefined && actor.kernCodes.includes(kernCode);
}

const tests = {
  any: () => true,
  own: (actor, facts) => facts.ownerSubject === applicantSubject(actor),
  'own-kern': ofKernInCharge,
  // The token of an adviser names the kern of the body; nobody stands in for a body.
  'own-body': ofOwnKern,
  assigned: isAssigned,
} as const satisfies Record<Condition, (actor: Actor, facts: RightFacts) => boolean>;

/** Tells whether a right that reaches this far reaches to this thing. */
export function holds(condition: Condition, actor: Actor, facts: RightFacts): boolean {
  return tests[condition](actor, facts);
}

/**
 * Tells whether the caller has an interest in an application: as its applicant, as the person who applied for
 * another, or because it was recorded (Awb 2:4).
 */
export function hasInterest(actor: Actor, { ownerSubject, interest = false }: RightFacts): boolean {
  return interest || ownerSubject === actor.subject || ownerSubject === applicantSubject(actor);
}
