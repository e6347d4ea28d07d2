import { Module } from '@nestjs/common';
import { AccessLog } from './access-log.service.ts';
import { AuditEntriesController } from './audit-entries.controller.ts';
import { AuditEntriesService } from './audit-entries.service.ts';
import { AuditFigures } from './audit-figures.ts';
import { AuditLog } from './audit-log.service.ts';
import { AuditSealer } from './audit-sealer.service.ts';
import { AuditVerifier } from './audit-verifier.service.ts';

@Module({
  controllers: [AuditEntriesController],
  providers: [AccessLog, AuditEntriesService, AuditFigures, AuditLog, AuditSealer, AuditVerifier],
  exports: [AccessLog, AuditLog, AuditSealer, AuditVerifier],
})
export class AuditModule {}
