import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { CaseNotes } from './case-notes.service.ts';
import { CorrespondenceController } from './correspondence.controller.ts';
import { CorrespondenceLog } from './correspondence-log.service.ts';
import { Notes } from './notes.service.ts';

@Module({
  imports: [AuditModule, SecretsModule, ApplicationsModule, LettersModule],
  controllers: [CorrespondenceController],
  providers: [CaseNotes, CorrespondenceLog, Notes],
  exports: [CaseNotes, CorrespondenceLog],
})
export class CorrespondenceModule {}
