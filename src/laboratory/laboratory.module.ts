import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { WaysModule } from '../ways/ways.module.ts';
import { LaboratoryController } from './laboratory.controller.ts';
import { LaboratoryRuns } from './laboratory-runs.service.ts';
import { LaboratoryView } from './laboratory-view.service.ts';
import { LaboratoryWorker } from './laboratory-worker.service.ts';
import { PastCases } from './past-cases.service.ts';
import { RunningCasesController } from './running-cases.controller.ts';
import { RunningCases } from './running-cases.service.ts';
import { TriedWays } from './tried-ways.service.ts';

@Module({
  imports: [ApplicationsModule, AssessmentModule, AuditModule, KernenModule, RegulationsModule, WaysModule],
  controllers: [LaboratoryController, RunningCasesController],
  providers: [LaboratoryRuns, LaboratoryView, LaboratoryWorker, PastCases, RunningCases, TriedWays],
})
export class LaboratoryModule {}
