import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { statementsOf } from '../platform/database/sent-statements.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { WaitingWork } from '../applications/waiting-work.service.ts';
import { StepWork } from '../assessment/step-work.service.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { CaseClocks } from './case-clocks.service.ts';
import { type CaseClock, freshClock } from './domain/case-clock.ts';
import { isOpen } from './domain/due-date.ts';
import { type DueDateKind, ruleOf } from './domain/due-date-kind.ts';
import { dueDatesOf } from './domain/due-dates.ts';
import { keptDecisionTerm } from './domain/kept-decision-term.ts';
import { workOf } from './domain/due-work.ts';

/** A due date as it is stored, to be found and compared. */
export interface StoredDueDate {
  readonly kind: DueDateKind;
  readonly dueOn: CalendarDate;
  readonly chased: boolean;
}

/** Replaces the due dates of a case; what stays the same keeps its moment of change. */
const replaceDueDates = {
  name: 'replace-due-dates',
  text: `WITH gone AS (DELETE FROM due_date WHERE application_id = $1 AND kind <> ALL ($3::text[]))
    INSERT INTO due_date AS stored (application_id, kern_id, kind, due_on, chased, changed_at)
    SELECT $1, $2, fresh.kind, fresh.due_on, fresh.chased, $6
    FROM unnest($3::text[], $4::date[], $5::boolean[]) AS fresh (kind, due_on, chased)
    ON CONFLICT (application_id, kind) DO UPDATE
      SET due_on = excluded.due_on, chased = excluded.chased, kern_id = excluded.kern_id, changed_at = excluded.changed_at
      WHERE (stored.due_on, stored.chased, stored.kern_id) IS DISTINCT FROM (excluded.due_on, excluded.chased, excluded.kern_id)`,
};

/** What was kept once stays as it was: it tells how the term stood when the decision was sent. */
const keepDecisionTerm = {
  name: 'keep-decision-term',
  text: `INSERT INTO decision_term (application_id, due_on, stood_still, announced_on, is_in_time, kept_at)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (application_id) DO NOTHING`,
};

/** What is to be stored of a case: one last day per kind that still asks for something. */
export function storedDueDates(clock: CaseClock): StoredDueDate[] {
  return dueDatesOf(clock)
    .filter(isOpen)
    .flatMap(({ kind, lastDay }) =>
      lastDay === null ? [] : [{ kind, dueOn: lastDay, chased: ruleOf(kind).chased }],
    );
}

/**
 * Keeps the due dates of cases where lists can find them, in the transaction of whatever changes them. Whoever
 * changes what they follow from calls this; `DueDateVerifier` shows that nobody forgot.
 */
@Injectable()
export class DueDates {
  readonly #clocks: CaseClocks;
  readonly #waiting: WaitingWork;
  readonly #steps: StepWork;
  readonly #clock: Clock;

  constructor(clocks: CaseClocks, waiting: WaitingWork, steps: StepWork, clock: Clock) {
    this.#clocks = clocks;
    this.#waiting = waiting;
    this.#steps = steps;
    this.#clock = clock;
  }

  /** The first due dates of an application that has just been received, and the first step of its kern's way. */
  async begin(
    manager: EntityManager,
    application: ApplicationEntity,
    document: RegulationDocument,
  ): Promise<void> {
    this.store(manager, freshClock(application, document));
    await this.#steps.refresh(manager, application);
  }

  /** Computes the due dates of a case anew, after something of it has changed. @param application as it is now */
  async refresh(manager: EntityManager, application: ApplicationEntity): Promise<void> {
    this.store(manager, await this.#clocks.of(manager, application));
    await this.#steps.refresh(manager, application);
  }

  /** Stores what follows from a clock that was just read. */
  store(manager: EntityManager, clock: CaseClock): void {
    const { id, kernId } = clock.application;
    const fresh = storedDueDates(clock);
    const columns = [
      fresh.map(({ kind }) => kind),
      fresh.map(({ dueOn }) => dueOn),
      fresh.map(({ chased }) => chased),
    ];
    const values = [id, kernId, ...columns, this.#clock.now()];
    void statementsOf(manager).send({ ...replaceDueDates, values });
    this.#waiting.replace(manager, id, 'deadline', workOf(fresh));
    this.#keepDecisionTerm(manager, clock);
  }

  /** Keeps how the term stood once the decision was sent; due dates that were met are stored no longer. */
  #keepDecisionTerm(manager: EntityManager, clock: CaseClock): void {
    const kept = keptDecisionTerm(clock);
    if (kept === null) return;
    const { dueOn, stoodStill, announcedOn, isInTime } = kept;
    const values = [clock.application.id, dueOn, stoodStill, announcedOn, isInTime, this.#clock.now()];
    void statementsOf(manager).send({ ...keepDecisionTerm, values });
  }
}
