import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { ApplicationEntity } from './application.entity.ts';
import { MergerEntity } from './merger.entity.ts';
import { type MergerFacts, MergerResponse } from './merger.response.ts';
import { ChangeRegister } from './change-register.service.ts';

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
  readonly #register: ChangeRegister;
  readonly #keys: CaseKeys;
  readonly #audit: AuditLog;

  constructor(register: ChangeRegister, keys: CaseKeys, audit: AuditLog) {
    this.#register = register;
    this.#keys = keys;
    this.#audit = audit;
  }

  /** Stores that one application, as it was, goes on for another; the caller has locked both. */
  add(
    manager: EntityManager,
    actor: Actor,
    { continuing, ending }: { readonly continuing: ApplicationEntity; readonly ending: ApplicationEntity },
    reason: string | null,
  ): MergerEntity {
    const texts: Texts = { reason, mergedByName: actor.name };
    const { at, by, textsSealed } = this.#register.sign(manager, actor, ending.id, (key) =>
      key.seal(texts, placeOf(ending.id)),
    );
    const row = Object.assign(new MergerEntity(), texts, {
      ...{ endedId: ending.id, continuedId: continuing.id },
      formerReceivedOn: present(continuing.receivedOn, 'it was received'),
      formerCompletedOn: continuing.completedOn,
      ...{ mergedAt: at, mergedBy: by, textsSealed },
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

  list(actor: Actor, applicationId: string): Promise<MergerResponse[]> {
    return this.#register.read(actor, applicationId, async (manager) =>
      (await this.connectedTo(manager, applicationId)).map((each) => MergerResponse.of(each)),
    );
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
