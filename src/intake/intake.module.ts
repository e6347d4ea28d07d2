import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { Acknowledgements } from './acknowledgement.service.ts';
import { ApplicationsController } from './applications.controller.ts';
import { ChangeApplication } from './change-application.service.ts';
import { IntakeService } from './intake.service.ts';
import { PaperApplicationsController } from './paper-applications.controller.ts';
import { ReceiveApplication } from './receive-application.service.ts';
import { ReceptionService } from './reception.service.ts';
import { RequestCompletion } from './request-completion.service.ts';
import { SpannedPlans } from './spanned-plans.service.ts';
import { SubmitApplication } from './submit-application.service.ts';

@Module({
  imports: [KernenModule, RegulationsModule, LettersModule, ApplicationsModule, AuditModule, DeadlinesModule],
  controllers: [ApplicationsController, PaperApplicationsController],
  providers: [
    Acknowledgements,
    ChangeApplication,
    IntakeService,
    ReceiveApplication,
    ReceptionService,
    RequestCompletion,
    SpannedPlans,
    SubmitApplication,
  ],
})
export class IntakeModule {}
