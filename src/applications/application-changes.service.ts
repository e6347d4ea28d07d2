import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { ApplicationChangeEntity } from './application-change.entity.ts';
import { ApplicationChangeResponse } from './application-change.response.ts';
import { type ChangeTexts, openedChange, sealedChange } from './sealed-application.ts';
import { VisibleApplications } from './visible-applications.service.ts';

/** A change before it is stored. */
export type NewChange = Omit<
  ApplicationChangeEntity,
  'id' | 'recordedAt' | 'recordedBy' | 'recordedByName' | 'textsSealed'
>;

/** Keeps what officials changed of applications, before and after, sealed with the key of the case; never edited. */
@Injectable()
export class ApplicationChanges {
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

  /** Stores a change of an application that the caller has locked, and writes which fields it was in the audit log. */
  add(manager: EntityManager, actor: Actor, change: NewChange): ApplicationChangeEntity {
    const id = newId();
    const { rows, reason, agreedWith, evidence } = change;
    const texts: ChangeTexts = { rows, reason, recordedByName: actor.name, agreedWith, evidence };
    const row = Object.assign(new ApplicationChangeEntity(), change, texts, {
      ...{ id, recordedAt: this.#clock.now(), recordedBy: actor.subject },
      textsSealed: sealedChange(this.#keys.held(manager, change.applicationId), id, texts),
    });
    insertRows(manager, ApplicationChangeEntity, [row]);
    const { kind, origin, fromKernId, toKernId, fromCents, toCents, agreedOn, letterId } = change;
    this.#audit.record(manager, actor, {
      action: kind === 'correction' ? 'application:correct' : 'application:reduce',
      ...{ subjectKind: 'application', subjectId: change.applicationId },
      detail: {
        ...{ changeId: id, fields: rows.map(({ field }) => field), origin, agreedOn, letterId },
        ...{ fromKernId, toKernId, fromCents, toCents },
      },
    });
    return row;
  }

  async list(
    actor: Actor,
    applicationId: string,
    query: PageQuery,
  ): Promise<Page<ApplicationChangeResponse>> {
    const after = decodePageKey(query.after, ['id']);
    await this.#visible.open(this.#manager, actor, 'application:read-changes', applicationId);
    const rows = this.#manager
      .createQueryBuilder(ApplicationChangeEntity, 'change')
      .where('change.applicationId = :applicationId', { applicationId })
      .orderBy('change.id')
      .limit(query.limit + 1);
    if (after !== null) rows.andWhere('change.id > :after', { after: after[0] });
    const key = await this.#keys.of(this.#manager, applicationId);
    return pageOf(await rows.getMany(), query.limit, ({ id }) => [id]).map((row) =>
      ApplicationChangeResponse.of(openedChange(key, row)),
    );
  }
}
