import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { actingName } from '../platform/http/request-context.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { CaseSecrets } from '../secrets/case-secrets.service.ts';
import { ApplicationEntity } from './application.entity.ts';
import { ApplicationEventEntity } from './application-event.entity.ts';
import { CaseIndexes } from './case-indexes.service.ts';
import { CompletionRequestEntity } from './completion-request.entity.ts';
import { ApplicationChangeEntity } from './application-change.entity.ts';
import { applicationNotFound } from './domain/application.problems.ts';
import type { RequestedItem } from './domain/completion-request.ts';
import type { LifecycleEvent } from './domain/lifecycle.ts';
import { WaitingWork } from './waiting-work.service.ts';
import {
  openedApplication,
  openedChange,
  openedEvent,
  openedItems,
  sealedEvent,
  sealedItems,
  sealedPersonal,
  type Personal,
  touchesPersonal,
  withoutPersonal,
} from './sealed-application.ts';
import { after, type Changes, type Step } from './taken-steps.ts';

export type { Changes, Step } from './taken-steps.ts';

/** What goes to the table as it is. */
type Columns = Partial<Omit<ApplicationEntity, 'id' | keyof Personal>>;

/** Which part of a timeline to read. */
export interface TimelinePart {
  readonly afterId: string | null;
  readonly limit: number;
  readonly without?: readonly LifecycleEvent[];
}

/**
 * Reads applications, and is the only writer of their status. What is personal goes to the database sealed with the
 * key of the case, and is opened for who reads. A case whose key was destroyed is not there any more.
 */
@Injectable()
export class ApplicationsService {
  readonly #clock: Clock;
  readonly #keys: CaseKeys;
  readonly #secrets: CaseSecrets;
  readonly #indexes: CaseIndexes;
  readonly #waiting: WaitingWork;

  constructor(
    clock: Clock,
    keys: CaseKeys,
    secrets: CaseSecrets,
    indexes: CaseIndexes,
    waiting: WaitingWork,
  ) {
    this.#clock = clock;
    this.#keys = keys;
    this.#secrets = secrets;
    this.#indexes = indexes;
    this.#waiting = waiting;
  }

  /** @throws DomainError `application-not-found` */
  async get(manager: EntityManager, applicationId: string): Promise<ApplicationEntity> {
    return this.#opened(manager, await manager.findOneBy(ApplicationEntity, { id: applicationId }));
  }

  /** Reads an application and holds it until the end of the transaction. @throws DomainError `application-not-found` */
  async lock(manager: EntityManager, applicationId: string): Promise<ApplicationEntity> {
    const application = await manager.findOne(ApplicationEntity, {
      where: { id: applicationId },
      lock: { mode: 'pessimistic_write' },
    });
    return this.#opened(manager, application);
  }

  /** Opens rows that were read elsewhere; those of destroyed cases are left out. */
  async open(manager: EntityManager, rows: readonly ApplicationEntity[]): Promise<ApplicationEntity[]> {
    const keys = await this.#keys.ofAll(
      manager,
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row) => {
      const key = keys.get(row.id);
      return key ? [openedApplication(key, row)] : [];
    });
  }

  /**
   * Takes steps with an application that the caller has locked, and writes them to the timeline.
   * @param iban a new account number; left out, the old one stays
   * @throws DomainError `step-not-possible` when the lifecycle does not allow one of them; nothing is kept then
   */
  async take(
    manager: EntityManager,
    application: ApplicationEntity,
    steps: readonly Step[],
    changes: Changes = {},
    iban?: string,
  ): Promise<ApplicationEntity> {
    const changed = after(application, steps, changes);
    const { status, undecidedStatus, version } = changed;
    const columns = this.#columns(manager, changed, changes);
    if (iban !== undefined) this.#keepIban(manager, application.id, iban);
    await manager.update(ApplicationEntity, application.id, { ...columns, status, undecidedStatus, version });
    await this.#indexes.follow(manager, application, changed);
    this.#waiting.follow(manager, application, changed);
    this.#record(manager, application.id, steps);
    return changed;
  }

  /**
   * Stores a new application, a draft until now, together with the first steps of its life, under a key of its own.
   * @param iban the account number that was sent with it, without spaces
   */
  insert(
    manager: EntityManager,
    draft: ApplicationEntity,
    steps: readonly Step[],
    iban: string | null,
  ): ApplicationEntity {
    const changed = after(draft, steps, {});
    changed.personalSealed = sealedPersonal(this.#keys.create(manager, draft.id), changed);
    insertRows(manager, ApplicationEntity, [changed]);
    this.#indexes.keepLikeness(manager, changed);
    this.#indexes.keepWords(manager, changed);
    if (iban !== null) this.#keepIban(manager, draft.id, iban);
    this.#record(manager, draft.id, steps);
    return changed;
  }

  /** Replaces the content of a draft, which has no place in any order yet. */
  async revise(
    manager: EntityManager,
    draft: ApplicationEntity,
    changes: Changes,
    iban: string | null,
  ): Promise<ApplicationEntity> {
    const changed = Object.assign(new ApplicationEntity(), draft, changes, { version: draft.version + 1 });
    const columns = this.#columns(manager, changed, changes);
    this.#keepIban(manager, draft.id, iban);
    this.#indexes.keepLikeness(manager, changed);
    await this.#indexes.follow(manager, draft, changed);
    await manager.update(ApplicationEntity, draft.id, { ...columns, version: changed.version });
    return changed;
  }

  /**
   * Raises the version of an application that the caller has locked, because something was added to its file: whoever
   * looked at it before that has not seen it.
   */
  async raiseVersion(manager: EntityManager, application: ApplicationEntity): Promise<void> {
    application.version += 1;
    await manager.update(ApplicationEntity, application.id, { version: application.version });
  }

  /** The account number of an application whose key is held, or null when it has none. */
  ibanOf(manager: EntityManager, applicationId: string): Promise<string | null> {
    return this.#secrets.read(manager, this.#keys.held(manager, applicationId), 'iban');
  }

  /** What happened to an application, in order, after the step with this id; without the steps named. */
  async timeline(
    manager: EntityManager,
    applicationId: string,
    { afterId, limit, without = [] }: TimelinePart,
  ): Promise<ApplicationEventEntity[]> {
    const query = manager
      .createQueryBuilder(ApplicationEventEntity, 'event')
      .where('event.applicationId = :applicationId', { applicationId })
      .orderBy('event.id')
      .limit(limit);
    if (afterId !== null) query.andWhere('event.id > :afterId', { afterId });
    if (without.length > 0) query.andWhere('event.kind <> ALL(:without)', { without });
    const rows = await query.getMany();
    const key = await this.#keys.of(manager, applicationId);
    return rows.map((row) => openedEvent(key, row));
  }

  /** What was corrected or agreed of several applications, by application, oldest first. */
  async changesOf(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ApplicationChangeEntity[]>> {
    const rows = await manager
      .createQueryBuilder(ApplicationChangeEntity, 'change')
      .where('change.applicationId = ANY(:ids)', { ids: [...applicationIds] })
      .orderBy('change.id')
      .getMany();
    const keys = await this.#keys.ofAll(
      manager,
      rows.map(({ applicationId }) => applicationId),
    );
    const perApplication = new Map<string, ApplicationChangeEntity[]>();
    for (const row of rows) {
      const key = keys.get(row.applicationId);
      if (!key) continue;
      const former = perApplication.get(row.applicationId) ?? [];
      perApplication.set(row.applicationId, [...former, openedChange(key, row)]);
    }
    return perApplication;
  }

  async completionRequests(
    manager: EntityManager,
    applicationId: string,
  ): Promise<readonly CompletionRequestEntity[]> {
    return (await this.completionRequestsOf(manager, [applicationId])).get(applicationId) ?? [];
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
    const keys = await this.#keys.ofAll(
      manager,
      rows.map((row) => row.applicationId),
    );
    const perApplication = new Map<string, CompletionRequestEntity[]>();
    for (const row of rows) {
      const key = keys.get(row.applicationId);
      if (!key) continue;
      const known = perApplication.get(row.applicationId) ?? [];
      perApplication.set(row.applicationId, [...known, openedItems(key, row)]);
    }
    return perApplication;
  }

  /** Keeps what the applicant is asked to complete; it counts from the day on which its letter is sent. */
  addCompletionRequest(
    manager: EntityManager,
    applicationId: string,
    letterId: string,
    items: readonly RequestedItem[],
  ): void {
    const id = newId();
    const request = Object.assign(new CompletionRequestEntity(), {
      ...{ id, applicationId, letterId, askedOn: null, lastDay: null, answeredOn: null },
      ...{ items, itemsSealed: sealedItems(this.#keys.held(manager, applicationId), id, items) },
    });
    insertRows(manager, CompletionRequestEntity, [request]);
  }

  async #opened(manager: EntityManager, row: ApplicationEntity | null): Promise<ApplicationEntity> {
    const [opened] = row === null ? [] : await this.open(manager, [row]);
    if (!opened) throw applicationNotFound();
    return opened;
  }

  /** The columns that changes come down to; what is personal is sealed as a whole. */
  #columns(manager: EntityManager, changed: ApplicationEntity, changes: Changes): Columns {
    if (!touchesPersonal(changes)) return withoutPersonal(changes);
    changed.personalSealed = sealedPersonal(this.#keys.held(manager, changed.id), changed);
    return { ...withoutPersonal(changes), personalSealed: changed.personalSealed };
  }

  /** Keeps the account number apart; null forgets it. */
  #keepIban(manager: EntityManager, applicationId: string, iban: string | null): void {
    if (iban === null) this.#secrets.remove(manager, applicationId, 'iban');
    else this.#secrets.put(manager, this.#keys.held(manager, applicationId), 'iban', iban);
  }

  #record(manager: EntityManager, applicationId: string, steps: readonly Step[]): void {
    const recordedAt = this.#clock.now();
    const key = this.#keys.held(manager, applicationId);
    const events = steps.map((step) => {
      const texts = { actorName: step.by ?? actingName(step.actor), detail: step.detail ?? {} };
      const id = newId();
      return Object.assign(new ApplicationEventEntity(), {
        ...{ id, applicationId, kind: step.event, recordedAt, countsOn: step.countsOn },
        ...{ actorSubject: step.actor.subject, personalSealed: sealedEvent(key, id, texts), ...texts },
      });
    });
    insertRows(manager, ApplicationEventEntity, events);
  }
}
