import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { samePerson } from './domain/identity.problems.ts';
import { mandateNotFound, refuseEnd, refusePeriod } from './domain/mandate-register.ts';
import { MandateEntity } from './mandate.entity.ts';
import type { EndMandateRequest, MandatesQuery, RecordMandateRequest } from './mandate.request.ts';

/** The register of mandates. The college gives them; an administrator records what was given, never to themselves. */
@Injectable()
export class Mandates {
  readonly #transactions: Transactions;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(transactions: Transactions, audit: AuditLog, clock: Clock, manager: EntityManager) {
    this.#transactions = transactions;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** @throws DomainError `same-person` or `mandate-period-impossible` */
  async record(actor: Actor, claim: IdempotencyClaim, request: RecordMandateRequest): Promise<MandateEntity> {
    const { holderSubject, holderName, action, upToCents = null, validUntilDate = null, reference } = request;
    if (holderSubject === actor.subject) throw samePerson('Uw eigen mandaat legt een andere beheerder vast.');
    refusePeriod(request.validFromDate, validUntilDate);
    return this.#once(actor, claim, async (manager) => {
      const mandate = Object.assign(new MandateEntity(), {
        ...{ id: newId(), version: 1, holderSubject, holderName, action, upToCents, reference },
        ...{ validFrom: request.validFromDate, validUntil: validUntilDate },
        ...{ recordedBy: actor.subject, recordedAt: this.#clock.now() },
      });
      await manager.insert(MandateEntity, mandate);
      this.#write(manager, actor, mandate, 'mandate:record');
      return mandate;
    });
  }

  /** Ends a mandate on a day; what was decided under it before stays decided (Awb 10:8). */
  async end(
    actor: Actor,
    claim: IdempotencyClaim,
    mandateId: string,
    expectedVersion: number,
    { validUntilDate }: EndMandateRequest,
  ): Promise<MandateEntity> {
    return this.#once(actor, claim, async (manager) => {
      const mandate = await manager.findOne(MandateEntity, {
        where: { id: mandateId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!mandate) throw mandateNotFound();
      requireVersion(expectedVersion, mandate.version);
      refuseEnd(mandate, validUntilDate);
      const changes = { validUntil: validUntilDate, version: mandate.version + 1 };
      await manager.update(MandateEntity, mandateId, changes);
      const ended = Object.assign(new MandateEntity(), mandate, changes);
      this.#write(manager, actor, ended, 'mandate:end');
      return ended;
    });
  }

  /** @throws DomainError `mandate-not-found` */
  async get(mandateId: string): Promise<MandateEntity> {
    const mandate = await this.#manager.findOneBy(MandateEntity, { id: mandateId });
    if (!mandate) throw mandateNotFound();
    return mandate;
  }

  async list(query: MandatesQuery): Promise<Page<MandateEntity>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = this.#manager
      .createQueryBuilder(MandateEntity, 'mandate')
      .where(query.action === undefined ? {} : { action: query.action })
      .orderBy('mandate.id')
      .limit(query.limit + 1);
    if (after !== null) rows.andWhere('mandate.id > :after', { after: after[0] });
    if (query.onDate !== undefined) {
      const inForce =
        'mandate.validFrom <= :on AND (mandate.validUntil IS NULL OR mandate.validUntil >= :on)';
      rows.andWhere(inForce, { on: query.onDate });
    }
    return pageOf(await rows.getMany(), query.limit, ({ id }) => [id]);
  }

  /** The mandates of somebody, for `mandateFor`. */
  heldBy(manager: EntityManager, holderSubject: string): Promise<MandateEntity[]> {
    return manager.find(MandateEntity, { where: { holderSubject }, order: { id: 'ASC' } });
  }

  async #once(
    actor: Actor,
    claim: IdempotencyClaim,
    work: (manager: EntityManager) => Promise<MandateEntity>,
  ): Promise<MandateEntity> {
    return (await this.#transactions.runOnce(claimedBy(actor, claim), work, roleSuffices)).answer;
  }

  #write(manager: EntityManager, actor: Actor, mandate: MandateEntity, action: string): void {
    const { id: subjectId, action: about, upToCents, validFrom, validUntil, reference } = mandate;
    const detail = { about, upToCents, validFrom, validUntil, reference };
    this.#audit.record(manager, actor, { action, subjectKind: 'mandate', subjectId, detail });
  }
}
