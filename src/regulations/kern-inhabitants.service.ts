import { Injectable } from '@nestjs/common';
import { EntityManager, LessThanOrEqual } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { KernInhabitantsEntity } from './kern-inhabitants.entity.ts';
import { type KernInhabitantsRequest, KernInhabitantsResponse } from './kern-inhabitants.response.ts';

/** Keeps how many people live in each kern, for ceilings that count them. */
@Injectable()
export class KernInhabitants {
  readonly #transactions: Transactions;
  readonly #kernen: KernenService;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    kernen: KernenService,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#kernen = kernen;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** @throws DomainError `kern-not-found` */
  async record(
    actor: Actor,
    claim: IdempotencyClaim,
    kernCode: string,
    request: KernInhabitantsRequest,
  ): Promise<KernInhabitantsResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const kern = await this.#kernen.getByCode(manager, kernCode);
        const row = Object.assign(new KernInhabitantsEntity(), request, {
          ...{ id: newId(), kernId: kern.id, recordedBy: actor.subject, recordedAt: this.#clock.now() },
        });
        await manager.insert(KernInhabitantsEntity, row);
        const { referenceDate, inhabitants, source } = request;
        this.#audit.record(manager, actor, {
          action: 'kern:record',
          subjectKind: 'kern',
          subjectId: kern.id,
          detail: { kernCode, referenceDate, inhabitants, source },
        });
        return KernInhabitantsResponse.of(row);
      },
      roleSuffices,
    );
    return answer;
  }

  /** What was recorded of one kern, in that order. @throws DomainError `kern-not-found` */
  async list(kernCode: string, afterId: string | null, limit: number): Promise<KernInhabitantsEntity[]> {
    const { id } = await this.#kernen.getByCode(this.#manager, kernCode);
    const query = this.#manager
      .createQueryBuilder(KernInhabitantsEntity, 'row')
      .where('row.kernId = :id', { id })
      .orderBy('row.id')
      .limit(limit);
    if (afterId !== null) query.andWhere('row.id > :afterId', { afterId });
    return query.getMany();
  }

  /** The numbers that hold on a day: of the newest reference date until then, by kern id. */
  async knownOn(manager: EntityManager, on: CalendarDate): Promise<ReadonlyMap<string, number>> {
    const rows = await manager.find(KernInhabitantsEntity, {
      where: { referenceDate: LessThanOrEqual(on) },
      order: { referenceDate: 'ASC', id: 'ASC' },
    });
    return new Map(rows.map(({ kernId, inhabitants }) => [kernId, inhabitants]));
  }

  /** The newest numbers of a reference date, by kern id. */
  async on(manager: EntityManager, referenceDate: CalendarDate): Promise<ReadonlyMap<string, number>> {
    const rows = await manager.find(KernInhabitantsEntity, {
      where: { referenceDate },
      order: { id: 'ASC' },
    });
    return new Map(rows.map(({ kernId, inhabitants }) => [kernId, inhabitants]));
  }
}
