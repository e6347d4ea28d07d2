import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AttachmentCountsByKind } from '../regulations/domain/attachment-kind.ts';
import { ApplicationEntity } from './application.entity.ts';

/** Keeps with an application how many attachments it has, so that a list of applications need not count them. */
@Injectable()
export class AttachmentCounts {
  /** Notes the attachments of an application that the caller has locked; its version rises. */
  async note(
    manager: EntityManager,
    application: ApplicationEntity,
    attachmentCounts: AttachmentCountsByKind,
  ): Promise<void> {
    application.attachmentCounts = attachmentCounts;
    application.version += 1;
    const { version } = application;
    await manager.update(ApplicationEntity, application.id, { attachmentCounts, version });
  }
}
