import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { BudgetEntity } from '../budgets/budget.entity.ts';
import { LedgerService } from '../budgets/ledger.service.ts';
import { CollegeListEntity } from './college-list.entity.ts';
import { CollegeListLineEntity } from './college-list-line.entity.ts';
import { collegeListNotFound, decisionsProblems } from './domain/decisions.problems.ts';
import type { Proposal } from './domain/proposal.ts';
import { ProposalInputs, type ProposalResult } from './proposal-inputs.service.ts';

/** An application that cannot be put before the college yet. */
export interface NotReady {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly reason: string;
}

export interface PreparedList {
  readonly list: CollegeListEntity;
  readonly lines: readonly CollegeListLineEntity[];
  readonly notReady: readonly NotReady[];
}

/** Makes the lists that are put before the college, and reads them. */
@Injectable()
export class CollegeListsService {
  readonly #inputs: ProposalInputs;
  readonly #ledger: LedgerService;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(inputs: ProposalInputs, ledger: LedgerService, audit: AuditLog, clock: Clock) {
    this.#inputs = inputs;
    this.#ledger = ledger;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Computes a proposal for every undecided application from these budgets and keeps it as a list.
   * @throws DomainError `nothing-to-propose` when no application can be put before the college yet
   */
  async prepare(
    manager: EntityManager,
    actor: Actor,
    regulationId: string,
    budgetIds: readonly string[],
  ): Promise<PreparedList> {
    // The balances must not move between what is read here and what the list says of them.
    const budgets = await this.#ledger.lock(manager, budgetIds);
    const lotSeed = randomBytes(16).toString('hex');
    const result = await this.#inputs.proposals(manager, regulationId, budgets, lotSeed);
    const notReady = notReadyOf(result);
    const list = this.#newList(actor, regulationId, budgets, lotSeed);
    const lines = linesOf(list.id, result);
    if (lines.length === 0) throw nothingToPropose(notReady);
    await manager.insert(CollegeListEntity, list);
    await manager.insert(CollegeListLineEntity, lines);
    await this.#audit.record(manager, actor, {
      action: 'college-list:prepare',
      subjectKind: 'college-list',
      subjectId: list.id,
      detail: { regulationId, lines: lines.length, notReady: notReady.length },
    });
    return { list, lines, notReady };
  }

  #newList(
    actor: Actor,
    regulationId: string,
    budgets: readonly BudgetEntity[],
    lotSeed: string,
  ): CollegeListEntity {
    return Object.assign(new CollegeListEntity(), {
      id: newId(),
      regulationId,
      status: 'proposed',
      version: 1,
      kernIds: budgets.map((budget) => budget.kernId),
      lotSeed,
      remainders: Object.fromEntries(budgets.map((budget) => [budget.kernId, budget.available])),
      preparedBy: actor.subject,
      preparedAt: this.#clock.now(),
      resolutionNumber: null,
      resolutionDate: null,
      registeredBy: null,
      registeredAt: null,
    });
  }

  /** @throws DomainError `college-list-not-found` */
  async get(manager: EntityManager, listId: string): Promise<CollegeListEntity> {
    const list = await manager.findOneBy(CollegeListEntity, { id: listId });
    if (!list) throw collegeListNotFound();
    return list;
  }

  lines(manager: EntityManager, listId: string): Promise<CollegeListLineEntity[]> {
    return manager.find(CollegeListLineEntity, { where: { listId }, order: { position: 'ASC' } });
  }

  /** @param withinKernIds only lists about these kernen alone; null for all lists */
  list(
    manager: EntityManager,
    withinKernIds: readonly string[] | null,
    afterId: string | null,
    limit: number,
  ): Promise<CollegeListEntity[]> {
    const query = manager.createQueryBuilder(CollegeListEntity, 'list').orderBy('list.id').limit(limit);
    if (afterId !== null) query.andWhere('list.id > :afterId', { afterId });
    if (withinKernIds !== null) {
      query.andWhere('list.kernIds <@ CAST(:kernIds AS uuid[])', { kernIds: [...withinKernIds] });
    }
    return query.getMany();
  }
}

function notReadyOf({ applications, outcomes }: ProposalResult): NotReady[] {
  return applications.flatMap((application) => {
    const outcome = present(outcomes.get(application.id), 'each application has an outcome');
    if (outcome.kind !== 'not-ready') return [];
    const applicationNumber = present(application.number, 'a received application has a number');
    return [{ applicationId: application.id, applicationNumber, reason: outcome.reason }];
  });
}

/** Per kern, first who takes part in the distribution by place, then the others by case number. */
function linesOf(listId: string, { applications, outcomes }: ProposalResult): CollegeListLineEntity[] {
  const proposed = applications.flatMap((application) => {
    const outcome = outcomes.get(application.id);
    return outcome?.kind === 'proposed' ? [{ application, proposal: outcome.proposal }] : [];
  });
  const placeOf = (proposal: Proposal) => proposal.order?.place ?? Number.MAX_SAFE_INTEGER;
  proposed.sort(
    (a, b) =>
      a.application.kernId.localeCompare(b.application.kernId) ||
      placeOf(a.proposal) - placeOf(b.proposal) ||
      (a.application.number ?? '').localeCompare(b.application.number ?? ''),
  );
  return proposed.map(({ application, proposal }, index) =>
    Object.assign(new CollegeListLineEntity(), {
      listId,
      applicationId: application.id,
      position: index + 1,
      kernId: application.kernId,
      applicationNumber: application.number,
      title: application.title,
      proposal,
      resolution: null,
    }),
  );
}

function nothingToPropose(notReady: readonly NotReady[]): DomainError {
  const reasons = notReady
    .map(({ applicationNumber, reason }) => `${applicationNumber}: ${reason}`)
    .join(' ');
  return DomainError.of(
    decisionsProblems,
    'nothing-to-propose',
    notReady.length === 0 ? 'Er zijn geen aanvragen waarover nog moet worden besloten.' : reasons,
  );
}
