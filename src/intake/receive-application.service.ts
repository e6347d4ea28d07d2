import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { DueDates } from '../deadlines/due-dates.service.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { Acknowledgements } from './acknowledgement.service.ts';
import { type Destination, ReceptionService } from './reception.service.ts';

/** What receiving an application sets in motion: its number, its first due dates and its acknowledgement. */
@Injectable()
export class ReceiveApplication {
  readonly #reception: ReceptionService;
  readonly #applications: ApplicationsService;
  readonly #acknowledgements: Acknowledgements;
  readonly #dueDates: DueDates;
  readonly #audit: AuditLog;

  constructor(
    reception: ReceptionService,
    applications: ApplicationsService,
    acknowledgements: Acknowledgements,
    dueDates: DueDates,
    audit: AuditLog,
  ) {
    this.#reception = reception;
    this.#applications = applications;
    this.#acknowledgements = acknowledgements;
    this.#dueDates = dueDates;
    this.#audit = audit;
  }

  /** Keeps a draft, of which nothing follows yet. */
  draft(manager: EntityManager, actor: Actor, draft: ApplicationEntity, iban: string | null): void {
    this.#applications.insert(manager, draft, [], iban);
    this.#record(manager, actor, draft, 'application:draft');
  }

  /** Receives an application that was not stored before. */
  async fresh(
    manager: EntityManager,
    actor: Actor,
    draft: ApplicationEntity,
    receivedOn: CalendarDate,
    destination: Destination,
    iban: string | null,
  ): Promise<ApplicationEntity> {
    const { received, steps, sender } = await this.#receive(manager, actor, draft, receivedOn, destination);
    const application = this.#applications.insert(manager, received, steps, iban);
    await this.#follow(manager, actor, application, destination, sender);
    return application;
  }

  /** Receives a draft that was stored, under the regulation of today. */
  async stored(
    manager: EntityManager,
    actor: Actor,
    draft: ApplicationEntity,
    receivedOn: CalendarDate,
    destination: Destination,
  ): Promise<ApplicationEntity> {
    const { received, steps, sender } = await this.#receive(manager, actor, draft, receivedOn, destination);
    const { receivedAt, completedOn, number } = received;
    const regulationVersionId = destination.version.id;
    const changes = { receivedAt, receivedOn, completedOn, number, regulationVersionId };
    const application = await this.#applications.take(manager, draft, steps, changes);
    await this.#follow(manager, actor, application, destination, sender);
    return application;
  }

  /** The sender is asked for first, because others wait for their case number from then on until the end. */
  async #receive(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    receivedOn: CalendarDate,
    { version }: Destination,
  ) {
    const [sender, received] = await Promise.all([
      this.#acknowledgements.senderToday(manager),
      this.#reception.receive(manager, application, actor, receivedOn, version.document),
    ]);
    return { ...received, sender };
  }

  async #follow(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    destination: Destination,
    sender: Parameters<Acknowledgements['acknowledge']>[3],
  ): Promise<void> {
    await this.#dueDates.begin(manager, application, destination.version.document);
    this.#acknowledgements.acknowledge(manager, application, destination, sender);
    this.#record(manager, actor, application, 'application:submit');
  }

  #record(manager: EntityManager, actor: Actor, application: ApplicationEntity, action: string): void {
    const { id: subjectId, number, channel, requestedCents, completedOn } = application;
    const detail = { number, channel, requestedCents, completedOn };
    this.#audit.record(manager, actor, { action, subjectKind: 'application', subjectId, detail });
  }
}
