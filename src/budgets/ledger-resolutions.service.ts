import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { chainPapers } from './chain-papers.ts';
import { LedgerResolutionEntity } from './ledger-resolution.entity.ts';
import type { RegisterLedgerResolutionRequest } from './ledger-resolution.request.ts';
import { LedgerResolutionResponse } from './ledger-resolution.response.ts';

/** Registers and lists the resolutions that runs rest on. */
@Injectable()
export class LedgerResolutions {
  readonly #transactions: Transactions;
  readonly #manager: EntityManager;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(transactions: Transactions, manager: EntityManager, audit: AuditLog, clock: Clock) {
    this.#transactions = transactions;
    this.#manager = manager;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws DomainError `resolution-known` when this body has a resolution of that number already */
  async register(
    actor: Actor,
    claim: IdempotencyClaim,
    request: RegisterLedgerResolutionRequest,
  ): Promise<LedgerResolutionResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const resolution = Object.assign(new LedgerResolutionEntity(), {
          ...{ ...request, id: newId(), registeredBy: actor.subject, registeredAt: this.#clock.now() },
        });
        await manager.insert(LedgerResolutionEntity, resolution);
        await chainPapers(manager);
        this.#audit.record(manager, actor, {
          action: 'ledger:prepare',
          subjectKind: 'ledger-resolution',
          subjectId: resolution.id,
          detail: { body: request.body, number: request.number, decidedOn: request.decidedOn },
        });
        return LedgerResolutionResponse.of(resolution);
      },
      roleSuffices,
    );
    return answer;
  }

  async list({ after, limit }: PageQuery): Promise<Page<LedgerResolutionResponse>> {
    const key = decodePageKey(after, ['id']);
    const query = this.#manager
      .createQueryBuilder(LedgerResolutionEntity, 'resolution')
      .orderBy('resolution.id')
      .limit(limit + 1);
    if (key) query.where('resolution.id > :after', { after: key[0] });
    const page = pageOf(await query.getMany(), limit, (resolution) => [resolution.id]);
    return page.map((resolution) => LedgerResolutionResponse.of(resolution));
  }
}
