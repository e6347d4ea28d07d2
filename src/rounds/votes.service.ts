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
import { KernenService } from '../kernen/kernen.service.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
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
  readonly #kernen: KernenService;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    transactions: Transactions,
    applications: ComparedApplications,
    kernen: KernenService,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#transactions = transactions;
    this.#applications = applications;
    this.#kernen = kernen;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** @throws DomainError `regulation-not-found`, `nobody-votes`, `votes-do-not-fit`, `attachment-unknown`, or as for each application */
  async record(actor: Actor, claim: IdempotencyClaim, request: RecordVoteRequest): Promise<VoteResponse> {
    const { regulationCode, counts, themeCounts = [], minutes, ...record } = request;
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
          ...tallyFaults(rule, { ...record, counts, themeCounts }, (_plan, index) =>
            groupOf(rule, opened.applications[index]),
          ),
          ...opened.faults,
        ]);
        if (minutes) await this.#applications.requireMinutes(manager, minutes, ids);
        const kernen = await this.#kernen.byId(manager);
        const vote = Object.assign(new VoteRecordEntity(), {
          ...{ ...record, id: newId(), regulationId: regulation.id, themeCounts },
          counts: counts.map(({ applicationId, votes }, index) => {
            const plan = present(opened.applications[index], 'each plan was opened');
            const applicationNumber = present(plan.number, 'what was submitted has a number');
            const { kernId, requestedCents, particulars } = plan;
            const kernCode = present(kernen.get(kernId), 'an application has a kern').code;
            const published = { kernId, kernCode, themeCode: particulars?.themeCode, requestedCents };
            return { applicationId, applicationNumber, votes, ...published };
          }),
          minutesAttachmentIds: minutes?.attachmentIds ?? [],
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

/** Within what a voter has a number of votes: a kern, a theme, or all plans together. */
function groupOf(rule: VotingRule, application: ApplicationEntity | undefined): string {
  if (rule.kind !== 'vote' || rule.per === 'scheme') return '';
  const { kernId, particulars } = present(application, 'each plan was opened');
  return rule.per === 'kern' ? kernId : (particulars?.themeCode ?? '');
}

function votingRule({ distribution }: RegulationDocument): VotingRule {
  if (distribution.kind === 'vote' || distribution.kind === 'vouchers') return distribution;
  const detail = 'In deze regeling stemmen inwoners niet.';
  throw DomainError.of(roundsProblems, 'nobody-votes', detail);
}
