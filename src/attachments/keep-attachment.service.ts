import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { viewOf } from '../identity/domain/case-view.ts';
import { applicantSubject } from '../identity/domain/condition.ts';
import { permits } from '../identity/domain/permission.ts';
import { AttachmentCounts } from '../applications/attachment-counts.service.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import type { AttachmentKind } from '../regulations/domain/attachment-kind.ts';
import { AttachmentContents, type PreparedContent } from './attachment-contents.service.ts';
import { AttachmentEntity } from './attachment.entity.ts';
import { AttachmentOptions } from './attachment-options.ts';
import { Attachments } from './attachments.service.ts';
import { type Attaching, attachingFaults, attachingObstacle } from './domain/attach-rules.ts';
import { countedByKind } from './domain/attachment.ts';
import { attachmentRefused, hindered } from './domain/attachments.problems.ts';
import type { ReceivedFile } from './received-files.service.ts';

/** Who adds a file to which case, which the caller holds. */
export interface Adding {
  readonly actor: Actor;
  readonly visible: Visible;
  readonly file: ReceivedFile;
  readonly content: PreparedContent;
  /** See `Attaching`. */
  readonly lackingKinds: readonly AttachmentKind[] | null;
}

/** Makes an attachment of a file that was received, when the case can have it. */
@Injectable()
export class KeepAttachment {
  readonly #contents: AttachmentContents;
  readonly #attachments: Attachments;
  readonly #counts: AttachmentCounts;
  readonly #options: AttachmentOptions;
  readonly #audit: AuditLog;
  readonly #clock: Clock;

  constructor(
    contents: AttachmentContents,
    attachments: Attachments,
    counts: AttachmentCounts,
    options: AttachmentOptions,
    audit: AuditLog,
    clock: Clock,
  ) {
    this.#contents = contents;
    this.#attachments = attachments;
    this.#counts = counts;
    this.#options = options;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Seals a file for a case and lets it lie ready, outside of any transaction.
   * @throws DomainError `attachment-store-unavailable`
   */
  prepare(
    manager: EntityManager,
    applicationId: string,
    { content }: ReceivedFile,
  ): Promise<PreparedContent> {
    return this.#contents.prepare(manager, { id: newId(), applicationId }, content);
  }

  /** Takes back what lay ready, for there is no attachment of it. */
  discard(content: PreparedContent): Promise<void> {
    return this.#contents.discard(content);
  }

  /**
   * Adds an attachment to an application that the caller has locked; its version rises.
   * @throws DomainError `attachment-refused` with all faults, or what stands in the way: see `attachingObstacle`
   */
  async keep(manager: EntityManager, adding: Adding): Promise<AttachmentEntity> {
    const { application } = adding.visible;
    const existing = await this.#attachments.ofCase(manager, application.id);
    const attaching = this.#attaching(adding, existing);
    const faults = attachingFaults(attaching);
    if (faults.length > 0) throw attachmentRefused(faults);
    const obstacle = attachingObstacle(attaching, this.#options);
    if (obstacle !== null) throw hindered(obstacle);
    const attachment = this.#attachments.sealed(manager, this.#row(adding));
    insertRows(manager, AttachmentEntity, [attachment]);
    this.#contents.write(manager, adding.content);
    await this.#counts.note(manager, application, countedByKind([...existing, attachment]));
    const { id: subjectId, kind, internal, mediaType, sizeBytes, replacesId } = attachment;
    this.#audit.record(manager, adding.actor, {
      ...{ action: 'attachment:record', subjectKind: 'attachment', subjectId, caseId: application.id },
      detail: { kind, internal, mediaType, sizeBytes, replacesId },
    });
    return attachment;
  }

  #attaching({ actor, visible, file, lackingKinds }: Adding, existing: AttachmentEntity[]): Attaching {
    const { application, facts } = visible;
    const { kind, internal, receivedOn, replacesId } = file.request;
    return {
      ...{ kind, internal, receivedOn, replacesId, existing, lackingKinds },
      ...{ sizeBytes: file.content.length, sha256: file.sha256 },
      byApplicant: application.ownerSubject === applicantSubject(actor),
      seesInternal: permits(actor, 'internal-attachment:read', facts),
      view: viewOf(actor, 'attachment:record', facts),
      ...{ status: application.status, submittedOn: application.receivedOn, today: this.#clock.today() },
    };
  }

  #row({ actor, visible, file, content }: Adding): AttachmentEntity {
    const { kind, internal, receivedOn, replacesId, description } = file.request;
    return Object.assign(new AttachmentEntity(), {
      ...{ id: content.attachmentId, applicationId: visible.application.id, kind, internal },
      ...{ mediaType: file.mediaType, sizeBytes: file.content.length, replacesId: replacesId ?? null },
      ...{ receivedOn: receivedOn ?? this.#clock.today(), recordedBy: actor.subject },
      ...{ recordedAt: this.#clock.now(), store: this.#contents.storeName },
      ...{
        name: file.name,
        description: description ?? null,
        sha256: file.sha256,
        recordedByName: actor.name,
      },
    });
  }
}
