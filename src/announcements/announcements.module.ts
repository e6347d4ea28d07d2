import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { DecisionsModule } from '../decisions/decisions.module.ts';
import { AnnounceList } from './announce-list.service.ts';
import { AnnouncedListsController } from './announced-lists.controller.ts';
import { Announcements } from './announcements.service.ts';
import { LetterDesk } from './letter-desk.service.ts';
import { LetterEffects } from './letter-effects.service.ts';
import { LetterVerificationController } from './letter-verification.controller.ts';
import { LettersController } from './letters.controller.ts';
import { MailRoomController } from './mail-room.controller.ts';
import { MailRoom } from './mail-room.service.ts';
import { MessageChannels } from './message-channels.service.ts';
import { MessageChoicesController } from './message-choices.controller.ts';
import { MessageChoices } from './message-choices.service.ts';
import { ResendLetters } from './resend-letters.service.ts';
import { RewriteLettersController } from './rewrite-letters.controller.ts';
import { RewriteLetters } from './rewrite-letters.service.ts';
import { VisibleLetters } from './visible-letters.service.ts';

@Module({
  imports: [
    RegulationsModule,
    LettersModule,
    ApplicationsModule,
    AuditModule,
    DecisionsModule,
    DeadlinesModule,
  ],
  controllers: [
    AnnouncedListsController,
    LettersController,
    LetterVerificationController,
    MailRoomController,
    MessageChoicesController,
    RewriteLettersController,
  ],
  providers: [
    AnnounceList,
    Announcements,
    LetterDesk,
    LetterEffects,
    MailRoom,
    MessageChannels,
    MessageChoices,
    ResendLetters,
    RewriteLetters,
    VisibleLetters,
  ],
  exports: [VisibleLetters],
})
export class AnnouncementsModule {}
