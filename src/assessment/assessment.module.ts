import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { AssessmentService } from './assessment.service.ts';
import { FindingsController } from './findings.controller.ts';
import { FindingsService } from './findings.service.ts';

@Module({
  imports: [ApplicationsModule, AuditModule, RegulationsModule, SecretsModule],
  controllers: [FindingsController],
  providers: [AssessmentService, FindingsService],
  exports: [FindingsService],
})
export class AssessmentModule {}
