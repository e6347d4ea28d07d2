import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { ApplicationEntity } from './application.entity.ts';
import { ApplicationEventEntity } from './application-event.entity.ts';
import { CompletionRequestEntity } from './completion-request.entity.ts';
import { applicationNotFound, applicationProblems } from './domain/application.problems.ts';
import { dutchStatus, type LifecycleEvent, nextStatus } from './domain/lifecycle.ts';

/** Columns that a step may change beside the status, which only the lifecycle changes. */
export type Changes = Partial<Omit<ApplicationEntity, 'id' | 'status' | 'version'>>;

/** What happens, by whom, and on which day it counts. */
export interface Step {
  readonly event: LifecycleEvent;
  readonly actor: Actor;
  readonly countsOn: CalendarDate;
  readonly detail?: object;
}

/** Reads applications, and is the only writer of their status. */
@Injectable()
export class ApplicationsService {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws DomainError `application-not-found` */
  async get(manager: EntityManager, applicationId: string): Promise<ApplicationEntity> {
    const application = await manager.findOneBy(ApplicationEntity, { id: applicationId });
    if (!application) throw applicationNotFound();
    return application;
  }

  /** Reads an application and holds it until the end of the transaction. @throws DomainError `application-not-found` */
  async lock(manager: EntityManager, applicationId: string): Promise<ApplicationEntity> {
    const application = await manager.findOne(ApplicationEntity, {
      where: { id: applicationId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!application) throw applicationNotFound();
    return application;
  }

  /**
   * Takes steps with an application that the caller has locked, and writes them to the timeline.
   * @throws DomainError `step-not-possible` when the lifecycle does not allow one of them; nothing is kept then
   */
  async take(
    manager: EntityManager,
    application: ApplicationEntity,
    steps: readonly Step[],
    changes: Changes = {},
  ): Promise<ApplicationEntity> {
    const changed = after(application, steps, changes);
    const { status, version } = changed;
    await manager.update(ApplicationEntity, application.id, { ...changes, status, version });
    await this.#record(manager, application.id, steps);
    return changed;
  }

  /** Stores a new application, a draft until now, together with the first steps of its life. */
  async insert(
    manager: EntityManager,
    draft: ApplicationEntity,
    steps: readonly Step[],
  ): Promise<ApplicationEntity> {
    const changed = after(draft, steps, {});
    await manager.insert(ApplicationEntity, changed);
    if (steps.length > 0) await this.#record(manager, draft.id, steps);
    return changed;
  }

  /** Replaces the content of a draft, which has no place in any order yet. */
  async revise(
    manager: EntityManager,
    draft: ApplicationEntity,
    changes: Changes,
  ): Promise<ApplicationEntity> {
    const changed = Object.assign(new ApplicationEntity(), draft, changes, { version: draft.version + 1 });
    await manager.update(ApplicationEntity, draft.id, { ...changes, version: changed.version });
    return changed;
  }

  timeline(manager: EntityManager, applicationId: string): Promise<ApplicationEventEntity[]> {
    return manager.find(ApplicationEventEntity, { where: { applicationId }, order: { id: 'ASC' } });
  }

  completionRequests(manager: EntityManager, applicationId: string): Promise<CompletionRequestEntity[]> {
    return manager.find(CompletionRequestEntity, { where: { applicationId }, order: { id: 'ASC' } });
  }

  /** The requests to complete several applications, by application. */
  async completionRequestsOf(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, CompletionRequestEntity[]>> {
    const rows = await manager
      .createQueryBuilder(CompletionRequestEntity, 'request')
      .where('request.applicationId = ANY(:ids)', { ids: [...applicationIds] })
      .orderBy('request.id')
      .getMany();
    const perApplication = new Map<string, CompletionRequestEntity[]>();
    for (const row of rows) {
      perApplication.set(row.applicationId, [...(perApplication.get(row.applicationId) ?? []), row]);
    }
    return perApplication;
  }

  async #record(manager: EntityManager, applicationId: string, steps: readonly Step[]): Promise<void> {
    const recordedAt = this.#clock.now();
    await manager.insert(
      ApplicationEventEntity,
      steps.map((step) => ({
        id: newId(),
        applicationId,
        kind: step.event,
        recordedAt,
        countsOn: step.countsOn,
        actorSubject: step.actor.subject,
        actorName: step.actor.name,
        detail: step.detail ?? {},
      })),
    );
  }
}

function after(application: ApplicationEntity, steps: readonly Step[], changes: Changes): ApplicationEntity {
  let { status } = application;
  for (const { event } of steps) {
    const next = nextStatus(status, event);
    if (next === null) {
      throw DomainError.of(
        applicationProblems,
        'step-not-possible',
        `Deze aanvraag is "${dutchStatus(status)}"; dan kan dit niet.`,
      );
    }
    status = next;
  }
  const version = application.version + steps.length;
  return Object.assign(new ApplicationEntity(), application, changes, { status, version });
}
