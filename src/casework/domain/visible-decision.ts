import type { Actor } from '../../kernel/actor.ts';
import type { ApplicationStatus } from '../../applications/domain/lifecycle.ts';
import type { RightFacts } from '../../identity/domain/condition.ts';
import { permits } from '../../identity/domain/permission.ts';

/**
 * Whether the caller may know what was decided. Before it is announced a decision has no effect and may still be
 * withdrawn (Awb 3:40): until then it is for who handles the case, and for who keeps the ledger in which it stands.
 */
export function seesDecision(actor: Actor, status: ApplicationStatus, facts: RightFacts): boolean {
  return (
    status === 'announced' || permits(actor, 'finding:read', facts) || permits(actor, 'ledger:read', facts)
  );
}
