import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { calendarDateOf } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { requireVersion } from '../platform/http/if-match.ts';
import type { LedgerState } from '../budgets/domain/ledger-state.ts';
import { CollegeListEntity } from './college-list.entity.ts';
import type { ListedDecision } from './college-lists.service.ts';
import type { CollegeListLineEntity } from './college-list-line.entity.ts';
import { CollegeListLines } from './college-list-lines.service.ts';
import { type DecidedLine, dividedIn, type Resolution } from './decided-line.ts';
import { collegeListNotFound, decisionsProblems } from './domain/decisions.problems.ts';
import { resolveProposed } from './domain/deviation.ts';
import { lineFaults, overspending } from './domain/resolution-check.ts';
import { stalenessOf } from './domain/staleness.ts';
import { Impartiality } from './impartiality.service.ts';
import { ListSubjects } from './list-subjects.service.ts';
import { requireDeferrable } from './listed-applications.ts';
import type { ProposalResult } from './proposal-inputs.service.ts';

/** An application of the list with the money from which it would be paid. */
type Unchanged = Pick<DecidedLine, 'application' | 'place' | 'divided'>;

/** Registers what the college decided: decisions, commitments and letters, all of them or none. */
@Injectable()
export class ResolutionsService {
  readonly #subjects: ListSubjects;
  readonly #impartiality: Impartiality;
  readonly #lines: CollegeListLines;
  readonly #clock: Clock;

  constructor(subjects: ListSubjects, impartiality: Impartiality, lines: CollegeListLines, clock: Clock) {
    this.#subjects = subjects;
    this.#impartiality = impartiality;
    this.#lines = lines;
    this.#clock = clock;
  }

  /**
   * @param expectedVersion the version of the list that the registrar has seen
   * @throws DomainError `same-person`, `has-interest`, `list-already-resolved`, `list-stale`, `lines-do-not-match`,
   *   `line-contradicts-itself`, `resolution-date-impossible`, `ceiling-reached` or `decides-others`
   */
  async register(
    manager: EntityManager,
    actor: Actor,
    listId: string,
    expectedVersion: number,
    budgetIds: readonly string[],
    resolution: Resolution,
  ): Promise<{ readonly list: CollegeListEntity; readonly decided: readonly ListedDecision[] }> {
    const list = await this.#lockList(manager, listId);
    requireVersion(expectedVersion, list.version);
    this.#refuse(list, resolution);
    const lines = await this.#lines.of(manager, listId);
    const faults = lineFaults(lines, resolution.lines, resolution.abstentions ?? []);
    if (faults !== null) throw faults;
    const listed = lines.map(({ applicationId }) => applicationId);
    const ledger = await this.#subjects.lock(list.subject, manager, budgetIds, listed);
    const now = await this.#unchangedSince(manager, actor, list, lines, ledger);
    const unchanged = unchangedOf(lines, now);
    await this.#impartiality.requireToRegister(manager, actor, list, [...unchanged.keys()]);
    const decided = lines.map((line) => decide(line, unchanged, resolution));
    const excess = overspending(decided, ledger);
    if (excess !== null) throw excess;
    requireDeferrable(now, decided);
    const { number, date } = resolution;
    const basis = { kind: 'college', listId, number, date } as const;
    await this.#subjects.write(list.subject, manager, actor, decided, ledger, basis);
    return { list, decided };
  }

  async #lockList(manager: EntityManager, listId: string): Promise<CollegeListEntity> {
    const list = await manager.findOne(CollegeListEntity, {
      where: { id: listId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!list) throw collegeListNotFound();
    return list;
  }

  #refuse(list: CollegeListEntity, resolution: Resolution): void {
    if (list.status === 'resolved') {
      throw DomainError.of(
        decisionsProblems,
        'list-already-resolved',
        `Het besluit over deze lijst is geregistreerd onder nummer ${list.resolutionNumber}.`,
      );
    }
    if (resolution.date > this.#clock.today() || resolution.date < calendarDateOf(list.preparedAt)) {
      throw DomainError.of(
        decisionsProblems,
        'resolution-date-impossible',
        'Het college beslist nadat de lijst is gemaakt, en niet in de toekomst.',
      );
    }
  }

  /** Makes the proposals again and compares: nothing that the list rests on may have changed since it was made. */
  async #unchangedSince(
    manager: EntityManager,
    actor: Actor,
    list: CollegeListEntity,
    lines: readonly CollegeListLineEntity[],
    ledger: LedgerState,
  ): Promise<ProposalResult> {
    const { subject, regulationId } = list;
    const now = await this.#subjects.proposals(subject, manager, actor, regulationId, ledger, 'decide');
    const { numbers, changes } = stalenessOf(lines, list.inputs, now);
    if (numbers.length > 0) throw listStale(numbers, changes);
    return now;
  }
}

function unchangedOf(
  lines: readonly CollegeListLineEntity[],
  now: ProposalResult,
): ReadonlyMap<string, Unchanged> {
  const listed = new Set(lines.map((line) => line.applicationId));
  const kept = now.applications.filter((application) => listed.has(application.id));
  return new Map(
    kept.map((application) => {
      const divided = dividedIn(now, application.id);
      const place = present(now.places.get(application.id), 'every application was placed');
      return [application.id, { application, place, divided }];
    }),
  );
}

function decide(
  line: CollegeListLineEntity,
  unchanged: ReadonlyMap<string, Unchanged>,
  { lines }: Resolution,
): ListedDecision {
  const resolution = lines.get(line.applicationId) ?? { outcome: 'as-proposed' };
  const resolved = resolveProposed(line, resolution);
  const known = present(unchanged.get(line.applicationId), 'unchanged since the list');
  return { line, ...known, resolution, resolved };
}

function listStale(numbers: readonly string[], changes: readonly string[]): DomainError {
  const detail = [
    `Sinds de lijst is gemaakt, is er iets veranderd voor ${numbers.join(', ')}.`,
    ...changes,
    'Maak een nieuwe lijst.',
  ].join(' ');
  return DomainError.of(decisionsProblems, 'list-stale', detail);
}
