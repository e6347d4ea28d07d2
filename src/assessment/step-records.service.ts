import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import type { Progress } from '../ways/domain/progress.ts';
import { actingName } from '../platform/http/request-context.ts';
import { readRows } from '../platform/database/sent-statements.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { StepLapseEntity } from './step-lapse.entity.ts';
import { StepRecordEntity } from './step-record.entity.ts';

type Sealed = Pick<StepRecordEntity, 'findings' | 'doneByName'>;

type Stored = Omit<StepRecordEntity, keyof Sealed>;

/** As rows and not as entities: the laboratory reads tens of thousands. */
const recordsOfCases = {
  name: 'step-records-of-cases',
  text: `SELECT id, application_id AS "applicationId", step_code AS "stepCode", outcome, done_on AS "doneOn",
      started_on AS "startedOn", due_on AS "dueOn", people, attachment_ids AS "attachmentIds", done_by AS "doneBy",
      recorded_at AS "recordedAt", findings_sealed AS "findingsSealed"
    FROM step_record WHERE application_id = ANY($1) ORDER BY id`,
};

const placeOf = (id: string): string => `step_record.findings:${id}`;

/** Keeps what was done in the steps of cases; what people wrote is sealed with the key of the case. */
@Injectable()
export class StepRecords {
  readonly #clock: Clock;
  readonly #keys: CaseKeys;

  constructor(clock: Clock, keys: CaseKeys) {
    this.#clock = clock;
    this.#keys = keys;
  }

  /** What was done, by application, in the order of recording. */
  async of(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StepRecordEntity[]>> {
    const rows = await readRows<Stored>(manager, recordsOfCases, [[...applicationIds]]);
    const keys = await this.#keys.ofAll(
      manager,
      rows.map(({ applicationId }) => applicationId),
    );
    const perApplication = new Map<string, StepRecordEntity[]>();
    for (const row of rows) {
      const key = keys.get(row.applicationId);
      if (!key) continue;
      const record = Object.assign(row, key.open<Sealed>(row.findingsSealed, placeOf(row.id)));
      const known = perApplication.get(row.applicationId);
      if (known === undefined) perApplication.set(row.applicationId, [record]);
      else known.push(record);
    }
    return perApplication;
  }

  /** Adds a record about an application that the caller has locked. @throws DomainError `step-already-done` */
  async add(
    manager: EntityManager,
    actor: Actor,
    done: Omit<StepRecordEntity, 'id' | 'doneBy' | 'doneByName' | 'recordedAt' | 'findingsSealed'>,
  ): Promise<StepRecordEntity> {
    const id = newId();
    const sealed: Sealed = { findings: done.findings, doneByName: actingName(actor) };
    const record = Object.assign(new StepRecordEntity(), done, sealed, {
      ...{ id, doneBy: actor.subject, recordedAt: this.#clock.now() },
      findingsSealed: this.#keys.held(manager, done.applicationId).seal(sealed, placeOf(id)),
    });
    await manager.insert(StepRecordEntity, record);
    return record;
  }

  /** Notes which steps were over before anybody did them, each once. */
  async noteLapses(manager: EntityManager, applicationId: string, { past }: Progress): Promise<void> {
    const notedAt = this.#clock.now();
    const lapses = past.flatMap((each) => {
      if (each.kind !== 'lapsed') return [];
      const { step, startedOn, dueOn } = each;
      return [{ applicationId, stepCode: step.code, startedOn, dueOn, notedAt }];
    });
    if (lapses.length === 0) return;
    await manager.createQueryBuilder().insert().into(StepLapseEntity).values(lapses).orIgnore().execute();
  }
}
