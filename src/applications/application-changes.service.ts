import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { newId } from '../kernel/ids.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import type { CaseKey } from '../secrets/case-key.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { ApplicationChangeEntity } from './application-change.entity.ts';
import { ApplicationChangeResponse } from './application-change.response.ts';
import { ChangeRegister } from './change-register.service.ts';
import { type ChangeTexts, openedChange, sealedChange } from './sealed-application.ts';

/** A change before it is stored. */
export type NewChange = Omit<
  ApplicationChangeEntity,
  'id' | 'recordedAt' | 'recordedBy' | 'recordedByName' | 'textsSealed'
>;

/** Keeps what officials changed of applications, before and after, sealed with the key of the case; never edited. */
@Injectable()
export class ApplicationChanges {
  readonly #register: ChangeRegister;
  readonly #keys: CaseKeys;
  readonly #audit: AuditLog;

  constructor(register: ChangeRegister, keys: CaseKeys, audit: AuditLog) {
    this.#register = register;
    this.#keys = keys;
    this.#audit = audit;
  }

  /** Stores a change of an application that the caller has locked, and writes which fields it was in the audit log. */
  add(manager: EntityManager, actor: Actor, change: NewChange): ApplicationChangeEntity {
    const id = newId();
    const { applicationId, rows, reason, agreedWith, evidence } = change;
    const texts: ChangeTexts = { rows, reason, recordedByName: actor.name, agreedWith, evidence };
    const seal = (key: CaseKey) => sealedChange(key, id, texts);
    const { at, by, textsSealed } = this.#register.sign(manager, actor, applicationId, seal);
    const row = Object.assign(new ApplicationChangeEntity(), change, texts, {
      ...{ id, recordedAt: at, recordedBy: by, textsSealed },
    });
    insertRows(manager, ApplicationChangeEntity, [row]);
    const { kind, origin, fromKernId, toKernId, fromCents, toCents, agreedOn, letterId } = change;
    this.#audit.record(manager, actor, {
      action: kind === 'correction' ? 'application:correct' : 'application:reduce',
      ...{ subjectKind: 'application', subjectId: applicationId },
      detail: {
        ...{ changeId: id, fields: rows.map(({ field }) => field), origin, agreedOn, letterId },
        ...{ fromKernId, toKernId, fromCents, toCents },
      },
    });
    return row;
  }

  list(actor: Actor, applicationId: string, query: PageQuery): Promise<Page<ApplicationChangeResponse>> {
    const after = decodePageKey(query.after, ['id']);
    return this.#register.read(actor, applicationId, async (manager) => {
      const rows = manager
        .createQueryBuilder(ApplicationChangeEntity, 'change')
        .where('change.applicationId = :applicationId', { applicationId })
        .orderBy('change.id')
        .limit(query.limit + 1);
      if (after !== null) rows.andWhere('change.id > :after', { after: after[0] });
      const key = await this.#keys.of(manager, applicationId);
      return pageOf(await rows.getMany(), query.limit, ({ id }) => [id]).map((row) =>
        ApplicationChangeResponse.of(openedChange(key, row)),
      );
    });
  }
}
