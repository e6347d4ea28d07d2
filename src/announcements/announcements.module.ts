import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { Announcements } from './announcements.service.ts';
import { LetterDesk } from './letter-desk.service.ts';
import { LetterEffects } from './letter-effects.service.ts';
import { LettersController } from './letters.controller.ts';
import { VisibleLetters } from './visible-letters.service.ts';

@Module({
  imports: [RegulationsModule, LettersModule, ApplicationsModule, AuditModule, DeadlinesModule],
  controllers: [LettersController],
  providers: [Announcements, LetterDesk, LetterEffects, VisibleLetters],
  exports: [VisibleLetters],
})
export class AnnouncementsModule {}
