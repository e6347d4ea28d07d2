import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { applicationProblems } from './domain/application.problems.ts';
import { HeldCases } from './held-cases.service.ts';
import { WaitingWork } from './waiting-work.service.ts';

/** Takes supplements off the list of work, because somebody looked at them. */
@Injectable()
export class SupplementReviews {
  readonly #held: HeldCases;
  readonly #waiting: WaitingWork;
  readonly #audit: AuditLog;

  constructor(held: HeldCases, waiting: WaitingWork, audit: AuditLog) {
    this.#held = held;
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
    const change = { actor, claim, applicationId, expectedVersion };
    const action = 'supplement:review';
    await this.#held.change(change, action, async (manager) => {
      if (!(await this.#waiting.removeSupplement(manager, applicationId))) {
        const detail = 'Sinds de vorige keer kwam er geen aanvulling binnen.';
        throw DomainError.of(applicationProblems, 'nothing-to-review', detail);
      }
      const subject = { subjectKind: 'application', subjectId: applicationId } as const;
      this.#audit.record(manager, actor, { action, ...subject, detail: {} });
      return {};
    });
  }
}
