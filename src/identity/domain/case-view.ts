import type { Actor, Role } from '../../kernel/actor.ts';
import { holds, type RightFacts } from './condition.ts';
import type { Action } from './actions.ts';
import { conditionsOf } from './rights.ts';

/**
 * The parts of a case of which somebody may see some and not others. What is in none of them (number, state, kern,
 * name of the plan, sums and days) is seen by everybody who sees the case at all.
 * - `plan`: what is going to happen, when, and what it costs;
 * - `people`: names, addresses and how to reach somebody;
 * - `payment`: who is to be paid, on which account (its last four characters);
 * - `motivation`: what was found, why it was decided so, and the letters.
 */
export const caseParts = ['plan', 'people', 'payment', 'motivation'] as const;

export type CasePart = (typeof caseParts)[number];

export type CaseView = ReadonlySet<CasePart>;

/** Everything, for the applicant and for whoever handles the case. */
export const fullView: CaseView = new Set(caseParts);

/** What each role needs of a case to do its work (GDPR, article 5(1)(c)). */
const partsOfRole = {
  resident: caseParts,
  representative: caseParts,
  kernregisseur: caseParts,
  assessor: caseParts,
  registrar: caseParts,
  auditor: caseParts,
  finance: ['payment'],
  'village-adviser': ['plan'],
  administrator: [],
} as const satisfies Record<Role, readonly CasePart[]>;

/** The parts of a case that a role needs. */
export function partsOf(role: Role): readonly CasePart[] {
  return partsOfRole[role];
}

/**
 * What the caller may see of a case that an action shows: the parts of every role that has the action here. A role
 * that reaches other cases only adds nothing to this one.
 */
export function viewOf(actor: Actor, action: Action, facts: RightFacts): CaseView {
  const parts = actor.roles.flatMap((role) => {
    const reaches = conditionsOf(action, role).some((condition) => holds(condition, actor, facts));
    return reaches ? partsOf(role) : [];
  });
  return new Set(parts);
}
