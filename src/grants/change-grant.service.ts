import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { requireRight } from '../identity/domain/permission.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { VisibleApplications } from '../applications/visible-applications.service.ts';
import { LedgerService } from '../budgets/ledger.service.ts';
import { DecisionsService } from '../decisions/decisions.service.ts';
import { grantsProblem } from './domain/grants.problems.ts';
import type { ChangeGrantRequest } from './grant-change.request.ts';
import { GrantChangeResponse } from './grant-change.response.ts';
import { GrantChanges } from './grant-changes.service.ts';

/** Lets officials register that a grant becomes smaller. */
@Injectable()
export class ChangeGrant {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #applications: ApplicationsService;
  readonly #decisions: DecisionsService;
  readonly #ledger: LedgerService;
  readonly #changes: GrantChanges;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    applications: ApplicationsService,
    decisions: DecisionsService,
    ledger: LedgerService,
    changes: GrantChanges,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#applications = applications;
    this.#decisions = decisions;
    this.#ledger = ledger;
    this.#changes = changes;
  }

  /** @throws DomainError as `VisibleApplications.open` and `GrantChanges.change`, or `no-grant` */
  async change(
    actor: Actor,
    claim: IdempotencyClaim,
    applicationId: string,
    expectedVersion: number,
    { resolution, newAmountCents, kind, requestedOn, reason }: ChangeGrantRequest,
  ): Promise<GrantChangeResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const opened = await this.#visible.open(manager, actor, 'grant:change', applicationId);
        requireVersion(expectedVersion, opened.application.version);
        // What the college decided is registered by who may do so for every decision.
        if (resolution) requireRight(actor, 'resolution:register', opened.facts);
        const decision = await this.#decisions.findOf(manager, applicationId);
        if (decision === null) throw grantsProblem('no-grant');
        // Budgets first and applications after them, as a resolution does: nobody waits for each other.
        const ledger = await this.#ledger.lock(manager, [decision.budgetId], { grantIds: [decision.id] });
        const { application } = await this.#visible.hold(
          manager,
          actor,
          'grant:change',
          applicationId,
          expectedVersion,
        );
        const change = await this.#changes.change(
          manager,
          actor,
          { application, decision, ledger },
          { kind, newAmountCents: newAmountCents ?? null, requestedOn, reason },
          resolution ?? null,
        );
        await this.#applications.raiseVersion(manager, application);
        return GrantChangeResponse.of(change, application.version);
      },
      (manager) => this.#visible.open(manager, actor, 'grant:change', applicationId),
    );
    return answer;
  }
}
