import { Module } from '@nestjs/common';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { LetterArchive } from './letter-archive.service.ts';
import { LetterRenderer } from './rendering/letter-renderer.ts';

@Module({
  imports: [SecretsModule],
  providers: [LetterArchive, { provide: LetterRenderer, useFactory: () => new LetterRenderer() }],
  exports: [LetterArchive, LetterRenderer],
})
export class LettersModule {}
