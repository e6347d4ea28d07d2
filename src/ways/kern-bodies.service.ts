import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { waysProblem } from './domain/ways.problems.ts';
import { KernBodyEntity } from './kern-body.entity.ts';
import type { ChangeKernBodyRequest, RecordKernBodyRequest } from './kern-body.request.ts';
import { KernBodyResponse } from './kern-body.response.ts';

/** Keeps which bodies the kernen have. */
@Injectable()
export class KernBodies {
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

  /** The bodies of a kern by code, also those that are gone. @throws DomainError `kern-not-found` */
  async list(kernCode: string, afterCode: string | null, limit: number): Promise<KernBodyEntity[]> {
    const kern = await this.#kernen.getByCode(this.#manager, kernCode);
    const query = this.#manager
      .createQueryBuilder(KernBodyEntity, 'body')
      .where('body.kernId = :kernId', { kernId: kern.id })
      .orderBy('body.code')
      .limit(limit);
    if (afterCode !== null) query.andWhere('body.code > :afterCode', { afterCode });
    return query.getMany();
  }

  /** @throws DomainError `kern-body-not-found` or `kern-not-found` */
  async get(kernCode: string, code: string): Promise<KernBodyEntity> {
    const kern = await this.#kernen.getByCode(this.#manager, kernCode);
    return found(await this.#manager.findOneBy(KernBodyEntity, { kernId: kern.id, code }));
  }

  /** @throws DomainError `kern-body-exists` or `kern-body-days-impossible` */
  async record(
    actor: Actor,
    claim: IdempotencyClaim,
    kernCode: string,
    { code, ...request }: RecordKernBodyRequest,
  ): Promise<KernBodyResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const kern = await this.#kernen.getByCode(manager, kernCode);
        const body = Object.assign(new KernBodyEntity(), {
          ...{ id: newId(), kernId: kern.id, code, version: 1, ...contentOf(request) },
          ...{ recordedBy: actor.subject, recordedAt: this.#clock.now() },
        });
        await manager.insert(KernBodyEntity, body);
        this.#write(manager, actor, body, kernCode);
        return KernBodyResponse.of(body, kernCode);
      },
      roleSuffices,
    );
    return answer;
  }

  /** @throws DomainError `kern-body-not-found` or `kern-body-days-impossible` */
  async change(
    actor: Actor,
    claim: IdempotencyClaim,
    expectedVersion: number,
    { kernCode, bodyCode }: { readonly kernCode: string; readonly bodyCode: string },
    request: ChangeKernBodyRequest,
  ): Promise<KernBodyResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const kern = await this.#kernen.getByCode(manager, kernCode);
        const where = { kernId: kern.id, code: bodyCode };
        const body = found(
          await manager.findOne(KernBodyEntity, { where, lock: { mode: 'pessimistic_write' } }),
        );
        requireVersion(expectedVersion, body.version);
        const changes = { ...contentOf(request), version: body.version + 1 };
        await manager.update(KernBodyEntity, body.id, changes);
        const changed = Object.assign(body, changes);
        this.#write(manager, actor, changed, kernCode);
        return KernBodyResponse.of(changed, kernCode);
      },
      roleSuffices,
    );
    return answer;
  }

  #write(manager: EntityManager, actor: Actor, body: KernBodyEntity, kernCode: string): void {
    const { code, kind, validFrom, validUntil } = body;
    this.#audit.record(manager, actor, {
      action: 'body:record',
      subjectKind: 'kern-body',
      subjectId: body.id,
      detail: { kernCode, code, kind, validFrom, validUntil },
    });
  }
}

function contentOf({ name, kind, validFromDate, validUntilDate }: ChangeKernBodyRequest) {
  if (validUntilDate !== undefined && validUntilDate < validFromDate) {
    const detail = 'De laatste dag ligt voor de eerste.';
    const code = 'kern-body-days-impossible';
    throw waysProblem(code, detail, [{ in: 'body', location: '/validUntilDate', code, detail }]);
  }
  return { name, kind, validFrom: validFromDate, validUntil: validUntilDate ?? null };
}

function found(body: KernBodyEntity | null): KernBodyEntity {
  if (body === null) throw waysProblem('kern-body-not-found', 'Deze kern heeft geen orgaan met deze code.');
  return body;
}
