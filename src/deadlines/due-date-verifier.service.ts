import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not, type EntityManager } from 'typeorm';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { CaseClocks } from './case-clocks.service.ts';
import { DecisionTermEntity } from './decision-term.entity.ts';
import { DueDateEntity } from './due-date.entity.ts';
import { DueDates, type StoredDueDate, storedDueDates } from './due-dates.service.ts';

/** A case of which the stored due dates are not what they are computed to be, or that lacks what is kept of its term. */
export interface DueDateFault {
  readonly applicationNumber: string;
  readonly stored: readonly StoredDueDate[];
  readonly computed: readonly StoredDueDate[];
  /** Whether the decision was sent and nothing was kept of how its term stood then. */
  readonly lacksDecisionTerm: boolean;
}

export interface DueDateCheck {
  readonly caseCount: number;
  readonly faults: readonly DueDateFault[];
  /** The last case that was looked at; null when there are no more. */
  readonly lastId: string | null;
}

const perBatch = 200;

function inOrder(dueDates: readonly StoredDueDate[]): StoredDueDate[] {
  return [...dueDates].sort((one, other) => (one.kind < other.kind ? -1 : 1));
}

/** Computes stored due dates again. They differ when somebody forgot to refresh them, or when the calendar changed. */
@Injectable()
export class DueDateVerifier {
  readonly #applications: ApplicationsService;
  readonly #clocks: CaseClocks;
  readonly #dueDates: DueDates;

  constructor(applications: ApplicationsService, clocks: CaseClocks, dueDates: DueDates) {
    this.#applications = applications;
    this.#clocks = clocks;
    this.#dueDates = dueDates;
  }

  /**
   * Compares the next so many cases.
   * @param manager of a transaction, so that what is compared belongs together
   * @param repair stores what is computed where it differs
   */
  async batch(manager: EntityManager, afterId: string | null, repair: boolean): Promise<DueDateCheck> {
    const rows = await manager.find(ApplicationEntity, {
      where: { status: Not('draft'), ...(afterId !== null && { id: MoreThan(afterId) }) },
      order: { id: 'ASC' },
      take: perBatch,
      ...(repair && { lock: { mode: 'pessimistic_write' } }),
    });
    const lastId = rows.length < perBatch ? null : (rows.at(-1)?.id ?? null);
    const opened = await this.#applications.open(manager, rows);
    const ids = opened.map(({ id }) => id);
    const stored = await this.#stored(manager, ids);
    const termKept = await this.#termKept(manager, ids);
    const faults: DueDateFault[] = [];
    const clocks = await this.#clocks.ofAll(manager, opened);
    // What waits for somebody is not compared: it is written anew where that was asked.
    if (repair) for (const application of opened) await this.#dueDates.refresh(manager, application);
    opened.forEach(({ id, number }, index) => {
      const clock = clocks[index];
      if (!clock) return;
      const is = inOrder(stored.get(id) ?? []);
      const computed = inOrder(storedDueDates(clock));
      const lacksDecisionTerm = clock.announced !== null && !termKept.has(id);
      if (isDeepStrictEqual(is, computed) && !lacksDecisionTerm) return;
      faults.push({ applicationNumber: number ?? id, stored: is, computed, lacksDecisionTerm });
    });
    return { caseCount: opened.length, faults, lastId };
  }

  /** Of which cases is kept how the term stood when the decision was sent. */
  async #termKept(manager: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const kept = await manager.findBy(DecisionTermEntity, { applicationId: In([...ids]) });
    return new Set(kept.map(({ applicationId }) => applicationId));
  }

  async #stored(manager: EntityManager, ids: readonly string[]): Promise<Map<string, StoredDueDate[]>> {
    const rows = await manager.find(DueDateEntity, { where: { applicationId: In([...ids]) } });
    const perCase = new Map<string, StoredDueDate[]>();
    for (const { applicationId, kind, dueOn, chased } of rows) {
      perCase.set(applicationId, [...(perCase.get(applicationId) ?? []), { kind, dueOn, chased }]);
    }
    return perCase;
  }
}
