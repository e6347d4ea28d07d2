import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { AssessedFacts } from './assessed-facts.service.ts';
import { EarlierRequests } from './earlier-requests.service.ts';
import { AssessmentService } from './assessment.service.ts';
import { AdviceGiven } from './advice-given.service.ts';
import { CaseWays } from './case-ways.service.ts';
import { RecordStep } from './record-step.service.ts';
import { StepRecords } from './step-records.service.ts';
import { StepsController } from './steps.controller.ts';
import { StepWork } from './step-work.service.ts';
import { Steps } from './steps.service.ts';
import { WaysModule } from '../ways/ways.module.ts';
import { FindingsController } from './findings.controller.ts';
import { FindingsService } from './findings.service.ts';

@Module({
  imports: [
    ApplicationsModule,
    AttachmentsModule,
    AuditModule,
    KernenModule,
    RegulationsModule,
    SecretsModule,
    WaysModule,
  ],
  controllers: [FindingsController, StepsController],
  providers: [
    AdviceGiven,
    CaseWays,
    RecordStep,
    StepRecords,
    Steps,
    StepWork,
    AssessedFacts,
    AssessmentService,
    EarlierRequests,
    FindingsService,
  ],
  exports: [AdviceGiven, AssessedFacts, CaseWays, FindingsService, StepRecords, StepWork],
})
export class AssessmentModule {}
