import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { DocumentValidation } from './document-validation.service.ts';
import { draftNotFound, regulationsProblem } from './domain/regulations.problems.ts';
import { RegulationDraftEntity } from './regulation-draft.entity.ts';
import type { RegulationDraftRequest } from './regulation-draft.request.ts';
import { RegulationDraftResponse } from './regulation-draft.response.ts';

type Content = Pick<RegulationDraftRequest, 'code' | 'document'>;

/** Keeps regulations that are being written. A draft may be wrong; every answer tells what is. */
@Injectable()
export class RegulationDrafts {
  readonly #transactions: Transactions;
  readonly #validation: DocumentValidation;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    validation: DocumentValidation,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#validation = validation;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  async create(actor: Actor, claim: IdempotencyClaim, content: Content): Promise<RegulationDraftResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const now = this.#clock.now();
        const draft = Object.assign(new RegulationDraftEntity(), {
          ...{ id: newId(), code: content.code, document: content.document, version: 1, status: 'draft' },
          ...{ writtenBy: [actor.subject], createdAt: now, changedAt: now, publishedVersionId: null },
        });
        await manager.insert(RegulationDraftEntity, draft);
        this.#record(manager, actor, draft);
        return this.present(manager, draft);
      },
      roleSuffices,
    );
    return answer;
  }

  /** @throws DomainError `regulation-draft-not-found` or `regulation-published` */
  async replace(
    actor: Actor,
    claim: IdempotencyClaim,
    draftId: string,
    expectedVersion: number,
    { code, document }: Content,
  ): Promise<RegulationDraftResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const draft = await this.hold(manager, draftId, expectedVersion);
        const changes = {
          ...{ code, document, version: draft.version + 1, changedAt: this.#clock.now() },
          writtenBy: [...new Set([...draft.writtenBy, actor.subject])],
        };
        await manager.update(RegulationDraftEntity, draft.id, changes);
        const changed = Object.assign(draft, changes);
        this.#record(manager, actor, changed);
        return this.present(manager, changed);
      },
      roleSuffices,
    );
    return answer;
  }

  /** The drafts in the order in which they were begun. */
  list(afterId: string | null, limit: number): Promise<RegulationDraftEntity[]> {
    const query = this.#manager
      .createQueryBuilder(RegulationDraftEntity, 'draft')
      .orderBy('draft.id')
      .limit(limit);
    if (afterId !== null) query.where('draft.id > :afterId', { afterId });
    return query.getMany();
  }

  /** @throws DomainError `regulation-draft-not-found` */
  async get(draftId: string): Promise<RegulationDraftResponse> {
    const draft = await this.#manager.findOneBy(RegulationDraftEntity, { id: draftId });
    if (!draft) throw draftNotFound();
    return this.present(this.#manager, draft);
  }

  /**
   * Locks a draft that can still change.
   * @throws DomainError `regulation-draft-not-found` or `regulation-published`
   */
  async hold(
    manager: EntityManager,
    draftId: string,
    expectedVersion: number,
  ): Promise<RegulationDraftEntity> {
    const draft = await manager.findOne(RegulationDraftEntity, {
      where: { id: draftId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!draft) throw draftNotFound();
    requireVersion(expectedVersion, draft.version);
    if (draft.status === 'published') {
      const detail = 'Dit concept is bekendgemaakt. Maak een nieuw concept voor een opvolger.';
      throw regulationsProblem('regulation-published', detail);
    }
    return draft;
  }

  async present(manager: EntityManager, draft: RegulationDraftEntity): Promise<RegulationDraftResponse> {
    return RegulationDraftResponse.ofDraft(draft, await this.#validation.validate(manager, draft.document));
  }

  #record(manager: EntityManager, actor: Actor, { id, code, version }: RegulationDraftEntity): void {
    const detail = { code, version };
    this.#audit.record(manager, actor, {
      action: 'regulation:draft',
      subjectKind: 'regulation',
      subjectId: id,
      detail,
    });
  }
}
