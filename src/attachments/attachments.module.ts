import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { AttachmentChanges } from './attachment-changes.service.ts';
import { AttachmentContents } from './attachment-contents.service.ts';
import { AttachmentDesk } from './attachment-desk.service.ts';
import { AttachmentsController } from './attachments.controller.ts';
import { Attachments } from './attachments.service.ts';
import { CleanContents } from './clean-contents.service.ts';
import { KeepAttachment } from './keep-attachment.service.ts';
import { PublicationConsents } from './publication-consents.service.ts';
import { ReceivedFiles } from './received-files.service.ts';
import { VisibleAttachments } from './visible-attachments.service.ts';

@Module({
  imports: [ApplicationsModule, AuditModule, SecretsModule],
  controllers: [AttachmentsController],
  providers: [
    ...[AttachmentChanges, AttachmentContents, AttachmentDesk, Attachments],
    ...[CleanContents, KeepAttachment],
    ...[PublicationConsents, ReceivedFiles, VisibleAttachments],
  ],
  exports: [AttachmentContents, Attachments, KeepAttachment, ReceivedFiles, VisibleAttachments],
})
export class AttachmentsModule {}
