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
 * The due dates of a case that somebody may know of: who handles or checks it all of them, an applicant what
 * concerns them, finance what costs or brings money (Awb 2:5).
 */
export function knownTo(actor: Actor, facts: RightFacts, dueDates: readonly DueDate[]): DueDate[] {
  if (permits(actor, 'finding:read', facts)) return [...dueDates];
  const audiences: Audience[] = [];
  if (facts.ownerSubject === applicantSubject(actor)) audiences.push('applicant');
  if (permits(actor, 'ledger:read', facts)) audiences.push('finance');
  return dueDates.filter(({ kind }) =>
    audiences.some((audience) => ruleOf(kind).audiences.includes(audience)),
  );
}
