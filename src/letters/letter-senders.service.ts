import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { letterProblems } from './domain/letters.problems.ts';
import { senderFaults } from './domain/sender-check.ts';
import { LetterSenderEntity } from './letter-sender.entity.ts';
import { LetterSenderRequest } from './letter-sender.request.ts';

/** Keeps who writes letters from which day on. What was laid down for a day never changes; a later day follows it. */
@Injectable()
export class LetterSenders {
  readonly #manager: EntityManager;
  readonly #transactions: Transactions;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(manager: EntityManager, transactions: Transactions, audit: AuditLog, clock: Clock) {
    this.#manager = manager;
    this.#transactions = transactions;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws DomainError `sender-not-printable`, `sender-day-passed` or `sender-day-taken` */
  async add(
    actor: Actor,
    claim: IdempotencyClaim,
    request: LetterSenderRequest,
  ): Promise<LetterSenderRequest> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        this.#refuse(request);
        const { validFrom, ...sender } = request;
        await manager.insert(LetterSenderEntity, { validFrom, sender });
        this.#audit.record(manager, actor, {
          ...{ action: 'letter-sender:record', subjectKind: 'letter-sender', subjectId: newId() },
          detail: { validFrom },
        });
        return request;
      },
      roleSuffices,
    );
    return answer;
  }

  /** Newest first. @param before only those that were valid before this day */
  list(before: string | null, limit: number): Promise<LetterSenderEntity[]> {
    const query = this.#manager
      .createQueryBuilder(LetterSenderEntity, 'sender')
      .orderBy('sender.validFrom', 'DESC')
      .limit(limit);
    if (before !== null) query.where('sender.validFrom < :before', { before });
    return query.getMany();
  }

  #refuse({ validFrom, facts }: LetterSenderRequest): void {
    const faults = senderFaults(facts);
    if (faults.length > 0) {
      const detail = 'Met deze afzender kunnen geen brieven worden gemaakt.';
      throw DomainError.of(letterProblems, 'sender-not-printable', detail, faults);
    }
    if (validFrom >= this.#clock.today()) return;
    const detail = 'Brieven die al zijn gemaakt veranderen niet. Kies vandaag of een latere dag.';
    throw DomainError.of(letterProblems, 'sender-day-passed', detail);
  }
}
