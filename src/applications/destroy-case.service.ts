import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { CaseSecrets } from '../secrets/case-secrets.service.ts';
import { ApplicationEntity } from './application.entity.ts';
import { MergerEntity } from './merger.entity.ts';
import { WaitingWork } from './waiting-work.service.ts';
import { applicationNotFound, applicationProblems } from './domain/application.problems.ts';
import { type ApplicationStatus, closedStatuses, dutchStatus } from './domain/lifecycle.ts';

/**
 * Destroys what is personal of a case, by destroying its key (GDPR, article 17; Archiefwet 1995, article 5). Number,
 * kern, days, amounts, ledger and audit log remain and still add up; names, texts and letters can never be read again.
 */
@Injectable()
export class DestroyCase {
  readonly #keys: CaseKeys;
  readonly #secrets: CaseSecrets;
  readonly #waiting: WaitingWork;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(keys: CaseKeys, secrets: CaseSecrets, waiting: WaitingWork, audit: AuditLog, clock: Clock) {
    this.#keys = keys;
    this.#secrets = secrets;
    this.#waiting = waiting;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * @param which the public case number, or the identifier of what was never submitted
   * @throws DomainError `application-not-found`, also when it was destroyed before; `case-not-closed` when there is
   *   still something to do about it
   */
  async destroy(
    manager: EntityManager,
    actor: Actor,
    which: { readonly number: string } | { readonly id: string },
  ): Promise<void> {
    const application = await manager.findOne(ApplicationEntity, {
      where: which,
      lock: { mode: 'pessimistic_write' },
    });
    if (!application || application.destroyedAt !== null) throw applicationNotFound();
    const { id, number, status } = application;
    if (!isClosed(status)) {
      const detail = `De aanvraag is "${dutchStatus(status)}"; vernietigen kan pas als de zaak is afgesloten.`;
      throw DomainError.of(applicationProblems, 'case-not-closed', detail);
    }
    if (status === 'merged') await this.#refuseWhileItGoesOn(manager, id);
    this.#secrets.removeAll(manager, id);
    this.#waiting.removeAll(manager, id);
    await this.#keys.destroy(manager, id);
    await manager.update(ApplicationEntity, id, { destroyedAt: this.#clock.now(), ownerSubject: null });
    this.#audit.record(manager, actor, {
      action: 'case:destroy',
      subjectKind: 'case-key',
      subjectId: id,
      caseId: id,
      detail: { number },
    });
  }

  /** What came with a double application belongs to the case that goes on. @throws DomainError `case-not-closed` */
  async #refuseWhileItGoesOn(manager: EntityManager, id: string): Promise<void> {
    const merger = await manager.findOneBy(MergerEntity, { endedId: id });
    const continued = merger && (await manager.findOneBy(ApplicationEntity, { id: merger.continuedId }));
    if (!continued) return;
    if (continued.status === 'merged') return this.#refuseWhileItGoesOn(manager, continued.id);
    if (isClosed(continued.status)) return;
    const detail = `De aanvraag gaat verder als ${continued.number}; vernietigen kan pas als die zaak is afgesloten.`;
    throw DomainError.of(applicationProblems, 'case-not-closed', detail);
  }
}

function isClosed(status: ApplicationStatus): boolean {
  return (closedStatuses as readonly string[]).includes(status);
}
