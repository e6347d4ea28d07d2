import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { DocumentValidation } from './document-validation.service.ts';
import { PublishRegulation } from './publish-regulation.service.ts';
import { RegulationAidsController } from './regulation-aids.controller.ts';
import { RegulationChecks } from './regulation-checks.service.ts';
import { RegulationDraftsController } from './regulation-drafts.controller.ts';
import { RegulationDrafts } from './regulation-drafts.service.ts';
import { RegulationVersionsController } from './regulation-versions.controller.ts';
import { RegulationsController } from './regulations.controller.ts';
import { RegulationsService } from './regulations.service.ts';

@Module({
  imports: [AuditModule, KernenModule],
  controllers: [
    RegulationAidsController,
    RegulationDraftsController,
    RegulationVersionsController,
    RegulationsController,
  ],
  providers: [DocumentValidation, PublishRegulation, RegulationChecks, RegulationDrafts, RegulationsService],
  exports: [RegulationsService],
})
export class RegulationsModule {}
