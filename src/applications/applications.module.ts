import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { SubstitutionsModule } from '../identity/substitutions.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { ApplicationChangesController } from './application-changes.controller.ts';
import { ApplicationChanges } from './application-changes.service.ts';
import { ApplicationsService } from './applications.service.ts';
import { AssignmentsController } from './assignments.controller.ts';
import { AssignmentWriter } from './assignment-writer.service.ts';
import { DeskCases } from './desk-cases.service.ts';
import { DeskHandoversController } from './desk-handovers.controller.ts';
import { HandOverDesk } from './hand-over-desk.service.ts';
import { SupplementReviewsController } from './supplement-reviews.controller.ts';
import { SupplementReviews } from './supplement-reviews.service.ts';
import { Assignments } from './assignments.service.ts';
import { AttachmentCounts } from './attachment-counts.service.ts';
import { CaseIndexes } from './case-indexes.service.ts';
import { CaseNumbers } from './case-numbers.service.ts';
import { ChangeRegister } from './change-register.service.ts';
import { CoApplicantCounts } from './co-applicant-counts.service.ts';
import { DestroyCase } from './destroy-case.service.ts';
import { Forwardings } from './forwardings.service.ts';
import { HeldCases } from './held-cases.service.ts';
import { IndexWords } from './index-words.service.ts';
import { Interests } from './interests.service.ts';
import { Mergers } from './mergers.service.ts';
import { RecusalsController } from './recusals.controller.ts';
import { Recusals } from './recusals.service.ts';
import { WaitingWork } from './waiting-work.service.ts';
import { VisibleApplications } from './visible-applications.service.ts';

@Module({
  imports: [AuditModule, SubstitutionsModule, KernenModule, RegulationsModule, SecretsModule],
  controllers: [
    ApplicationChangesController,
    AssignmentsController,
    DeskHandoversController,
    SupplementReviewsController,
    RecusalsController,
  ],
  providers: [
    ApplicationChanges,
    ApplicationsService,
    Assignments,
    AssignmentWriter,
    DeskCases,
    HandOverDesk,
    HeldCases,
    SupplementReviews,
    AttachmentCounts,
    CoApplicantCounts,
    CaseIndexes,
    CaseNumbers,
    ChangeRegister,
    DestroyCase,
    Forwardings,
    IndexWords,
    Interests,
    Mergers,
    Recusals,
    VisibleApplications,
    WaitingWork,
  ],
  exports: [
    ApplicationChanges,
    ApplicationsService,
    AttachmentCounts,
    CoApplicantCounts,
    CaseIndexes,
    CaseNumbers,
    DestroyCase,
    Forwardings,
    HeldCases,
    Interests,
    Mergers,
    VisibleApplications,
    WaitingWork,
  ],
})
export class ApplicationsModule {}
