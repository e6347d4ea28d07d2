import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { BudgetState } from '../budgets/domain/ledger-state.ts';
import { LedgerService } from '../budgets/ledger.service.ts';
import { CollegeListEntity } from './college-list.entity.ts';
import type { CollegeListLineEntity } from './college-list-line.entity.ts';
import { CollegeListLines } from './college-list-lines.service.ts';
import type { DecidedLine, Resolution } from './decided-line.ts';
import { type ListRequest, linesOf, type NotReady, notReadyOf } from './listed-applications.ts';
import { collegeListNotFound } from './domain/decisions.problems.ts';
import { competesAcrossKernen, sharedByKernen } from './domain/money-place.ts';
import { mostLines, totalsPerKern } from './domain/resolution.ts';
import { Impartiality } from './impartiality.service.ts';
import {
  listTooLong,
  nothingToPropose,
  oneListForAll,
  refuseDeviations,
  requireNamed,
  textOf,
} from './list-refusals.ts';
import { ListSubjects } from './list-subjects.service.ts';
import type { ProposalResult } from './proposal-inputs.service.ts';

/** What the college decided on a line of a list. */
export type ListedDecision = DecidedLine & { readonly line: CollegeListLineEntity };

export interface PreparedList {
  readonly list: CollegeListEntity;
  readonly lines: readonly CollegeListLineEntity[];
  readonly notReady: readonly NotReady[];
}

/** Makes the lists that are put before the college, and reads them. */
@Injectable()
export class CollegeListsService {
  readonly #subjects: ListSubjects;
  readonly #ledger: LedgerService;
  readonly #impartiality: Impartiality;
  readonly #lines: CollegeListLines;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    subjects: ListSubjects,
    ledger: LedgerService,
    impartiality: Impartiality,
    lines: CollegeListLines,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#subjects = subjects;
    this.#ledger = ledger;
    this.#impartiality = impartiality;
    this.#lines = lines;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Computes a proposal for every undecided application from these budgets and keeps it as a list.
   * @throws DomainError `has-interest`, `same-person`, `list-too-long`, `one-list-for-all-kernen`, `not-on-this-list`, `decides-others`,
   *   `deviations-do-not-fit`, `abstentions-do-not-fit`, `ceiling-reached`, or `nothing-to-propose` when no application can be put before the
   *   college yet
   */
  async prepare(
    manager: EntityManager,
    actor: Actor,
    regulationId: string,
    request: ListRequest,
  ): Promise<PreparedList> {
    const { subject, from, deviations } = request;
    // The balances must not move between what is read here and what the list says of them.
    const ledger = await this.#ledger.lock(manager, from.ids);
    const budgets = [...ledger.budgets.values()];
    const result = await this.#subjects.proposals(subject, manager, actor, regulationId, ledger);
    if (!from.areAll && competesAcrossKernen(result.document, ledger)) throw oneListForAll();
    const notReady = notReadyOf(result);
    const list = this.#newList(actor, regulationId, budgets, request, result);
    const proposed = linesOf(list.id, result, request);
    await this.#impartiality.requireToPrepare(manager, actor, {
      ...list,
      applicationIds: result.applications.map((application) => application.id),
    });
    if (proposed.length === 0) throw nothingToPropose(subject, notReady);
    refuseDeviations(proposed, deviations, result, ledger);
    requireNamed(request.applicationIds, proposed, result);
    list.proposalText = textOf(proposed, request, result);
    if (proposed.length + notReady.length > mostLines) throw listTooLong();
    await manager.insert(CollegeListEntity, list);
    const lines = this.#lines.add(manager, proposed);
    this.#audit.record(manager, actor, {
      action: 'college-list:prepare',
      subjectKind: 'college-list',
      subjectId: list.id,
      detail: { regulationId, subject, lines: lines.length, notReady: notReady.length },
    });
    return { list, lines, notReady };
  }

  #newList(
    actor: Actor,
    regulationId: string,
    budgets: readonly BudgetState[],
    { subject, from, abstentions }: ListRequest,
    { inputs }: ProposalResult,
  ): CollegeListEntity {
    return Object.assign(new CollegeListEntity(), {
      id: newId(),
      regulationId,
      subject,
      status: 'proposed',
      version: 1,
      kernIds: [...new Set(budgets.flatMap((budget) => budget.kernId ?? from.allKernIds))],
      lotSeed: inputs.lotSeed,
      inputs,
      remainders: Object.fromEntries(
        totalsPerKern(
          budgets.map(({ kernId, available }) => ({
            kernId: kernId ?? sharedByKernen,
            grantedCents: available,
          })),
        ),
      ),
      abstentions,
      preparedBy: actor.subject,
      preparedAt: this.#clock.now(),
      resolutionNumber: null,
      resolutionDate: null,
      registeredBy: null,
      registeredAt: null,
    });
  }

  /** Notes on the list and on each of its lines what the college decided. */
  async close(
    manager: EntityManager,
    actor: Actor,
    list: CollegeListEntity,
    lines: readonly ListedDecision[],
    { number, date, abstentions }: Resolution,
  ): Promise<void> {
    await manager.update(CollegeListEntity, list.id, {
      status: 'resolved',
      version: list.version + 1,
      resolutionNumber: number,
      resolutionDate: date,
      registeredBy: actor.subject,
      registeredAt: this.#clock.now(),
      ...(abstentions !== null && { abstentions: [...abstentions] }),
    });
    for (const { line, resolution } of lines) await this.#lines.resolve(manager, line, resolution);
  }

  /** @throws DomainError `college-list-not-found` */
  async get(manager: EntityManager, listId: string): Promise<CollegeListEntity> {
    const list = await manager.findOneBy(CollegeListEntity, { id: listId });
    if (!list) throw collegeListNotFound();
    return list;
  }

  lines(manager: EntityManager, listId: string): Promise<CollegeListLineEntity[]> {
    return this.#lines.of(manager, listId);
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
