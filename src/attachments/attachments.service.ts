import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { AttachmentEntity } from './attachment.entity.ts';
import { attachmentNotFound, attachmentsUnknown } from './domain/attachments.problems.ts';
import { openedAttachment, sealedPersonal } from './sealed-attachment.ts';

/** Reads the attachments of cases, for modules above that refer to them. Who may see them is asked elsewhere. */
@Injectable()
export class Attachments {
  readonly #keys: CaseKeys;

  constructor(keys: CaseKeys) {
    this.#keys = keys;
  }

  /**
   * Makes sure that all of these are attachments of the application, for who refers to them by identifier.
   * @param location where in the body the list of identifiers stands, as a JSON Pointer
   * @throws DomainError `attachment-unknown`, with a fault for each that is not
   */
  async requireOf(
    manager: EntityManager,
    applicationId: string,
    attachmentIds: readonly string[],
    location: string,
  ): Promise<void> {
    if (attachmentIds.length === 0) return;
    const rows = await manager.query<{ id: string }[]>(
      'SELECT id FROM attachment WHERE application_id = $1 AND id = ANY($2)',
      [applicationId, [...attachmentIds]],
    );
    const known = new Set(rows.map(({ id }) => id));
    const unknown = attachmentIds.flatMap((id, index) => (known.has(id) ? [] : [`${location}/${index}`]));
    if (unknown.length > 0) throw attachmentsUnknown(unknown);
  }

  /**
   * Makes sure that this is an attachment of the application.
   * @param location where in the body its identifier stands, as a JSON Pointer
   * @throws DomainError `attachment-unknown`
   */
  async requireOne(
    manager: EntityManager,
    applicationId: string,
    attachmentId: string,
    location: string,
  ): Promise<void> {
    const isThere = await manager.existsBy(AttachmentEntity, { id: attachmentId, applicationId });
    if (!isThere) throw attachmentsUnknown([location]);
  }

  /** All attachments of a case that the caller has opened, oldest first, also what was replaced. */
  async ofCase(manager: EntityManager, applicationId: string): Promise<AttachmentEntity[]> {
    const rows = await manager
      .createQueryBuilder(AttachmentEntity, 'attachment')
      .where('attachment.applicationId = :applicationId', { applicationId })
      .orderBy('attachment.id')
      .getMany();
    if (rows.length === 0) return rows;
    const key = await this.#keys.of(manager, applicationId);
    return rows.map((row) => openedAttachment(key, row));
  }

  /** One attachment of a case that the caller has opened. @throws DomainError `attachment-not-found` */
  async get(manager: EntityManager, applicationId: string, attachmentId: string): Promise<AttachmentEntity> {
    const row = await manager.findOneBy(AttachmentEntity, { id: attachmentId, applicationId });
    if (row === null) throw attachmentNotFound();
    return openedAttachment(await this.#keys.of(manager, applicationId), row);
  }

  /** Seals what is personal of a new attachment of a case whose key was read in this transaction. */
  sealed(manager: EntityManager, attachment: AttachmentEntity): AttachmentEntity {
    const key = this.#keys.held(manager, attachment.applicationId);
    attachment.personalSealed = sealedPersonal(key, attachment.id, attachment);
    return attachment;
  }
}
