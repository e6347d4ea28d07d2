import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.ts';
import { viewOf } from '../identity/domain/case-view.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { awaitsAnswer } from '../applications/domain/completion-request.ts';
import { isFrozen } from '../applications/domain/frozen-content.ts';
import { NewAttachmentResponse } from '../attachments/attachment.response.ts';
import { type Adding, KeepAttachment } from '../attachments/keep-attachment.service.ts';
import { VisibleAttachments } from '../attachments/visible-attachments.service.ts';
import { type AttachmentKind, attachmentKinds } from '../regulations/domain/attachment-kind.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { requiredAttachments } from '../regulations/domain/required-attachments.ts';
import { ChangeApplication } from './change-application.service.ts';
import { ReceptionService } from './reception.service.ts';

/** What follows from a file that was handed in: it belongs to the case, and may have been the last that was lacking. */
@Injectable()
export class HandedIn {
  readonly #keeping: KeepAttachment;
  readonly #attachments: VisibleAttachments;
  readonly #applications: ApplicationsService;
  readonly #reception: ReceptionService;
  readonly #change: ChangeApplication;
  readonly #clock: Clock;

  constructor(
    keeping: KeepAttachment,
    attachments: VisibleAttachments,
    applications: ApplicationsService,
    reception: ReceptionService,
    change: ChangeApplication,
    clock: Clock,
  ) {
    this.#keeping = keeping;
    this.#attachments = attachments;
    this.#applications = applications;
    this.#reception = reception;
    this.#change = change;
    this.#clock = clock;
  }

  /** Adds a file to an application that the caller has locked. @throws DomainError as `KeepAttachment.keep` */
  async add(manager: EntityManager, adding: Omit<Adding, 'lackingKinds'>): Promise<NewAttachmentResponse> {
    const { actor, visible } = adding;
    const { application, facts } = visible;
    const { document } = await this.#reception.boundVersion(manager, application);
    const lackingKinds = await this.#lackingKinds(manager, application, document);
    const attachment = await this.#keeping.keep(manager, { ...adding, lackingKinds });
    const { version } = await this.#change.completeByAttachment(
      manager,
      actor,
      application,
      document,
      attachment,
    );
    const view = viewOf(actor, 'attachment:record', facts);
    const described = await this.#attachments.describe(manager, attachment, view);
    return Object.assign(new NewAttachmentResponse(), described, { version });
  }

  /** What can still come when a round in which applications are compared is over; null when anything can. */
  async #lackingKinds(
    manager: EntityManager,
    { id, receivedOn, requestedCents, attachmentCounts }: ApplicationEntity,
    document: RegulationDocument,
  ): Promise<readonly AttachmentKind[] | null> {
    const today = this.#clock.today();
    if (receivedOn === null || !isFrozen(document, receivedOn, today)) return null;
    if (awaitsAnswer(await this.#applications.completionRequests(manager, id))) return null;
    const required = requiredAttachments(document, requestedCents);
    return attachmentKinds.filter((kind) => (attachmentCounts[kind] ?? 0) < (required[kind] ?? 0));
  }
}
