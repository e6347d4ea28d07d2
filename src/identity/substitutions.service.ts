import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull, MoreThanOrEqual } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { notAllowed } from './domain/identity.problems.ts';
import { mayEver } from './domain/permission.ts';
import {
  requirePossibleSubstitution,
  requireSubstitute,
  substitutionEnded,
  substitutionNotFound,
} from './domain/substitution.ts';
import { Officials } from './officials.service.ts';
import { SubstitutionEntity, versionOf } from './substitution.entity.ts';
import type { RecordSubstitutionRequest, SubstitutionsQuery } from './substitution.request.ts';

/** One at a time, so that no two can overlap that were each possible by themselves. */
const oneAtATime = "SELECT pg_advisory_xact_lock(hashtext('substitution'))";

/** Who stands in for whom, on which days. */
@Injectable()
export class Substitutions {
  readonly #transactions: Transactions;
  readonly #officials: Officials;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    officials: Officials,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#officials = officials;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** @throws DomainError as `requirePossibleSubstitution` and `requireSubstitute`; `not-allowed` for another's absence */
  async record(
    actor: Actor,
    claim: IdempotencyClaim,
    request: RecordSubstitutionRequest,
  ): Promise<SubstitutionEntity> {
    const { absentSubject = actor.subject, substituteSubject } = request;
    const { fromDate: fromOn, untilDate: untilOn } = request;
    if (absentSubject !== actor.subject && !mayEver(actor, 'substitution:record-for-another')) {
      throw notAllowed();
    }
    return this.#once(actor, claim, async (manager) => {
      await manager.query(oneAtATime);
      const today = this.#clock.today();
      const others = await manager.findBy(SubstitutionEntity, {
        endedAt: IsNull(),
        untilOn: MoreThanOrEqual(today),
      });
      const days = { absentSubject, substituteSubject, fromOn, untilOn };
      requirePossibleSubstitution(days, others, today);
      const absent = await this.#officials.find(manager, absentSubject);
      const substitute = await this.#officials.find(manager, substituteSubject);
      requireSubstitute(absent, substitute);
      const substitution = Object.assign(new SubstitutionEntity(), days, {
        ...{ id: newId(), absentName: absent?.name, substituteName: substitute?.name },
        ...{ recordedBy: actor.subject, recordedAt: this.#clock.now(), endedBy: null, endedAt: null },
      });
      await manager.insert(SubstitutionEntity, substitution);
      this.#write(manager, actor, 'substitution:record', substitution);
      return substitution;
    });
  }

  /** Ends it at once, because somebody is back. Who is away, who stands in and an administrator can. */
  async end(
    actor: Actor,
    claim: IdempotencyClaim,
    substitutionId: string,
    expectedVersion: number,
  ): Promise<SubstitutionEntity> {
    return this.#once(actor, claim, async (manager) => {
      const substitution = await manager.findOne(SubstitutionEntity, {
        where: { id: substitutionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!substitution) throw substitutionNotFound();
      const { absentSubject, substituteSubject } = substitution;
      const isTheirs = [absentSubject, substituteSubject].includes(actor.subject);
      if (!isTheirs && !mayEver(actor, 'substitution:record-for-another')) throw notAllowed();
      requireVersion(expectedVersion, versionOf(substitution));
      if (substitution.endedAt !== null) throw substitutionEnded();
      const changes = { endedBy: actor.subject, endedAt: this.#clock.now() };
      await manager.update(SubstitutionEntity, substitutionId, changes);
      this.#write(manager, actor, 'substitution:end', substitution);
      return Object.assign(new SubstitutionEntity(), substitution, changes);
    });
  }

  /** @throws DomainError `substitution-not-found` */
  async get(substitutionId: string): Promise<SubstitutionEntity> {
    const substitution = await this.#manager.findOneBy(SubstitutionEntity, { id: substitutionId });
    if (!substitution) throw substitutionNotFound();
    return substitution;
  }

  async list({ after, limit, onDate }: SubstitutionsQuery): Promise<Page<SubstitutionEntity>> {
    const afterId = decodePageKey(after, ['id'])?.[0];
    const rows = this.#manager
      .createQueryBuilder(SubstitutionEntity, 'substitution')
      .orderBy('substitution.id')
      .limit(limit + 1);
    if (onDate !== undefined) {
      const inForce = 'substitution.fromOn <= :on AND substitution.untilOn >= :on';
      rows.where(`${inForce} AND substitution.endedAt IS NULL`, { on: onDate });
    }
    if (afterId !== undefined) rows.andWhere('substitution.id > :afterId', { afterId });
    return pageOf(await rows.getMany(), limit, ({ id }) => [id]);
  }

  async #once(
    actor: Actor,
    claim: IdempotencyClaim,
    work: (manager: EntityManager) => Promise<SubstitutionEntity>,
  ): Promise<SubstitutionEntity> {
    return (await this.#transactions.runOnce(claimedBy(actor, claim), work, roleSuffices)).answer;
  }

  #write(manager: EntityManager, actor: Actor, action: string, substitution: SubstitutionEntity): void {
    const { id: subjectId, absentSubject, substituteSubject, fromOn, untilOn } = substitution;
    const detail = { absentSubject, substituteSubject, fromOn, untilOn };
    this.#audit.record(manager, actor, { action, subjectKind: 'substitution', subjectId, detail });
  }
}
