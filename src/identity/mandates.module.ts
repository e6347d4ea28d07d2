import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { MandatesController } from './mandates.controller.ts';
import { Mandates } from './mandates.service.ts';

/** The register of mandates; apart from the module that knows who calls, which needs no database. */
@Module({
  imports: [AuditModule],
  controllers: [MandatesController],
  providers: [Mandates],
  exports: [Mandates],
})
export class MandatesModule {}
