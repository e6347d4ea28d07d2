import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { Acknowledgements } from './acknowledgement.service.ts';
import { AttachDocument } from './attach-document.service.ts';
import { AttachmentsIntakeController } from './attachments-intake.controller.ts';
import { ApplicationsController } from './applications.controller.ts';
import { CaseSteps } from './case-steps.service.ts';
import { ChangeApplication } from './change-application.service.ts';
import { ChangeLetters } from './change-letters.service.ts';
import { CorrectApplication } from './correct-application.service.ts';
import { CorrectedContents } from './corrected-content.service.ts';
import { ForwardApplication } from './forward-application.service.ts';
import { HandleApplication } from './handle-application.service.ts';
import { HandledApplicationsController } from './handled-applications.controller.ts';
import { HandedIn } from './handed-in.service.ts';
import { IntakeService } from './intake.service.ts';
import { MergeApplications } from './merge-applications.service.ts';
import { PaperApplicationsController } from './paper-applications.controller.ts';
import { ReadyLetters } from './ready-letters.service.ts';
import { RecordChange } from './record-change.service.ts';
import { ReduceApplication } from './reduce-application.service.ts';
import { ReceiveApplication } from './receive-application.service.ts';
import { ReceptionService } from './reception.service.ts';
import { RequestCompletion } from './request-completion.service.ts';
import { SpannedPlans } from './spanned-plans.service.ts';
import { SubmitApplication } from './submit-application.service.ts';

@Module({
  imports: [
    KernenModule,
    RegulationsModule,
    LettersModule,
    ApplicationsModule,
    AttachmentsModule,
    AuditModule,
    DeadlinesModule,
    SecretsModule,
  ],
  controllers: [
    ApplicationsController,
    AttachmentsIntakeController,
    HandledApplicationsController,
    PaperApplicationsController,
  ],
  providers: [
    Acknowledgements,
    AttachDocument,
    CaseSteps,
    ChangeApplication,
    ChangeLetters,
    CorrectApplication,
    CorrectedContents,
    ForwardApplication,
    HandleApplication,
    HandedIn,
    IntakeService,
    MergeApplications,
    ReadyLetters,
    RecordChange,
    ReduceApplication,
    ReceiveApplication,
    ReceptionService,
    RequestCompletion,
    SpannedPlans,
    SubmitApplication,
  ],
})
export class IntakeModule {}
