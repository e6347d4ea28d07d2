import type { Actor } from '../../kernel/actor.ts';
import type { ApplicationStatus } from '../../applications/domain/lifecycle.ts';
import type { RightFacts } from '../../identity/domain/condition.ts';
import { permits, type Reach, reachOf } from '../../identity/domain/permission.ts';
import type { Action } from '../../identity/domain/actions.ts';

/** Who may do one of these knows what was decided before it is announced. */
const knowing = ['finding:read', 'ledger:read'] as const satisfies readonly Action[];

/**
 * Whether the caller may know what was decided. Before it is announced a decision has no effect and may still be
 * withdrawn (Awb 3:40): until then it is for who handles the case, and for who keeps the ledger in which it stands.
 */
export function seesDecision(actor: Actor, status: ApplicationStatus, facts: RightFacts): boolean {
  return status === 'announced' || knowing.some((action) => permits(actor, action, facts));
}

/** How far the caller knows of decisions that were not announced, for lists that filter in SQL. */
export function decisionReaches(actor: Actor): readonly Reach[] {
  return knowing.map((action) => reachOf(actor, action));
}

/** What of an application a decision changes. */
interface Decidable {
  readonly status: ApplicationStatus;
  readonly undecidedStatus: ApplicationStatus | null;
}

/**
 * The application in the state that the caller may know of: who does not see the decision, sees it as it was before.
 */
export function asKnownTo<T extends Decidable>(actor: Actor, application: T, facts: RightFacts): T {
  const { status, undecidedStatus } = application;
  if (undecidedStatus === null || seesDecision(actor, status, facts)) return application;
  return { ...application, status: undecidedStatus };
}
