import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { ActivateWay } from './activate-way.service.ts';
import { KernBodies } from './kern-bodies.service.ts';
import { KernBodiesController } from './kern-bodies.controller.ts';
import { WayChecks } from './way-checks.service.ts';
import { WayDraftsController } from './way-drafts.controller.ts';
import { WayDrafts } from './way-drafts.service.ts';
import { WaysController } from './ways.controller.ts';
import { WaysService } from './ways.service.ts';

@Module({
  imports: [AuditModule, KernenModule, RegulationsModule],
  controllers: [KernBodiesController, WayDraftsController, WaysController],
  providers: [ActivateWay, KernBodies, WayChecks, WayDrafts, WaysService],
  exports: [WayChecks, WayDrafts, WaysService],
})
export class WaysModule {}
