import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import type { ApplicationChangeEntity } from '../applications/application-change.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { suspensionsOf } from '../applications/domain/completion-request.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { type Progress, progressOf, type WayOfCase } from '../ways/domain/progress.ts';
import { versionInForce, type WayVersion } from '../ways/domain/way-version.ts';
import { WaysService } from '../ways/ways.service.ts';
import { CaseWayEntity } from './case-way.entity.ts';
import { began, firstStepOn, wayFactsOf } from './domain/case-way.ts';
import type { StepRecordEntity } from './step-record.entity.ts';
import { StepRecords } from './step-records.service.ts';

/** A case with the way that it keeps, and how far it is on it today. */
export interface CaseOnItsWay {
  readonly version: WayVersion;
  readonly startedOn: CalendarDate | null;
  /** What its progress follows from. */
  readonly way: WayOfCase;
  readonly progress: Progress;
  readonly records: readonly StepRecordEntity[];
}

/** A case as it is read: with what was changed of it, so that one sees which steps were about an earlier version. */
export interface CaseAsRead extends CaseOnItsWay {
  readonly changes: readonly ApplicationChangeEntity[];
}

/**
 * Knows which way of working a case keeps, and how far it is. A case keeps the version that held for its kern on the
 * day on which it was received; as nothing begins in the past, that is always the same one. From the first step on it
 * is written down, so that a case that is moved to another kern keeps it too.
 */
@Injectable()
export class CaseWays {
  readonly #ways: WaysService;
  readonly #records: StepRecords;
  readonly #applications: ApplicationsService;
  readonly #regulations: RegulationsService;
  readonly #clock: Clock;

  constructor(
    ways: WaysService,
    records: StepRecords,
    applications: ApplicationsService,
    regulations: RegulationsService,
    clock: Clock,
  ) {
    this.#ways = ways;
    this.#records = records;
    this.#applications = applications;
    this.#regulations = regulations;
    this.#clock = clock;
  }

  /** Null for a draft, and where the kern has no way of its own. */
  async of(manager: EntityManager, application: ApplicationEntity): Promise<CaseOnItsWay | null> {
    return (await this.ofAll(manager, [application])).get(application.id) ?? null;
  }

  /** A case for who reads its steps. Null for a draft, and where the kern has no way of its own. */
  async read(manager: EntityManager, application: ApplicationEntity): Promise<CaseAsRead | null> {
    const onItsWay = await this.of(manager, application);
    if (onItsWay === null) return null;
    const changes = (await this.#applications.changesOf(manager, [application.id])).get(application.id);
    return { ...onItsWay, changes: changes ?? [] };
  }

  /** Several cases, by application; those without a way are left out. */
  async ofAll(
    manager: EntityManager,
    applications: readonly ApplicationEntity[],
  ): Promise<ReadonlyMap<string, CaseOnItsWay>> {
    const received = applications.filter(({ receivedAt }) => receivedAt !== null);
    const versions = await this.versionsOf(manager, received);
    const ids = [...versions.keys()];
    if (ids.length === 0) return new Map();
    const [records, requests] = [
      await this.#records.of(manager, ids),
      await this.#applications.completionRequestsOf(manager, ids),
    ];
    const found = new Map<string, CaseOnItsWay>();
    for (const application of received) {
      const version = versions.get(application.id);
      if (version === undefined) continue;
      const regulation = await this.#regulations.version(manager, application.regulationVersionId);
      const startedOn = firstStepOn(version.document, application, regulation.document);
      const done = records.get(application.id) ?? [];
      const way = {
        steps: version.document.steps,
        startedOn,
        facts: wayFactsOf(application, startedOn),
        done: new Map(done.map((record) => [record.stepCode, record])),
        suspensions: suspensionsOf(requests.get(application.id) ?? []),
        today: this.#clock.today(),
      };
      found.set(application.id, { version, startedOn, way, progress: progressOf(way), records: done });
    }
    return found;
  }

  /** Writes down which version a case keeps, if that was not done before. */
  async keep(manager: EntityManager, { id }: ApplicationEntity, { version }: CaseOnItsWay): Promise<void> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(CaseWayEntity)
      .values({ applicationId: id, versionId: version.id, boundAt: this.#clock.now() })
      .orIgnore()
      .execute();
  }

  /** The version that each of several received applications keeps; those without a way are left out. */
  async versionsOf(
    manager: EntityManager,
    applications: readonly ApplicationEntity[],
  ): Promise<ReadonlyMap<string, WayVersion>> {
    const kept = await manager.findBy(CaseWayEntity, { applicationId: In(applications.map(({ id }) => id)) });
    const keptIds = new Map(kept.map(({ applicationId, versionId }) => [applicationId, versionId]));
    const begun = applications.filter(({ id }) => !keptIds.has(id));
    const regulationIds = await this.#regulationIdsOf(manager, begun);
    const scopes = await this.#ways.scopesOf(manager, [...new Set(regulationIds.values())]);
    const versions = new Map<string, WayVersion>();
    for (const application of applications) {
      const regulationId = regulationIds.get(application.regulationVersionId) ?? '';
      const versionId =
        keptIds.get(application.id) ??
        versionInForce(scopes, application.kernId, regulationId, began(application));
      if (versionId !== null) versions.set(application.id, await this.#ways.version(manager, versionId));
    }
    return versions;
  }

  /** The regulations of several applications, by the version to which an application is bound. */
  async #regulationIdsOf(
    manager: EntityManager,
    applications: readonly ApplicationEntity[],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    for (const versionId of new Set(applications.map(({ regulationVersionId }) => regulationVersionId))) {
      ids.set(versionId, (await this.#regulations.version(manager, versionId)).regulationId);
    }
    return ids;
  }
}
