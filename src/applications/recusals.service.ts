import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { notAllowed } from '../identity/domain/identity.problems.ts';
import { mayEver } from '../identity/domain/permission.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { applicationProblems } from './domain/application.problems.ts';
import { openedRecusal, RecusalEntity, sealedReason, versionOf } from './recusal.entity.ts';
import type { EndRecusalRequest, RecordRecusalRequest } from './recusal.request.ts';
import { RecusalResponse } from './recusal.response.ts';
import { VisibleApplications } from './visible-applications.service.ts';

/** A recusal and the application from which somebody keeps out. */
export interface RecusalPlace {
  readonly applicationId: string;
  readonly recusalId: string;
}

type Detail = Readonly<Record<string, unknown>>;

/** Records who keeps out of an application, and when that ended. No row of it is ever removed. */
@Injectable()
export class Recusals {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #keys: CaseKeys;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    keys: CaseKeys,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#keys = keys;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** @throws DomainError `already-recused`; `not-allowed` when the caller recuses another and is no administrator */
  async record(
    actor: Actor,
    claim: IdempotencyClaim,
    applicationId: string,
    { subject = actor.subject, reason }: RecordRecusalRequest,
  ): Promise<RecusalResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const action = subject === actor.subject ? 'recusal:record' : 'recusal:record-for-another';
        await this.#visible.open(manager, actor, action, applicationId);
        const current = { applicationId, subject, endedAt: IsNull() };
        if (await manager.existsBy(RecusalEntity, current)) throw alreadyRecused();
        const id = newId();
        const key = await this.#keys.of(manager, applicationId);
        const recusal = Object.assign(new RecusalEntity(), {
          ...{ id, applicationId, subject, reason, reasonSealed: sealedReason(key, id, reason) },
          ...{ recordedBy: actor.subject, recordedAt: this.#clock.now() },
          ...{ endedBy: null, endedAt: null, endReasonSealed: null, endReason: null },
        });
        await manager.insert(RecusalEntity, recusal);
        const detail = { recusalId: id, forAnother: subject !== actor.subject };
        this.#write(manager, actor, 'recusal:record', applicationId, detail);
        return RecusalResponse.of(recusal);
      },
      (manager) => this.#visible.open(manager, actor, 'recusal:record', applicationId),
    );
    return answer;
  }

  /**
   * Ends a recusal, because the interest ended or there never was one. Only who recorded it or an administrator can:
   * nobody lifts what somebody else recorded of them.
   * @throws DomainError `recusal-not-found`, `recusal-ended` or `not-allowed`; HttpProblem `precondition-failed`
   */
  async end(
    actor: Actor,
    claim: IdempotencyClaim,
    { applicationId, recusalId }: RecusalPlace,
    expectedVersion: number,
    { reason }: EndRecusalRequest,
  ): Promise<RecusalResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        await this.#visible.open(manager, actor, 'recusal:end', applicationId);
        const recusal = await manager.findOne(RecusalEntity, {
          where: { id: recusalId, applicationId },
          lock: { mode: 'pessimistic_write' },
        });
        if (!recusal) throw recusalNotFound();
        if (recusal.recordedBy !== actor.subject && !mayEver(actor, 'recusal:record-for-another')) {
          throw notAllowed();
        }
        requireVersion(expectedVersion, versionOf(recusal));
        if (recusal.endedAt !== null) throw recusalEnded();
        const key = await this.#keys.of(manager, applicationId);
        const changes = {
          endedBy: actor.subject,
          endedAt: this.#clock.now(),
          endReasonSealed: sealedReason(key, recusalId, reason, 'end_reason'),
        };
        await manager.update(RecusalEntity, recusalId, changes);
        this.#write(manager, actor, 'recusal:end', applicationId, { recusalId });
        return RecusalResponse.of(openedRecusal(key, Object.assign(recusal, changes)));
      },
      (manager) => this.#visible.open(manager, actor, 'recusal:end', applicationId),
    );
    return answer;
  }

  /** @throws DomainError `recusal-not-found` */
  async get(actor: Actor, { applicationId, recusalId }: RecusalPlace): Promise<RecusalResponse> {
    await this.#visible.open(this.#manager, actor, 'recusal:read', applicationId);
    const recusal = await this.#manager.findOneBy(RecusalEntity, { id: recusalId, applicationId });
    if (!recusal) throw recusalNotFound();
    return RecusalResponse.of(openedRecusal(await this.#keys.of(this.#manager, applicationId), recusal));
  }

  async list(actor: Actor, applicationId: string, query: PageQuery): Promise<Page<RecusalResponse>> {
    const after = decodePageKey(query.after, ['id']);
    await this.#visible.open(this.#manager, actor, 'recusal:read', applicationId);
    const rows = this.#manager
      .createQueryBuilder(RecusalEntity, 'recusal')
      .where('recusal.applicationId = :applicationId', { applicationId })
      .orderBy('recusal.id')
      .limit(query.limit + 1);
    if (after !== null) rows.andWhere('recusal.id > :after', { after: after[0] });
    const key = await this.#keys.of(this.#manager, applicationId);
    return pageOf(await rows.getMany(), query.limit, ({ id }) => [id]).map((row) =>
      RecusalResponse.of(openedRecusal(key, row)),
    );
  }

  #write(manager: EntityManager, actor: Actor, action: string, subjectId: string, detail: Detail): void {
    this.#audit.record(manager, actor, { action, subjectKind: 'application', subjectId, detail });
  }
}

/** Also what the database says when two record the same at once. */
export function alreadyRecused(): DomainError {
  return DomainError.of(
    applicationProblems,
    'already-recused',
    'Al is vastgelegd dat deze persoon zich afzijdig houdt.',
  );
}

function recusalNotFound(): DomainError {
  const detail = 'Bij deze aanvraag is dit niet vastgelegd.';
  return DomainError.of(applicationProblems, 'recusal-not-found', detail);
}

function recusalEnded(): DomainError {
  const detail = 'Deze persoon houdt zich al niet meer afzijdig.';
  return DomainError.of(applicationProblems, 'recusal-ended', detail);
}
