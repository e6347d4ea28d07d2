import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService, type Changes, type Step } from '../applications/applications.service.ts';
import { CompletionRequestEntity } from '../applications/completion-request.entity.ts';
import type { LifecycleEvent } from '../applications/domain/lifecycle.ts';
import { DueDates } from '../deadlines/due-dates.service.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';

/** Takes steps in the life of an application that the caller holds, with all that follows from them for its clock. */
@Injectable()
export class CaseSteps {
  readonly #applications: ApplicationsService;
  readonly #dueDates: DueDates;
  readonly #archive: LetterArchive;
  readonly #clock: Clock;

  constructor(applications: ApplicationsService, dueDates: DueDates, archive: LetterArchive, clock: Clock) {
    this.#applications = applications;
    this.#dueDates = dueDates;
    this.#archive = archive;
    this.#clock = clock;
  }

  /** One step that counts today. @throws DomainError `step-not-possible` */
  async take(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    event: LifecycleEvent,
    { detail = {}, changes = {} }: { readonly detail?: object; readonly changes?: Changes } = {},
  ): Promise<ApplicationEntity> {
    const step: Step = { event, actor, countsOn: this.#clock.today(), detail };
    const changed = await this.#applications.take(manager, application, [step], changes);
    await this.#dueDates.refresh(manager, changed);
    return changed;
  }

  /** A step with which an application ends: letters that ask or promise something are overtaken by it. */
  async end(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    event: 'withdraw' | 'merge' | 'forward',
    detail: object = {},
  ): Promise<ApplicationEntity> {
    const ended = await this.take(manager, actor, application, event, { detail });
    await this.#archive.void(manager, application.id, ['completion-request', 'delay-notice']);
    return ended;
  }

  /**
   * Closes the requests that were sent, because nothing is lacking any more; one whose letter was never sent asked
   * nothing and is void. Who turns out to have been complete before being asked, was never to be waited for.
   */
  async closeRequests(
    manager: EntityManager,
    applicationId: string,
    answeredOn: CalendarDate,
  ): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(CompletionRequestEntity)
      .set({ answeredOn: () => 'GREATEST(asked_on, :answeredOn::date)' })
      .where('application_id = :applicationId AND asked_on IS NOT NULL AND answered_on IS NULL', {
        applicationId,
      })
      .setParameters({ answeredOn })
      .execute();
    await this.#archive.void(manager, applicationId, ['completion-request']);
  }
}
