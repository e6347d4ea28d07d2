import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { applicantSubject } from '../identity/domain/condition.ts';
import { DueDates } from '../deadlines/due-dates.service.ts';
import { requireRight } from '../identity/domain/permission.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService, type Step } from '../applications/applications.service.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import type { Channel } from '../applications/domain/application.ts';
import type { LetterSender } from '../letters/domain/letter-sender.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { Acknowledgements } from './acknowledgement.service.ts';
import { contentOf, refuseImpossiblePeriod } from './application-content.ts';
import type { ApplicationContentRequest } from './application-content.request.ts';
import { type Destination, ReceptionService } from './reception.service.ts';
import type { PaperApplicationRequest, SubmitApplicationRequest } from './submit-application.request.ts';

/** A stored application with the kern that it is for. */
export interface Stored {
  readonly application: ApplicationEntity;
  readonly kernCode: string;
  /** The regulation to which it is bound. */
  readonly document: RegulationDocument;
}

function of({ kern, version }: Destination): Omit<Stored, 'application'> {
  return { kernCode: kern.code, document: version.document };
}

/** A received application, and who confirms that it was. */
interface Received {
  readonly received: ApplicationEntity;
  readonly steps: readonly Step[];
  readonly sender: LetterSender;
}

/** Receives new applications, digital and on paper, and keeps drafts. */
@Injectable()
export class SubmitApplication {
  readonly #reception: ReceptionService;
  readonly #applications: ApplicationsService;
  readonly #acknowledgements: Acknowledgements;
  readonly #dueDates: DueDates;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    reception: ReceptionService,
    applications: ApplicationsService,
    acknowledgements: Acknowledgements,
    dueDates: DueDates,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#reception = reception;
    this.#applications = applications;
    this.#acknowledgements = acknowledgements;
    this.#dueDates = dueDates;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws DomainError `kern-unknown`, `regulation-unknown`, `window-closed` or a fault of the period */
  async digital(manager: EntityManager, actor: Actor, request: SubmitApplicationRequest): Promise<Stored> {
    const today = this.#clock.today();
    const destination = await this.#reception.destination(manager, request, today);
    const draft = this.#draft(request, destination, 'digital', applicantSubject(actor));
    const iban = request.iban ?? null;
    if (request.intent === 'submit') return this.#submit(manager, actor, draft, destination, iban);
    this.#applications.insert(manager, draft, [], iban);
    this.#record(manager, actor, draft, 'application:draft');
    return { application: draft, ...of(destination) };
  }

  /**
   * Enters an application that came in on paper or at the counter, with the day of the receipt stamp. Being late
   * is a finding here and no reason to turn it down at the door.
   */
  async onPaper(manager: EntityManager, actor: Actor, request: PaperApplicationRequest): Promise<Stored> {
    if (request.receivedOn > this.#clock.today()) throw receivedInFuture();
    const destination = await this.#reception.destination(manager, request, request.receivedOn);
    requireRight(actor, 'application:intake', { kernCode: destination.kern.code });
    const draft = this.#draft(request, destination, request.channel, null);
    const reception = await this.#receive(manager, actor, draft, request.receivedOn, destination);
    return this.#store(manager, actor, reception, destination, request.iban ?? null);
  }

  /** Submits a stored draft, under the regulation that is in force today. */
  async submitDraft(
    manager: EntityManager,
    actor: Actor,
    stored: ApplicationEntity,
    destination: Destination,
  ): Promise<Stored> {
    const today = this.#clock.today();
    this.#reception.refuseOutsideWindow(destination.version.document, today);
    this.#reception.refusePastActivity(stored.activityEndsOn, today);
    const { received, steps, sender } = await this.#receive(manager, actor, stored, today, destination);
    const { receivedAt, receivedOn, completedOn, number } = received;
    const changes = {
      receivedAt,
      receivedOn,
      completedOn,
      number,
      regulationVersionId: destination.version.id,
    };
    const application = await this.#applications.take(manager, stored, steps, changes);
    this.#dueDates.begin(manager, application, destination.version.document);
    this.#acknowledgements.acknowledge(manager, application, destination, sender);
    this.#record(manager, actor, application, 'application:submit');
    return { application, ...of(destination) };
  }

  async #submit(
    manager: EntityManager,
    actor: Actor,
    draft: ApplicationEntity,
    destination: Destination,
    iban: string | null,
  ): Promise<Stored> {
    const today = this.#clock.today();
    this.#reception.refuseOutsideWindow(destination.version.document, today);
    this.#reception.refusePastActivity(draft.activityEndsOn, today);
    const reception = await this.#receive(manager, actor, draft, today, destination);
    return this.#store(manager, actor, reception, destination, iban);
  }

  /** The sender is asked for first, because others wait for their case number from then on until the end. */
  async #receive(
    manager: EntityManager,
    actor: Actor,
    application: ApplicationEntity,
    receivedOn: CalendarDate,
    { version }: Destination,
  ): Promise<Received> {
    const [sender, received] = await Promise.all([
      this.#acknowledgements.senderToday(manager),
      this.#reception.receive(manager, application, actor, receivedOn, version.document),
    ]);
    return { ...received, sender };
  }

  #store(
    manager: EntityManager,
    actor: Actor,
    { received, steps, sender }: Received,
    destination: Destination,
    iban: string | null,
  ): Stored {
    const application = this.#applications.insert(manager, received, steps, iban);
    this.#dueDates.begin(manager, application, destination.version.document);
    this.#acknowledgements.acknowledge(manager, application, destination, sender);
    this.#record(manager, actor, application, 'application:submit');
    return { application, ...of(destination) };
  }

  #draft(
    request: ApplicationContentRequest,
    { kern, version }: Destination,
    channel: Channel,
    ownerSubject: string | null,
  ): ApplicationEntity {
    const id = newId();
    const content = contentOf(request);
    refuseImpossiblePeriod(content);
    return Object.assign(new ApplicationEntity(), content, {
      id,
      number: null,
      regulationVersionId: version.id,
      kernId: kern.id,
      status: 'draft',
      undecidedStatus: null,
      version: 1,
      channel,
      ownerSubject,
      assigneeSubject: null,
      assigneeName: null,
      attachmentCounts: {},
      receivedAt: null,
      receivedOn: null,
      completedOn: null,
      createdAt: this.#clock.now(),
      destroyedAt: null,
    });
  }

  #record(manager: EntityManager, actor: Actor, application: ApplicationEntity, action: string): void {
    const { id: subjectId, number, channel, requestedCents, completedOn } = application;
    const detail = { number, channel, requestedCents, completedOn };
    this.#audit.record(manager, actor, { action, subjectKind: 'application', subjectId, detail });
  }
}

function receivedInFuture(): DomainError {
  const detail = 'Een aanvraag kan niet in de toekomst zijn ontvangen.';
  const fault: InputFault = { in: 'body', location: '/receivedOn', code: 'received-in-future', detail };
  return DomainError.of(applicationProblems, 'received-in-future', detail, [fault]);
}
