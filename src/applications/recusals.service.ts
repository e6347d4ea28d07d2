import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { applicationProblems } from './domain/application.problems.ts';
import { RecusalEntity } from './recusal.entity.ts';
import type { RecordRecusalRequest } from './recusal.request.ts';
import { RecusalResponse } from './recusal.response.ts';
import { VisibleApplications } from './visible-applications.service.ts';

const placeOfReason = (id: string): string => `recusal.reason:${id}`;

/** Records who keeps out of an application. Whoever was recused stays so: the interest does not end with regret. */
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
        if (await manager.existsBy(RecusalEntity, { applicationId, subject })) throw alreadyRecused();
        const id = newId();
        const key = await this.#keys.of(manager, applicationId);
        const recusal = Object.assign(new RecusalEntity(), {
          ...{ id, applicationId, subject, reasonSealed: key.seal(reason, placeOfReason(id)) },
          ...{ recordedBy: actor.subject, recordedAt: this.#clock.now() },
        });
        await manager.insert(RecusalEntity, recusal);
        this.#audit.record(manager, actor, {
          action: 'recusal:record',
          subjectKind: 'application',
          subjectId: applicationId,
          detail: { recusalId: recusal.id, forAnother: subject !== actor.subject },
        });
        return RecusalResponse.of(recusal, reason);
      },
      (manager) => this.#visible.open(manager, actor, 'recusal:record', applicationId),
    );
    return answer;
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
      RecusalResponse.of(row, key.open<string>(row.reasonSealed, placeOfReason(row.id))),
    );
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
