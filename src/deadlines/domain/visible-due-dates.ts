import type { Actor } from '../../kernel/actor.ts';
import type { RightFacts } from '../../identity/domain/condition.ts';
import { applicantSubject } from '../../identity/domain/condition.ts';
import { permits } from '../../identity/domain/permission.ts';
import type { DueDate } from './due-date.ts';
import { type Audience, type DueDateKind, dueDateKinds, ruleOf } from './due-date-kind.ts';

/** The kinds of which an audience is told. */
export function kindsFor(audience: Audience): DueDateKind[] {
  return dueDateKinds.filter((kind) => ruleOf(kind).audiences.includes(audience));
}

/**
 * The kinds of a case that somebody may know of: who handles or checks it all of them, an applicant what concerns
 * them, finance what costs or brings money, and a village body when is decided (Awb 2:5).
 */
export function kindsKnownTo(actor: Actor, facts: RightFacts): readonly DueDateKind[] {
  if (permits(actor, 'finding:read', facts)) return dueDateKinds;
  const audiences: Audience[] = [];
  if (facts.ownerSubject === applicantSubject(actor)) audiences.push('applicant');
  if (permits(actor, 'ledger:read', facts)) audiences.push('finance');
  if (permits(actor, 'application:read', facts)) audiences.push('adviser');
  return dueDateKinds.filter((kind) =>
    audiences.some((audience) => ruleOf(kind).audiences.includes(audience)),
  );
}

/** The due dates of a case that somebody may know of. */
export function knownTo(actor: Actor, facts: RightFacts, dueDates: readonly DueDate[]): DueDate[] {
  const kinds = kindsKnownTo(actor, facts);
  return dueDates.filter(({ kind }) => kinds.includes(kind));
}
