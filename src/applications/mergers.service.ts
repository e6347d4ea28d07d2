import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { Clock } from '../kernel/clock.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { ApplicationEntity } from './application.entity.ts';
import { MergerEntity } from './merger.entity.ts';
import { type MergerFacts, MergerResponse } from './merger.response.ts';
import { VisibleApplications } from './visible-applications.service.ts';

type Texts = Pick<MergerEntity, 'reason' | 'mergedByName'>;

const placeOf = (endedId: string): string => `application_merger.texts:${endedId}`;

/** Every merger by which an application hangs together with others, whichever way and however far. */
const connectedText = `
  WITH RECURSIVE connected AS (
    SELECT $1::uuid AS id
    UNION
    SELECT CASE WHEN merger.ended_id = connected.id THEN merger.continued_id ELSE merger.ended_id END
    FROM application_merger AS merger
    JOIN connected ON connected.id IN (merger.ended_id, merger.continued_id)
  )
  SELECT ended_id AS "endedId" FROM application_merger
  WHERE ended_id IN (SELECT id FROM connected) ORDER BY merged_at, ended_id`;

/** Keeps which applications turned out to be one. */
@Injectable()
export class Mergers {
  readonly #visible: VisibleApplications;
  readonly #keys: CaseKeys;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #manager: EntityManager;

  constructor(
    visible: VisibleApplications,
    keys: CaseKeys,
    audit: AuditLog,
    clock: Clock,
    manager: EntityManager,
  ) {
    this.#visible = visible;
    this.#keys = keys;
    this.#audit = audit;
    this.#clock = clock;
    this.#manager = manager;
  }

  /** Stores that one application, as it was, goes on for another; the caller has locked both. */
  add(
    manager: EntityManager,
    actor: Actor,
    { continuing, ending }: { readonly continuing: ApplicationEntity; readonly ending: ApplicationEntity },
    reason: string | null,
  ): MergerEntity {
    const texts: Texts = { reason, mergedByName: actor.name };
    const row = Object.assign(new MergerEntity(), texts, {
      ...{ endedId: ending.id, continuedId: continuing.id },
      formerReceivedOn: present(continuing.receivedOn, 'it was received'),
      formerCompletedOn: continuing.completedOn,
      ...{ mergedAt: this.#clock.now(), mergedBy: actor.subject },
      textsSealed: this.#keys.held(manager, ending.id).seal(texts, placeOf(ending.id)),
    });
    insertRows(manager, MergerEntity, [row]);
    const about = { action: 'application:merge', subjectKind: 'application' } as const;
    const detail = { endedId: ending.id, continuedId: continuing.id };
    this.#audit.recordAll(
      manager,
      actor,
      [continuing.id, ending.id].map((subjectId) => ({ ...about, subjectId, detail })),
    );
    return row;
  }

  /** Everything that an application was merged with, also through others, in the order of merging. */
  async connectedTo(manager: EntityManager, applicationId: string): Promise<MergerFacts[]> {
    const found = await manager.query<{ endedId: string }[]>(connectedText, [applicationId]);
    const endedIds = found.map(({ endedId }) => endedId);
    const rows = await manager.findBy(MergerEntity, { endedId: In(endedIds) });
    const keys = await this.#keys.ofAll(manager, endedIds);
    const numbers = await this.#numbersOf(manager, rows);
    return endedIds.flatMap((endedId) => {
      const row = rows.find((each) => each.endedId === endedId);
      if (row === undefined) return [];
      const key = keys.get(endedId);
      const texts: Texts = key
        ? key.open<Texts>(row.textsSealed, placeOf(endedId))
        : { reason: null, mergedByName: 'Vernietigd' };
      const [endedNumber, continuedNumber] = [numbers.get(endedId) ?? '', numbers.get(row.continuedId) ?? ''];
      return [{ ...row, ...texts, endedNumber, continuedNumber }];
    });
  }

  async list(actor: Actor, applicationId: string): Promise<MergerResponse[]> {
    await this.#visible.open(this.#manager, actor, 'application:read-changes', applicationId);
    return (await this.connectedTo(this.#manager, applicationId)).map((each) => MergerResponse.of(each));
  }

  async #numbersOf(
    manager: EntityManager,
    rows: readonly MergerEntity[],
  ): Promise<ReadonlyMap<string, string | null>> {
    const ids = rows.flatMap(({ endedId, continuedId }) => [endedId, continuedId]);
    const found = await manager.find(ApplicationEntity, {
      select: { id: true, number: true },
      where: { id: In(ids) },
    });
    return new Map(found.map(({ id, number }) => [id, number]));
  }
}
