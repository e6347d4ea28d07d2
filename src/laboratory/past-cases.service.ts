import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { suspensionsOf } from '../applications/domain/completion-request.ts';
import { CaseWays } from '../assessment/case-ways.service.ts';
import { firstStepOn } from '../assessment/domain/case-way.ts';
import { StepRecords } from '../assessment/step-records.service.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { progressOf } from '../ways/domain/progress.ts';
import { type History, historyOf } from './domain/history.ts';
import { asksSealedFacts, type PastCase, pastFacts } from './domain/past-case.ts';

/** Which past applications are meant. */
export interface PastWanted {
  readonly regulationId: string;
  readonly kernIds: readonly string[];
  readonly receivedFrom: CalendarDate | null;
  readonly receivedUntil: CalendarDate | null;
}

type Versions = Awaited<ReturnType<CaseWays['versionsOf']>>;

const wanted = `application.status IN ('decided', 'announced') AND application.kernId = ANY(:kernIds)
  AND application.regulationVersionId IN (SELECT id FROM regulation_version WHERE regulation_id = :regulationId)
  AND (:receivedFrom::date IS NULL OR application.receivedOn >= :receivedFrom)
  AND (:receivedUntil::date IS NULL OR application.receivedOn <= :receivedUntil)`;

/** No more than what the laboratory looks at: there are tens of thousands. */
const columns = [
  ...['id', 'number', 'regulationVersionId', 'kernId', 'personalSealed', 'activityStartsOn'],
  ...['requestedCents', 'receivedAt', 'receivedOn', 'completedOn', 'destroyedAt'],
].map((column) => `application.${column}`);

/** Reads applications that were decided on, and how they went on the way that they kept. */
@Injectable()
export class PastCases {
  readonly #applications: ApplicationsService;
  readonly #ways: CaseWays;
  readonly #records: StepRecords;
  readonly #regulations: RegulationsService;
  readonly #kernen: KernenService;

  constructor(
    applications: ApplicationsService,
    ways: CaseWays,
    records: StepRecords,
    regulations: RegulationsService,
    kernen: KernenService,
  ) {
    this.#applications = applications;
    this.#ways = ways;
    this.#records = records;
    this.#regulations = regulations;
    this.#kernen = kernen;
  }

  count(manager: EntityManager, past: PastWanted): Promise<number> {
    return this.#query(manager, past).getCount();
  }

  /**
   * Past applications in the order in which they were made, after the one with this id.
   * @param withSealed whether a way that is tried asks for something that is sealed; else it stays so
   */
  async page(
    manager: EntityManager,
    past: PastWanted,
    { afterId, limit, withSealed }: { afterId: string | null; limit: number; withSealed: boolean },
  ): Promise<PastCase[]> {
    const query = this.#query(manager, past).select(columns).orderBy('application.id').limit(limit);
    if (afterId !== null) query.andWhere('application.id > :afterId', { afterId });
    const rows = await query.getMany();
    const versions = await this.#ways.versionsOf(manager, rows);
    const kept = [...versions.values()].some(({ document }) => asksSealedFacts(document.steps));
    if (withSealed || kept) await this.#applications.open(manager, rows);
    const decided = await decisionDays(manager, rows);
    const histories = await this.#histories(manager, rows, versions, decided);
    const kernen = await this.#kernen.byId(manager);
    const cases: PastCase[] = [];
    for (const application of rows) {
      const { document } = await this.#regulations.version(manager, application.regulationVersionId);
      cases.push({
        application,
        kernCode: present(kernen.get(application.kernId), 'an application has a kern').code,
        regulation: document,
        decidedOn: present(decided.get(application.id), 'who decides writes it to the timeline'),
        wayVersionId: versions.get(application.id)?.id ?? null,
        history: histories.get(application.id) ?? null,
        areGone: application.destroyedAt !== null,
      });
    }
    return cases;
  }

  #query(manager: EntityManager, past: PastWanted) {
    return manager.createQueryBuilder(ApplicationEntity, 'application').where(wanted, { ...past });
  }

  /** How cases went that kept a way; not of destroyed ones, of which nobody knows. */
  async #histories(
    manager: EntityManager,
    rows: readonly ApplicationEntity[],
    versions: Versions,
    decided: ReadonlyMap<string, CalendarDate>,
  ): Promise<ReadonlyMap<string, History>> {
    const kept = rows.filter(({ id, destroyedAt }) => versions.has(id) && destroyedAt === null);
    const ids = kept.map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const records = await this.#records.of(manager, ids);
    const requests = await this.#applications.completionRequestsOf(manager, ids);
    const histories = new Map<string, History>();
    for (const application of kept) {
      const { id } = application;
      const { document } = present(versions.get(id), 'only cases with a way are kept here');
      const regulation = await this.#regulations.version(manager, application.regulationVersionId);
      const startedOn = firstStepOn(document, application, regulation.document);
      const decidedOn = present(decided.get(id), 'who decides writes it to the timeline');
      const suspensions = suspensionsOf(requests.get(id) ?? []);
      const done = new Map((records.get(id) ?? []).map((record) => [record.stepCode, record]));
      const facts = pastFacts(application, startedOn);
      const { steps } = document;
      const progress = progressOf({ steps, startedOn, facts, done, suspensions, today: decidedOn });
      histories.set(id, historyOf(progress, done, { startedOn, decidedOn, suspensions }));
    }
    return histories;
  }
}

const decidedOnDays = `
  SELECT application_id AS "applicationId", max(counts_on) AS "decidedOn" FROM application_event
  WHERE kind = 'decide' AND application_id = ANY($1) GROUP BY application_id`;

/** The day on which each application was decided on. */
async function decisionDays(
  manager: EntityManager,
  rows: readonly ApplicationEntity[],
): Promise<ReadonlyMap<string, CalendarDate>> {
  const found = await manager.query<{ applicationId: string; decidedOn: CalendarDate }[]>(decidedOnDays, [
    rows.map(({ id }) => id),
  ]);
  return new Map(found.map(({ applicationId, decidedOn }) => [applicationId, decidedOn]));
}
