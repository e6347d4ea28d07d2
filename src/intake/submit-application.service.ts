import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import { noteOnBehalfOf } from '../platform/http/request-context.ts';
import { newId } from '../kernel/ids.ts';
import { applicantSubject } from '../identity/domain/condition.ts';
import { onBehalfOf } from '../identity/domain/standing-in.ts';
import { requireRight } from '../identity/domain/permission.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import type { Channel } from '../applications/domain/application.ts';
import { otherParts, type SpannedPlan } from '../applications/domain/spanned-plan.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { contentOf, refuseImpossiblePeriod } from './application-content.ts';
import type { ApplicationContentRequest } from './application-content.request.ts';
import { ReceiveApplication } from './receive-application.service.ts';
import { type Destination, ReceptionService } from './reception.service.ts';
import { SpannedPlans } from './spanned-plans.service.ts';
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

/** Receives new applications, digital and on paper, and keeps drafts. A plan for several kernen becomes one for each. */
@Injectable()
export class SubmitApplication {
  readonly #reception: ReceptionService;
  readonly #receive: ReceiveApplication;
  readonly #spannedPlans: SpannedPlans;
  readonly #applications: ApplicationsService;
  readonly #clock: Clock;

  constructor(
    reception: ReceptionService,
    receive: ReceiveApplication,
    spannedPlans: SpannedPlans,
    applications: ApplicationsService,
    clock: Clock,
  ) {
    this.#reception = reception;
    this.#receive = receive;
    this.#spannedPlans = spannedPlans;
    this.#applications = applications;
    this.#clock = clock;
  }

  /** @throws DomainError `kern-unknown`, `regulation-unknown`, `kernen-not-possible`, `window-closed` or a fault of the period */
  async digital(manager: EntityManager, actor: Actor, request: SubmitApplicationRequest): Promise<Stored> {
    const today = this.#clock.today();
    const destination = await this.#reception.destination(manager, request, today);
    const owner = applicantSubject(actor);
    const draft = await this.#draft(manager, request, destination, 'digital', owner, today);
    const iban = request.iban ?? null;
    if (request.intent === 'draft') {
      this.#receive.draft(manager, actor, draft, iban);
      return { application: draft, ...of(destination) };
    }
    this.#reception.refuseOutsideWindow(destination.version.document, today);
    this.#reception.refusePastActivity(draft.activityEndsOn, today);
    return this.#fresh(manager, actor, draft, today, destination, iban);
  }

  /**
   * Enters an application that came in on paper or at the counter, with the day of the receipt stamp. Being late
   * is a finding here and no reason to turn it down at the door.
   */
  async onPaper(manager: EntityManager, actor: Actor, request: PaperApplicationRequest): Promise<Stored> {
    const { receivedOn, channel, iban = null } = request;
    if (receivedOn > this.#clock.today()) throw receivedInFuture();
    const destination = await this.#reception.destination(manager, request, receivedOn);
    const facts = { kernCode: destination.kern.code };
    requireRight(actor, 'application:intake', facts);
    const absent = onBehalfOf(actor, 'application:intake', facts);
    if (absent !== null) noteOnBehalfOf(absent);
    const draft = await this.#draft(manager, request, destination, channel, null, receivedOn);
    const others = draft.spanned ? otherParts(draft.spanned, draft.id) : [];
    for (const { kernCode } of others) requireRight(actor, 'application:intake', { kernCode });
    return this.#fresh(manager, actor, draft, receivedOn, destination, iban);
  }

  /** Submits a stored draft, under the regulation that is in force today. */
  async submitDraft(
    manager: EntityManager,
    actor: Actor,
    draft: ApplicationEntity,
    destination: Destination,
  ): Promise<Stored> {
    const today = this.#clock.today();
    this.#reception.refuseOutsideWindow(destination.version.document, today);
    this.#reception.refusePastActivity(draft.activityEndsOn, today);
    const application = await this.#receive.stored(manager, actor, draft, today, destination);
    const iban = draft.spanned ? await this.#applications.ibanOf(manager, draft.id) : null;
    await this.#receiveOthers(manager, actor, draft, today, destination, iban);
    return { application, ...of(destination) };
  }

  /** The content of a draft, with how its plan is divided. @throws DomainError `kernen-not-possible` and others */
  async contentOf(
    manager: EntityManager,
    request: ApplicationContentRequest,
    destination: Destination,
    applicationId: string,
    on: CalendarDate = this.#clock.today(),
  ) {
    const content = contentOf(request);
    refuseImpossiblePeriod(content);
    const spanned = await this.#spannedPlans.planOf(manager, request, destination, applicationId, on);
    return { ...content, spanned, requestedCents: ownPart(spanned, applicationId) ?? content.requestedCents };
  }

  async #fresh(
    manager: EntityManager,
    actor: Actor,
    draft: ApplicationEntity,
    receivedOn: CalendarDate,
    destination: Destination,
    iban: string | null,
  ): Promise<Stored> {
    const application = await this.#receive.fresh(manager, actor, draft, receivedOn, destination, iban);
    await this.#receiveOthers(manager, actor, draft, receivedOn, destination, iban);
    return { application, ...of(destination) };
  }

  async #receiveOthers(
    manager: EntityManager,
    actor: Actor,
    draft: ApplicationEntity,
    receivedOn: CalendarDate,
    destination: Destination,
    iban: string | null,
  ): Promise<void> {
    for (const other of await this.#spannedPlans.otherParts(manager, draft, destination)) {
      await this.#receive.fresh(manager, actor, other.draft, receivedOn, other.destination, iban);
    }
  }

  async #draft(
    manager: EntityManager,
    request: ApplicationContentRequest,
    destination: Destination,
    channel: Channel,
    ownerSubject: string | null,
    on: CalendarDate,
  ): Promise<ApplicationEntity> {
    const id = newId();
    const content = await this.contentOf(manager, request, destination, id, on);
    return Object.assign(new ApplicationEntity(), content, {
      id,
      number: null,
      regulationVersionId: destination.version.id,
      kernId: destination.kern.id,
      status: 'draft',
      undecidedStatus: null,
      version: 1,
      channel,
      ownerSubject,
      assigneeSubject: null,
      assigneeName: null,
      attachmentCounts: {},
      consentedCoApplicants: null,
      receivedAt: null,
      receivedOn: null,
      completedOn: null,
      createdAt: this.#clock.now(),
      destroyedAt: null,
    });
  }
}

function ownPart(spanned: SpannedPlan | undefined, applicationId: string) {
  return spanned?.kernen.find((part) => part.applicationId === applicationId)?.requestedCents;
}

function receivedInFuture(): DomainError {
  const detail = 'Een aanvraag kan niet in de toekomst zijn ontvangen.';
  const fault: InputFault = { in: 'body', location: '/receivedOn', code: 'received-in-future', detail };
  return DomainError.of(applicationProblems, 'received-in-future', detail, [fault]);
}
