import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { FieldCipher } from '../platform/encryption/field-cipher.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService, type Step } from '../applications/applications.service.ts';
import { CompletionRequestEntity } from '../applications/completion-request.entity.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import { missingItems } from '../applications/domain/completeness.ts';
import { contentOf, refuseImpossiblePeriod, supplementOf } from './application-content.ts';
import type { ApplicationContentRequest } from './application-content.request.ts';
import type { SupplementRequest } from './supplement.request.ts';

/** What applicants do with an application that is already there. The caller holds the application. */
@Injectable()
export class ChangeApplication {
  readonly #applications: ApplicationsService;
  readonly #audit: AuditLog;
  readonly #cipher: FieldCipher;
  readonly #clock: Clock;

  constructor(applications: ApplicationsService, audit: AuditLog, cipher: FieldCipher, clock: Clock) {
    this.#applications = applications;
    this.#audit = audit;
    this.#cipher = cipher;
    this.#clock = clock;
  }

  /** Replaces the content of a draft. @throws DomainError `step-not-possible` when it was submitted */
  async revise(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    request: ApplicationContentRequest,
    destination: { readonly kernId: string; readonly regulationVersionId: string },
  ): Promise<ApplicationEntity> {
    if (application.status !== 'draft') {
      const detail = 'Deze aanvraag is ingediend. Vul haar aan, of trek haar in.';
      throw DomainError.of(applicationProblems, 'step-not-possible', detail);
    }
    const content = contentOf(request, application.id, this.#cipher);
    refuseImpossiblePeriod(content);
    const revised = await this.#applications.revise(manager, application, { ...content, ...destination });
    await this.#record(manager, actor, revised, 'application:draft', {});
    return revised;
  }

  /**
   * Adds what was lacking. When nothing is lacking any more, the application is complete from this day on: that
   * is its place in the order, and the clock goes on (Awb 4:15).
   */
  async supplement(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    request: SupplementRequest,
  ): Promise<ApplicationEntity> {
    const today = this.#clock.today();
    const added = supplementOf(request, application.id, this.#cipher);
    const supplemented = Object.assign(new ApplicationEntity(), application, added);
    refuseImpossiblePeriod(supplemented);
    const complete = missingItems(supplemented).length === 0;
    const detail = { explanation: request.explanation };
    const steps: Step[] = [{ event: 'supplement', actor, countsOn: today, detail }];
    if (complete) steps.push({ event: 'find-complete', actor, countsOn: today });
    const changes = complete ? { ...added, completedOn: today } : added;
    const changed = await this.#applications.take(manager, application, steps, changes);
    if (complete) await this.#closeRequests(manager, application.id);
    await this.#record(manager, actor, changed, 'application:supplement', { complete });
    return changed;
  }

  async withdraw(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
  ): Promise<ApplicationEntity> {
    const step: Step = { event: 'withdraw', actor, countsOn: this.#clock.today() };
    const changed = await this.#applications.take(manager, application, [step]);
    await this.#record(manager, actor, changed, 'application:withdraw', {});
    return changed;
  }

  /** Only requests that were sent can be answered; one whose letter was never sent asked nothing. */
  async #closeRequests(manager: EntityManager, applicationId: string): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(CompletionRequestEntity)
      .set({ answeredOn: this.#clock.today() })
      .where('application_id = :applicationId AND asked_on IS NOT NULL AND answered_on IS NULL', {
        applicationId,
      })
      .execute();
  }

  #record(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    action: string,
    detail: object,
  ): Promise<void> {
    return this.#audit.record(manager, actor, {
      action,
      subjectKind: 'application',
      subjectId: application.id,
      detail: { status: application.status, ...detail },
    });
  }
}
