import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { endingRefusal } from './domain/ending-check.ts';
import type { RegulationVersion } from './domain/regulation-version.ts';
import { regulationsProblem } from './domain/regulations.problems.ts';
import { type EndingStatus, RegulationEndingEntity } from './regulation-ending.entity.ts';
import {
  type ProposeEndingRequest,
  type PublishEndingRequest,
  RegulationEndingResponse,
} from './regulation-ending.message.ts';
import { RegulationEntity } from './regulation.entity.ts';
import { RegulationVersionEntity } from './regulation-version.entity.ts';
import { RegulationsService } from './regulations.service.ts';

/** Lets a regulation end before its time: one person proposes it, another publishes it. */
@Injectable()
export class RegulationEndings {
  readonly #transactions: Transactions;
  readonly #regulations: RegulationsService;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    regulations: RegulationsService,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#regulations = regulations;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** @throws DomainError `regulation-not-found` or `regulation-days-impossible` */
  async propose(
    actor: Actor,
    claim: IdempotencyClaim,
    { regulationCode, lastDate, reason }: ProposeEndingRequest,
  ): Promise<RegulationEndingResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const { id } = await this.#regulations.getByCode(manager, regulationCode);
        const newest = (await this.#regulations.versionsOf(manager, id)).at(-1);
        const ended = present(newest, 'a regulation has a version');
        const refusal = endingRefusal(ended, lastDate, this.#clock.today());
        if (refusal) throw refusal;
        const ending = Object.assign(new RegulationEndingEntity(), {
          ...{ id: newId(), versionId: ended.id, lastDay: lastDate, reason, status: 'proposed', version: 1 },
          ...{ publishedOn: null, publicationReference: null, decidedBy: null, decidedAt: null },
          ...{ proposedBy: actor.subject, proposedAt: this.#clock.now() },
        });
        await manager.insert(RegulationEndingEntity, ending);
        this.#record(manager, actor, ending);
        return this.present(manager, ending);
      },
      roleSuffices,
    );
    return answer;
  }

  /**
   * The second pair of eyes. From now on nobody can apply after the last day.
   * @throws DomainError `regulation-four-eyes`, `regulation-ending-decided` or `regulation-days-impossible`
   */
  publish(
    actor: Actor,
    claim: IdempotencyClaim,
    endingId: string,
    expectedVersion: number,
    { publishedOn, reference }: PublishEndingRequest,
  ): Promise<RegulationEndingResponse> {
    return this.#decide(actor, claim, endingId, expectedVersion, async (manager, ending) => {
      if (ending.proposedBy === actor.subject) {
        const detail = 'Wie het einde voorstelde, maakt het niet bekend. Vraag een ander.';
        throw regulationsProblem('regulation-four-eyes', detail);
      }
      const today = this.#clock.today();
      if (publishedOn > today) {
        const detail = 'Leg een bekendmaking vast als die er is, niet ervoor.';
        const fault = {
          in: 'body',
          location: '/publishedOn',
          code: 'regulation-days-impossible',
          detail,
        } as const;
        throw regulationsProblem('regulation-days-impossible', detail, [fault]);
      }
      const refusal = endingRefusal(await this.#ended(manager, ending), ending.lastDay, today);
      if (refusal) throw refusal;
      return { status: 'published', publishedOn, publicationReference: reference };
    });
  }

  /** Who proposed may also withdraw. @throws DomainError `regulation-ending-decided` */
  reject(
    actor: Actor,
    claim: IdempotencyClaim,
    endingId: string,
    expectedVersion: number,
  ): Promise<RegulationEndingResponse> {
    const none = { status: 'rejected', publishedOn: null, publicationReference: null } as const;
    return this.#decide(actor, claim, endingId, expectedVersion, () => Promise.resolve(none));
  }

  list(afterId: string | null, limit: number): Promise<RegulationEndingEntity[]> {
    const query = this.#manager
      .createQueryBuilder(RegulationEndingEntity, 'ending')
      .orderBy('ending.id')
      .limit(limit);
    if (afterId !== null) query.where('ending.id > :afterId', { afterId });
    return query.getMany();
  }

  /** @throws DomainError `regulation-ending-not-found` */
  async get(endingId: string): Promise<RegulationEndingResponse> {
    return this.present(this.#manager, await this.#found(this.#manager, endingId, false));
  }

  async present(manager: EntityManager, ending: RegulationEndingEntity): Promise<RegulationEndingResponse> {
    const { version, regulationId } = await this.#ended(manager, ending);
    const regulation = await manager.findOneByOrFail(RegulationEntity, { id: regulationId });
    return RegulationEndingResponse.of(ending, regulation.code, version);
  }

  async #decide(
    actor: Actor,
    claim: IdempotencyClaim,
    endingId: string,
    expectedVersion: number,
    work: (
      manager: EntityManager,
      ending: RegulationEndingEntity,
    ) => Promise<Pick<RegulationEndingEntity, 'status' | 'publishedOn' | 'publicationReference'>>,
  ): Promise<RegulationEndingResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const ending = await this.#found(manager, endingId, true);
        requireVersion(expectedVersion, ending.version);
        if (ending.status !== 'proposed') throw decided(ending.status);
        const decision = {
          ...(await work(manager, ending)),
          ...{ version: ending.version + 1, decidedBy: actor.subject, decidedAt: this.#clock.now() },
        };
        await manager.update(RegulationEndingEntity, ending.id, decision);
        const changed = Object.assign(ending, decision);
        this.#record(manager, actor, changed);
        return this.present(manager, changed);
      },
      roleSuffices,
    );
    return answer;
  }

  async #found(manager: EntityManager, id: string, hold: boolean): Promise<RegulationEndingEntity> {
    const ending = await manager.findOne(RegulationEndingEntity, {
      where: { id },
      ...(hold && { lock: { mode: 'pessimistic_write' } }),
    });
    if (!ending) {
      throw regulationsProblem('regulation-ending-not-found', 'Er is geen voorstel met dit kenmerk.');
    }
    return ending;
  }

  async #ended(manager: EntityManager, { versionId }: RegulationEndingEntity): Promise<RegulationVersion> {
    const { regulationId } = await manager.findOneByOrFail(RegulationVersionEntity, { id: versionId });
    const versions = await this.#regulations.versionsOf(manager, regulationId);
    return present(
      versions.find(({ id }) => id === versionId),
      'an ending is of a version',
    );
  }

  #record(manager: EntityManager, actor: Actor, ending: RegulationEndingEntity): void {
    const { id, versionId, lastDay, status, publishedOn, publicationReference } = ending;
    this.#audit.record(manager, actor, {
      action: status === 'published' ? 'regulation:publish' : 'regulation:draft',
      subjectKind: 'regulation',
      subjectId: versionId,
      detail: { endingId: id, lastDay, status, publishedOn, publicationReference },
    });
  }
}

function decided(status: EndingStatus) {
  const outcome = status === 'published' ? 'bekendgemaakt' : 'afgewezen';
  return regulationsProblem('regulation-ending-decided', `Dit einde is al ${outcome}.`);
}
