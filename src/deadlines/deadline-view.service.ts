import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { addDays } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { type Visible, VisibleApplications } from '../applications/visible-applications.service.ts';
import { viewOf } from '../identity/domain/case-view.ts';
import { permits } from '../identity/domain/permission.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { defaultNoticeTerm, penaltyStages } from '../terms/penalty.ts';
import { CaseClocks, type ClockRecords } from './case-clocks.service.ts';
import { clockRecordsOf } from './clock-record.presentation.ts';
import {
  DeadlinesResponse,
  DueDateResponse,
  PenaltyResponse,
  PenaltyStageResponse,
  TermStepResponse,
} from './deadlines.response.ts';
import type { CaseClock } from './domain/case-clock.ts';
import { type DueDate, lateSince, stateOf } from './domain/due-date.ts';
import { ruleOf } from './domain/due-date-kind.ts';
import { dueDatesOf, penaltyOn } from './domain/due-dates.ts';
import { knownTo } from './domain/visible-due-dates.ts';

/** Shows the terms of one case, as far as the caller may know of them. */
@Injectable()
export class DeadlineView {
  readonly #manager: EntityManager;
  readonly #visible: VisibleApplications;
  readonly #clocks: CaseClocks;
  readonly #keys: CaseKeys;
  readonly #clock: Clock;

  constructor(
    manager: EntityManager,
    visible: VisibleApplications,
    clocks: CaseClocks,
    keys: CaseKeys,
    clock: Clock,
  ) {
    this.#manager = manager;
    this.#visible = visible;
    this.#clocks = clocks;
    this.#keys = keys;
    this.#clock = clock;
  }

  /** @throws DomainError `application-not-found` or `not-allowed` */
  async get(actor: Actor, applicationId: string): Promise<DeadlinesResponse> {
    const visible = await this.#visible.open(this.#manager, actor, 'deadline:read', applicationId);
    return this.of(this.#manager, actor, visible);
  }

  /** The terms of a case that the caller has opened. */
  async of(
    manager: EntityManager,
    actor: Actor,
    { application, facts }: Visible,
  ): Promise<DeadlinesResponse> {
    const today = this.#clock.today();
    const caseClock = await this.#clocks.of(manager, application);
    const all = await this.#clocks.records(manager, [application.id]);
    // What was decided is the municipality's own business until the letter has been sent (Awb 3:40).
    const isTold = caseClock.penaltyDecision?.announcedOn != null || permits(actor, 'finding:read', facts);
    const records = isTold ? all : { ...all, penaltyDecisions: [] };
    const readsReasons = viewOf(actor, 'deadline:read', facts).has('motivation');
    const key = readsReasons ? await this.#keys.of(manager, application.id) : null;
    return Object.assign(new DeadlinesResponse(), {
      applicationId: application.id,
      version: application.version,
      asOfDate: today,
      deadlines: knownTo(actor, facts, dueDatesOf(caseClock)).map((due) => dueDateOf(due, today)),
      penalty: penaltyOf(caseClock, records, today),
      records: clockRecordsOf(records, key),
    });
  }
}

function dueDateOf(due: DueDate, today: CalendarDate): DueDateResponse {
  const { kind, lastDay: lastDate, metOn: metDate, steps } = due;
  const { name, article } = ruleOf(kind);
  return Object.assign(new DueDateResponse(), {
    ...{ kind, name, article, lastDate, metDate },
    state: stateOf(due, today),
    lateSinceDate: lateSince(due, today),
    steps: steps.map(({ on: onDate, sentence }) =>
      Object.assign(new TermStepResponse(), { onDate, sentence }),
    ),
  });
}

function penaltyOf(
  clock: CaseClock,
  { penaltyDecisions }: ClockRecords,
  today: CalendarDate,
): PenaltyResponse | null {
  const { defaultNoticeOn } = clock;
  const penalty = penaltyOn(clock, today);
  if (defaultNoticeOn === null || penalty === null) return null;
  const firstDay = addDays(defaultNoticeTerm(defaultNoticeOn).lastDay, 1);
  const runs = penalty.kind === 'runs';
  return Object.assign(new PenaltyResponse(), {
    noticeReceivedDate: defaultNoticeOn,
    valid: runs,
    days: runs ? penalty.days : 0,
    amountCents: runs ? penalty.amountCents : 0,
    determinedCents: penaltyDecisions[0]?.amountCents ?? null,
    stages: (runs ? penaltyStages(firstDay) : []).map(({ from, through, perDayCents, totalCents }) =>
      Object.assign(new PenaltyStageResponse(), {
        ...{ fromDate: from, throughDate: through, perDayCents, totalCents },
      }),
    ),
  });
}
