import type { AbsentOfficial, Actor } from '../../kernel/actor.ts';
import type { RightFacts } from './condition.ts';
import { permits } from './permission.ts';
import type { Action } from './actions.ts';

/** The caller without those for whom the caller stands in. */
export function inOwnName(actor: Actor): Actor {
  return { ...actor, standsInFor: [] };
}

/**
 * In whose place the caller does this, or null when in the caller's own name: what was assigned to somebody who is
 * away is done in that person's place, and what the caller may do only because of standing in.
 */
export function onBehalfOf(actor: Actor, action: Action, facts: RightFacts): AbsentOfficial | null {
  const absent = actor.standsInFor ?? [];
  const assigned = absent.find(({ subject }) => subject === facts.assigneeSubject);
  if (assigned) return assigned;
  if (permits(inOwnName(actor), action, facts)) return null;
  return absent.find((each) => permits({ ...actor, standsInFor: [each] }, action, facts)) ?? null;
}
