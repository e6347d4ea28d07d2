import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { applicationProblems } from './domain/application.problems.ts';
import { ForwardingEntity } from './forwarding.entity.ts';
import { ForwardingResponse } from './forwarding.response.ts';
import { ChangeRegister } from './change-register.service.ts';

type Texts = Pick<ForwardingEntity, 'bodyName' | 'bodyAddressLines' | 'reason' | 'recordedByName'>;

/** A forwarding before it is stored. */
export type NewForwarding = Pick<
  ForwardingEntity,
  'applicationId' | 'forwardedOn' | 'letterId' | 'bodyName' | 'bodyAddressLines' | 'reason'
>;

const placeOf = (applicationId: string): string => `forwarding.texts:${applicationId}`;

/** Keeps to whom applications were sent on. */
@Injectable()
export class Forwardings {
  readonly #register: ChangeRegister;
  readonly #keys: CaseKeys;
  readonly #audit: AuditLog;

  constructor(register: ChangeRegister, keys: CaseKeys, audit: AuditLog) {
    this.#register = register;
    this.#keys = keys;
    this.#audit = audit;
  }

  /** Stores it for an application that the caller has locked. */
  add(manager: EntityManager, actor: Actor, forwarding: NewForwarding): ForwardingEntity {
    const { applicationId, bodyName, bodyAddressLines, reason, forwardedOn, letterId } = forwarding;
    const texts: Texts = { bodyName, bodyAddressLines, reason, recordedByName: actor.name };
    const { at, by, textsSealed } = this.#register.sign(manager, actor, applicationId, (key) =>
      key.seal(texts, placeOf(applicationId)),
    );
    const row = Object.assign(new ForwardingEntity(), forwarding, texts, {
      ...{ recordedAt: at, recordedBy: by, textsSealed },
    });
    insertRows(manager, ForwardingEntity, [row]);
    this.#audit.record(manager, actor, {
      ...{ action: 'application:forward', subjectKind: 'application', subjectId: applicationId },
      detail: { forwardedOn, letterId },
    });
    return row;
  }

  /** Null when the application was not sent on. */
  async find(manager: EntityManager, applicationId: string): Promise<ForwardingEntity | null> {
    const row = await manager.findOneBy(ForwardingEntity, { applicationId });
    if (row === null) return null;
    const key = await this.#keys.of(manager, applicationId);
    return Object.assign(row, key.open<Texts>(row.textsSealed, placeOf(applicationId)));
  }

  /** @throws DomainError `forwarding-not-found` */
  async get(actor: Actor, applicationId: string): Promise<ForwardingResponse> {
    const row = await this.#register.read(actor, applicationId, (manager) =>
      this.find(manager, applicationId),
    );
    if (row !== null) return ForwardingResponse.of(row);
    const detail = 'Deze aanvraag wordt of werd hier behandeld.';
    throw DomainError.of(applicationProblems, 'forwarding-not-found', detail);
  }
}
