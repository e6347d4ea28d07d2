import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { claimedBy, roleSuffices, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { ComparedApplications } from './compared-applications.service.ts';
import { refuseFaults, roundsProblems } from './domain/rounds.problems.ts';
import { tallyFaults, type VotingRule } from './domain/vote-check.ts';
import { VoteRecordEntity } from './vote-record.entity.ts';
import type { RecordVoteRequest, VotesQuery } from './vote.request.ts';
import { VoteResponse } from './vote.response.ts';

/** Records votes of residents that were held elsewhere or at a meeting, and shows everybody the counts. */
@Injectable()
export class Votes {
  readonly #transactions: Transactions;
  readonly #applications: ComparedApplications;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    applications: ComparedApplications,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#applications = applications;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** @throws DomainError `regulation-not-found`, `nobody-votes`, `votes-do-not-fit`, or as for each application */
  async record(actor: Actor, claim: IdempotencyClaim, request: RecordVoteRequest): Promise<VoteResponse> {
    const { regulationCode, counts, themeCounts = [], ...record } = request;
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const regulation = await this.#applications.regulation(manager, regulationCode);
        const rule = votingRule(regulation.document);
        const ids = counts.map(({ applicationId }) => applicationId);
        const opened = await this.#applications.open(
          manager,
          actor,
          'vote:record',
          regulation,
          ids,
          'counts',
        );
        refuseFaults('votes-do-not-fit', [
          ...this.#applications.dayFaults('heldOn', record.heldOn),
          ...tallyFaults(rule, { ...record, counts, themeCounts }),
          ...opened.faults,
        ]);
        const vote = Object.assign(new VoteRecordEntity(), {
          ...{ ...record, id: newId(), regulationId: regulation.id, themeCounts },
          counts: counts.map(({ applicationId, votes }, index) => {
            const number = present(opened.applications[index]?.number, 'what was submitted has a number');
            return { applicationId, applicationNumber: number, votes };
          }),
          ...{ recordedBy: actor.subject, recordedAt: this.#clock.now() },
        });
        insertRows(manager, VoteRecordEntity, [vote]);
        this.#audit.recordAll(
          manager,
          actor,
          counts.map(({ applicationId, votes }) => ({
            action: 'vote:record',
            subjectKind: 'application' as const,
            subjectId: applicationId,
            detail: { voteRecordId: vote.id, votes },
          })),
        );
        return VoteResponse.of(vote);
      },
      roleSuffices,
    );
    return answer;
  }

  async list({ after, limit, regulationCode }: VotesQuery): Promise<Page<VoteResponse>> {
    const key = decodePageKey(after, ['id']);
    const query = this.#manager
      .createQueryBuilder(VoteRecordEntity, 'vote')
      .orderBy('vote.id')
      .limit(limit + 1);
    if (key) query.andWhere('vote.id > :after', { after: key[0] });
    if (regulationCode !== undefined) {
      const { id } = await this.#applications.regulation(this.#manager, regulationCode);
      query.andWhere('vote.regulationId = :id', { id });
    }
    return pageOf(await query.getMany(), limit, ({ id }) => [id]).map((vote) => VoteResponse.of(vote));
  }
}

function votingRule({ distribution }: RegulationDocument): VotingRule {
  if (distribution.kind === 'vote' || distribution.kind === 'vouchers') return distribution;
  const detail = 'In deze regeling stemmen inwoners niet.';
  throw DomainError.of(roundsProblems, 'nobody-votes', detail);
}
