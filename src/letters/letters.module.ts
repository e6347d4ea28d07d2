import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { LetterArchive } from './letter-archive.service.ts';
import { LetterDispatches } from './letter-dispatches.service.ts';
import { LetterRewriting } from './letter-rewriting.service.ts';
import { LetterSendersController } from './letter-senders.controller.ts';
import { LetterSenders } from './letter-senders.service.ts';
import { LetterTemplatesController } from './letter-templates.controller.ts';
import { LetterTemplatesService } from './letter-templates.service.ts';
import { LetterVerification } from './letter-verification.service.ts';

@Module({
  imports: [SecretsModule, AuditModule],
  controllers: [LetterSendersController, LetterTemplatesController],
  providers: [
    LetterArchive,
    LetterDispatches,
    LetterRewriting,
    LetterSenders,
    LetterTemplatesService,
    LetterVerification,
  ],
  exports: [LetterArchive, LetterDispatches, LetterRewriting, LetterVerification],
})
export class LettersModule {}
