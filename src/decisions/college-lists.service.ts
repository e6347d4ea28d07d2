import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { BudgetState } from '../budgets/domain/ledger-state.ts';
import { LedgerService } from '../budgets/ledger.service.ts';
import { CollegeListEntity } from './college-list.entity.ts';
import type { CollegeListLineEntity } from './college-list-line.entity.ts';
import { CollegeListLines, type NewLine } from './college-list-lines.service.ts';
import type { DecidedLine, Resolution } from './decided-line.ts';
import { collegeListNotFound, decisionsProblems } from './domain/decisions.problems.ts';
import { competesAcrossKernen, sharedByKernen } from './domain/money-place.ts';
import { mostLines, totalsPerKern } from './domain/resolution.ts';
import type { Proposal } from './domain/proposal-facts.ts';
import { Impartiality } from './impartiality.service.ts';
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

/** The budgets whose kernen a list is about. */
export interface ListedBudgets {
  readonly ids: readonly string[];
  /** Whether the list is about every kern that has money of the regulation. */
  readonly areAll: boolean;
  /** Every kern, for the budget that they share. */
  readonly allKernIds: readonly string[];
}

/** Makes the lists that are put before the college, and reads them. */
@Injectable()
export class CollegeListsService {
  readonly #inputs: ProposalInputs;
  readonly #ledger: LedgerService;
  readonly #impartiality: Impartiality;
  readonly #lines: CollegeListLines;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    inputs: ProposalInputs,
    ledger: LedgerService,
    impartiality: Impartiality,
    lines: CollegeListLines,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#inputs = inputs;
    this.#ledger = ledger;
    this.#impartiality = impartiality;
    this.#lines = lines;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Computes a proposal for every undecided application from these budgets and keeps it as a list.
   * @throws DomainError `has-interest`, `same-person`, `list-too-long`, `one-list-for-all-kernen`, or `nothing-to-propose` when no application
   *   can be put before the college yet
   */
  async prepare(
    manager: EntityManager,
    actor: Actor,
    regulationId: string,
    from: ListedBudgets,
  ): Promise<PreparedList> {
    // The balances must not move between what is read here and what the list says of them.
    const ledger = await this.#ledger.lock(manager, from.ids);
    const budgets = [...ledger.budgets.values()];
    const result = await this.#inputs.proposals(manager, actor, regulationId, ledger);
    if (!from.areAll && competesAcrossKernen(result.document, ledger)) throw oneListForAll();
    const notReady = notReadyOf(result);
    const list = this.#newList(actor, regulationId, budgets, from, result.lotSeed);
    const proposed = linesOf(list.id, result);
    await this.#impartiality.requireToPrepare(manager, actor, {
      ...list,
      applicationIds: result.applications.map((application) => application.id),
    });
    if (proposed.length === 0) throw nothingToPropose(notReady);
    if (proposed.length + notReady.length > mostLines) throw listTooLong();
    await manager.insert(CollegeListEntity, list);
    const lines = this.#lines.add(manager, proposed);
    this.#audit.record(manager, actor, {
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
    budgets: readonly BudgetState[],
    from: ListedBudgets,
    lotSeed: string | null,
  ): CollegeListEntity {
    return Object.assign(new CollegeListEntity(), {
      id: newId(),
      regulationId,
      status: 'proposed',
      version: 1,
      kernIds: [...new Set(budgets.flatMap((budget) => budget.kernId ?? from.allKernIds))],
      lotSeed,
      remainders: Object.fromEntries(
        totalsPerKern(
          budgets.map(({ kernId, available }) => ({
            kernId: kernId ?? sharedByKernen,
            grantedCents: available,
          })),
        ),
      ),
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
    lines: readonly DecidedLine[],
    { number, date }: Resolution,
  ): Promise<void> {
    await manager.update(CollegeListEntity, list.id, {
      status: 'resolved',
      version: list.version + 1,
      resolutionNumber: number,
      resolutionDate: date,
      registeredBy: actor.subject,
      registeredAt: this.#clock.now(),
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

function oneListForAll(): DomainError {
  const detail =
    'Aanvragen uit alle kernen strijden hier om hetzelfde geld. Laat één lijst maken voor alle kernen.';
  return DomainError.of(decisionsProblems, 'one-list-for-all-kernen', detail);
}

function listTooLong(): DomainError {
  const detail = `Een lijst heeft ten hoogste ${mostLines} aanvragen. Maak een lijst voor minder kernen tegelijk.`;
  return DomainError.of(decisionsProblems, 'list-too-long', detail);
}

function notReadyOf({ applications, outcomes }: ProposalResult): NotReady[] {
  return applications.flatMap((application) => {
    const outcome = present(outcomes.get(application.id), 'each application has an outcome');
    if (outcome.kind !== 'not-ready') return [];
    const applicationNumber = present(application.number, 'a received application has a number');
    return [{ applicationId: application.id, applicationNumber, reason: outcome.reason }];
  });
}

/** Per kern, theme or whatever the money is divided within, first who takes part in the distribution by place, then the others by case number. */
function linesOf(listId: string, { applications, outcomes, places }: ProposalResult): NewLine[] {
  const proposed = applications.flatMap((application) => {
    const outcome = outcomes.get(application.id);
    return outcome?.kind === 'proposed' ? [{ application, proposal: outcome.proposal }] : [];
  });
  const poolOf = (applicationId: string) => places.get(applicationId)?.pool ?? '';
  const placeOf = (proposal: Proposal) => proposal.order?.place ?? Number.MAX_SAFE_INTEGER;
  proposed.sort(
    (a, b) =>
      poolOf(a.application.id).localeCompare(poolOf(b.application.id)) ||
      placeOf(a.proposal) - placeOf(b.proposal) ||
      (a.application.number ?? '').localeCompare(b.application.number ?? ''),
  );
  return proposed.map(({ application, proposal }, index) => ({
    listId,
    applicationId: application.id,
    position: index + 1,
    kernId: application.kernId,
    applicationNumber: present(application.number, 'a received application has a number'),
    title: application.title,
    proposal,
  }));
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
