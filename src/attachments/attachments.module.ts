import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { Attachments } from './attachments.service.ts';

@Module({
  imports: [ApplicationsModule, AuditModule, SecretsModule],
  providers: [Attachments],
  exports: [Attachments],
})
export class AttachmentsModule {}
