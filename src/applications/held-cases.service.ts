import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import type { Action } from '../identity/domain/actions.ts';
import { type Visible, VisibleApplications } from './visible-applications.service.ts';

/** Which application is to be changed, by whom, and which version of it the caller has seen. */
export interface CaseChange {
  readonly actor: Actor;
  readonly claim: IdempotencyClaim;
  readonly applicationId: string;
  readonly expectedVersion: number;
}

/** Opens the transactions in which somebody makes, changes or looks at one application; work is done at most once. */
@Injectable()
export class HeldCases {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;

  constructor(transactions: Transactions, visible: VisibleApplications) {
    this.#transactions = transactions;
    this.#visible = visible;
  }

  /** @throws DomainError as `VisibleApplications.open` */
  look<Answer>(
    actor: Actor,
    action: Action,
    applicationId: string,
    work: (manager: EntityManager, visible: Visible) => Promise<Answer>,
  ): Promise<Answer> {
    return this.#transactions.run(async (manager) =>
      work(manager, await this.#visible.open(manager, actor, action, applicationId)),
    );
  }

  /** Makes an application. Who asks again with the same key gets the first answer, as long as he or she may see it. */
  async make<Answer extends { readonly id: string }>(
    { actor, claim }: Pick<CaseChange, 'actor' | 'claim'>,
    action: Action,
    work: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    const { answer } = await this.#transactions.runOnce(claimedBy(actor, claim), work, (manager, { id }) =>
      this.#visible.open(manager, actor, action, id),
    );
    return answer;
  }

  /**
   * Does the work while the application is held. Who asks again with the same key gets the first answer, as long as he or
   * she may still do it.
   * @throws DomainError as `VisibleApplications.hold`, and what the work throws; nothing is kept then
   */
  change<Answer>(
    change: CaseChange,
    action: Action,
    work: (manager: EntityManager, visible: Visible) => Promise<Answer>,
  ): Promise<Answer> {
    const { actor, applicationId, expectedVersion } = change;
    return this.once(change, action, async (manager) =>
      work(manager, await this.#visible.hold(manager, actor, action, applicationId, expectedVersion)),
    );
  }

  /** As `change`, for work that holds what it needs itself, such as two applications in the order of their ids. */
  async once<Answer>(
    { actor, claim, applicationId }: Omit<CaseChange, 'expectedVersion'>,
    action: Action,
    work: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    const { answer } = await this.#transactions.runOnce(claimedBy(actor, claim), work, (manager) =>
      this.#visible.open(manager, actor, action, applicationId),
    );
    return answer;
  }
}
