import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { DocumentValidation } from './document-validation.service.ts';
import { KernInhabitantsController } from './kern-inhabitants.controller.ts';
import { KernInhabitants } from './kern-inhabitants.service.ts';
import { PublishRegulation } from './publish-regulation.service.ts';
import { RegulationAidsController } from './regulation-aids.controller.ts';
import { RegulationChecks } from './regulation-checks.service.ts';
import { RegulationDraftsController } from './regulation-drafts.controller.ts';
import { RegulationDrafts } from './regulation-drafts.service.ts';
import { RegulationEndingsController } from './regulation-endings.controller.ts';
import { RegulationEndings } from './regulation-endings.service.ts';
import { RegulationVersionsController } from './regulation-versions.controller.ts';
import { RegulationsController } from './regulations.controller.ts';
import { RegulationsService } from './regulations.service.ts';
import { YearlyCeilings } from './yearly-ceilings.service.ts';

@Module({
  imports: [AuditModule, KernenModule],
  controllers: [
    KernInhabitantsController,
    RegulationAidsController,
    RegulationDraftsController,
    RegulationEndingsController,
    RegulationVersionsController,
    RegulationsController,
  ],
  providers: [
    DocumentValidation,
    KernInhabitants,
    PublishRegulation,
    RegulationChecks,
    RegulationDrafts,
    RegulationEndings,
    RegulationsService,
    YearlyCeilings,
  ],
  exports: [RegulationsService, YearlyCeilings, KernInhabitants],
})
export class RegulationsModule {}
