import { Module } from '@nestjs/common';
import { LetterArchive } from './letter-archive.service.ts';
import { LetterRenderer } from './rendering/letter-renderer.ts';

@Module({
  providers: [LetterArchive, { provide: LetterRenderer, useFactory: () => new LetterRenderer() }],
  exports: [LetterArchive, LetterRenderer],
})
export class LettersModule {}
