import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { PartiesModule } from '../parties/parties.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { AnnouncedClock } from './announced-clock.service.ts';
import { CalendarContent } from './calendar-content.service.ts';
import { CalendarFeedsController } from './calendar-feeds.controller.ts';
import { CalendarFeeds } from './calendar-feeds.service.ts';
import { CaseClocks } from './case-clocks.service.ts';
import { CheckDueDates } from './check-due-dates.service.ts';
import { ClockChanges } from './clock-changes.service.ts';
import { ClockLetters } from './clock-letters.service.ts';
import { DeadlineView } from './deadline-view.service.ts';
import { DeadlinesController } from './deadlines.controller.ts';
import { DefaultNoticesController } from './default-notices.controller.ts';
import { DueDateVerifier } from './due-date-verifier.service.ts';
import { DueDates } from './due-dates.service.ts';
import { DueListController } from './due-list.controller.ts';
import { DueList } from './due-list.service.ts';
import { NextDue } from './next-due.service.ts';
import { RecordDefault } from './record-default.service.ts';
import { RecordTerm } from './record-term.service.ts';
import { TermCalculationsController } from './term-calculations.controller.ts';

@Module({
  imports: [
    ApplicationsModule,
    AssessmentModule,
    AuditModule,
    KernenModule,
    LettersModule,
    PartiesModule,
    RegulationsModule,
    SecretsModule,
  ],
  controllers: [
    DeadlinesController,
    DefaultNoticesController,
    DueListController,
    CalendarFeedsController,
    TermCalculationsController,
  ],
  providers: [
    AnnouncedClock,
    CalendarContent,
    CalendarFeeds,
    CaseClocks,
    CheckDueDates,
    DueList,
    NextDue,
    ClockChanges,
    ClockLetters,
    DeadlineView,
    DueDateVerifier,
    DueDates,
    RecordDefault,
    RecordTerm,
  ],
  exports: [AnnouncedClock, CaseClocks, DueDates, NextDue],
})
export class DeadlinesModule {}
