import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { requireRight } from '../identity/domain/permission.ts';
import type { Action } from '../identity/domain/actions.ts';
import { WayChecks } from './way-checks.service.ts';
import { wayDraftNotFound, waysProblem } from './domain/ways.problems.ts';
import { WayDraftEntity } from './way-draft.entity.ts';
import type { WayDraftRequest } from './way-draft.request.ts';
import { WayDraftResponse } from './way-draft.response.ts';

/** The codes of kernen in something that may become a way of working. */
export function kernCodesIn(document: object): string[] {
  const { kernCodes } = document as { readonly kernCodes?: unknown };
  if (!Array.isArray(kernCodes)) return [];
  return kernCodes.filter((code): code is string => typeof code === 'string').slice(0, 100);
}

/** Demands a right over every kern that a document names: who works for one kern writes for that kern alone. */
function requireForKernen(actor: Actor, action: Action, document: object): void {
  for (const kernCode of kernCodesIn(document)) requireRight(actor, action, { kernCode });
}

/** Keeps ways of working that are being written. A draft may be wrong; every answer tells what is. */
@Injectable()
export class WayDrafts {
  readonly #transactions: Transactions;
  readonly #checks: WayChecks;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    checks: WayChecks,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#checks = checks;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  async create(actor: Actor, claim: IdempotencyClaim, content: WayDraftRequest): Promise<WayDraftResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        requireForKernen(actor, 'way:draft', content.document);
        const now = this.#clock.now();
        const draft = Object.assign(new WayDraftEntity(), {
          ...{ id: newId(), code: content.code, document: content.document, version: 1, status: 'draft' },
          ...{ writtenBy: [actor.subject], createdAt: now, changedAt: now, activatedVersionId: null },
        });
        await manager.insert(WayDraftEntity, draft);
        this.#record(manager, actor, draft);
        return this.present(manager, draft);
      },
      roleSuffices,
    );
    return answer;
  }

  /** @throws DomainError `way-draft-not-found` or `way-activated` */
  async replace(
    actor: Actor,
    claim: IdempotencyClaim,
    draftId: string,
    expectedVersion: number,
    { code, document }: WayDraftRequest,
  ): Promise<WayDraftResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const draft = await this.hold(manager, actor, 'way:draft', draftId, expectedVersion);
        requireForKernen(actor, 'way:draft', document);
        const changes = {
          ...{ code, document, version: draft.version + 1, changedAt: this.#clock.now() },
          writtenBy: [...new Set([...draft.writtenBy, actor.subject])],
        };
        await manager.update(WayDraftEntity, draft.id, changes);
        const changed = Object.assign(draft, changes);
        this.#record(manager, actor, changed);
        return this.present(manager, changed);
      },
      roleSuffices,
    );
    return answer;
  }

  /** The drafts in the order in which they were begun. */
  list(afterId: string | null, limit: number): Promise<WayDraftEntity[]> {
    const query = this.#manager.createQueryBuilder(WayDraftEntity, 'draft').orderBy('draft.id').limit(limit);
    if (afterId !== null) query.where('draft.id > :afterId', { afterId });
    return query.getMany();
  }

  /** @throws DomainError `way-draft-not-found` */
  async get(draftId: string): Promise<WayDraftEntity> {
    const draft = await this.#manager.findOneBy(WayDraftEntity, { id: draftId });
    if (!draft) throw wayDraftNotFound();
    return draft;
  }

  /**
   * Locks a draft that can still change, for who may do this to it.
   * @throws DomainError `way-draft-not-found`, `not-allowed` or `way-activated`
   */
  async hold(
    manager: EntityManager,
    actor: Actor,
    action: Action,
    draftId: string,
    expectedVersion: number,
  ): Promise<WayDraftEntity> {
    const draft = await manager.findOne(WayDraftEntity, {
      where: { id: draftId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!draft) throw wayDraftNotFound();
    requireForKernen(actor, action, draft.document);
    requireVersion(expectedVersion, draft.version);
    if (draft.status === 'activated') {
      throw waysProblem(
        'way-activated',
        'Dit concept is ingegaan. Maak een nieuw concept voor een opvolger.',
      );
    }
    return draft;
  }

  async present(manager: EntityManager, draft: WayDraftEntity): Promise<WayDraftResponse> {
    const validation = await this.#checks.validate(manager, draft.document);
    const bodyName = await this.#checks.bodyNames(manager, kernCodesIn(draft.document));
    return WayDraftResponse.ofDraft(draft, validation, bodyName);
  }

  #record(manager: EntityManager, actor: Actor, { id, code, version }: WayDraftEntity): void {
    const detail = { code, version };
    this.#audit.record(manager, actor, { action: 'way:draft', subjectKind: 'way', subjectId: id, detail });
  }
}
