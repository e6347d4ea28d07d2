import { Module } from '@nestjs/common';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { LetterArchive } from './letter-archive.service.ts';
import { LetterDispatches } from './letter-dispatches.service.ts';
import { LetterVerification } from './letter-verification.service.ts';

@Module({
  imports: [SecretsModule],
  providers: [LetterArchive, LetterDispatches, LetterVerification],
  exports: [LetterArchive, LetterDispatches, LetterVerification],
})
export class LettersModule {}
