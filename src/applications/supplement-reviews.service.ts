import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { applicationProblems } from './domain/application.problems.ts';
import { VisibleApplications } from './visible-applications.service.ts';
import { WaitingWork } from './waiting-work.service.ts';

/** Takes supplements off the list of work, because somebody looked at them. */
@Injectable()
export class SupplementReviews {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #waiting: WaitingWork;
  readonly #audit: AuditLog;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    waiting: WaitingWork,
    audit: AuditLog,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#waiting = waiting;
    this.#audit = audit;
  }

  /** @throws DomainError `nothing-to-review`, and as `VisibleApplications.hold` */
  async record(
    actor: Actor,
    claim: IdempotencyClaim,
    applicationId: string,
    expectedVersion: number,
  ): Promise<void> {
    const action = 'supplement:review';
    await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        await this.#visible.hold(manager, actor, action, applicationId, expectedVersion);
        if (!(await this.#waiting.removeSupplement(manager, applicationId))) {
          const detail = 'Sinds de vorige keer kwam er geen aanvulling binnen.';
          throw DomainError.of(applicationProblems, 'nothing-to-review', detail);
        }
        const subject = { subjectKind: 'application', subjectId: applicationId } as const;
        this.#audit.record(manager, actor, { action, ...subject, detail: {} });
        return {};
      },
      (manager) => this.#visible.open(manager, actor, action, applicationId),
    );
  }
}
