import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { AdviceEntity } from './advice.entity.ts';
import { ComparedApplications } from './compared-applications.service.ts';
import { Comparisons } from './comparisons.service.ts';
import { isAdvised, rankingFaults } from './domain/ranking-check.ts';
import { refuseFaults, roundsProblems } from './domain/rounds.problems.ts';
import { RankingEntity } from './ranking.entity.ts';
import type { RecordRankingRequest } from './ranking.request.ts';
import { RankingResponse } from './ranking.response.ts';

/** Records what a committee, a jury or a village body advised, and in which order it put applications. */
@Injectable()
export class Rankings {
  readonly #transactions: Transactions;
  readonly #applications: ComparedApplications;
  readonly #comparisons: Comparisons;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    applications: ComparedApplications,
    comparisons: Comparisons,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#applications = applications;
    this.#comparisons = comparisons;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** @throws DomainError `regulation-not-found`, `nobody-advises`, `ranking-does-not-fit`, or as for each application */
  async record(
    actor: Actor,
    claim: IdempotencyClaim,
    request: RecordRankingRequest,
  ): Promise<RankingResponse> {
    const { regulationCode, body, advisedOn, minutesReference, lines } = request;
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const regulation = await this.#applications.regulation(manager, regulationCode);
        if (!isAdvised(regulation.document)) throw nobodyAdvises();
        const ids = lines.map(({ applicationId }) => applicationId);
        const opened = await this.#applications.open(
          manager,
          actor,
          'ranking:record',
          regulation,
          ids,
          'lines',
        );
        refuseFaults('ranking-does-not-fit', [
          ...this.#applications.dayFaults('advisedOn', advisedOn),
          ...rankingFaults(regulation.document, lines),
          ...opened.faults,
        ]);
        const ranking = Object.assign(new RankingEntity(), {
          ...{ id: newId(), regulationId: regulation.id, body, advisedOn, minutesReference },
          ...{ recordedBy: actor.subject, recordedAt: this.#clock.now() },
        });
        insertRows(manager, RankingEntity, [ranking]);
        insertRows(
          manager,
          AdviceEntity,
          lines.map((line) => this.#adviceOf(manager, ranking.id, line)),
        );
        this.#audit.recordAll(
          manager,
          actor,
          lines.map(({ applicationId, outcome, place = null }) => ({
            action: 'ranking:record',
            subjectKind: 'application' as const,
            subjectId: applicationId,
            detail: { rankingId: ranking.id, outcome, place },
          })),
        );
        return RankingResponse.of(ranking);
      },
      roleSuffices,
    );
    return answer;
  }

  async list({ after, limit }: PageQuery): Promise<Page<RankingResponse>> {
    const key = decodePageKey(after, ['id']);
    const query = this.#manager
      .createQueryBuilder(RankingEntity, 'ranking')
      .orderBy('ranking.id')
      .limit(limit + 1);
    if (key) query.where('ranking.id > :after', { after: key[0] });
    return pageOf(await query.getMany(), limit, ({ id }) => [id]).map((ranking) =>
      RankingResponse.of(ranking),
    );
  }

  #adviceOf(
    manager: EntityManager,
    rankingId: string,
    { applicationId, outcome, place, reason }: RecordRankingRequest['lines'][number],
  ): AdviceEntity {
    const advice = Object.assign(new AdviceEntity(), {
      ...{ rankingId, applicationId, outcome, place: place ?? null, reason: reason ?? null },
    });
    return this.#comparisons.seal(manager, advice);
  }
}

function nobodyAdvises(): DomainError {
  const detail = 'De regeling noemt niemand die vooraf adviseert of een volgorde maakt.';
  return DomainError.of(roundsProblems, 'nobody-advises', detail);
}
