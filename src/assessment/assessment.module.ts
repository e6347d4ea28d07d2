import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { AssessedFacts } from './assessed-facts.service.ts';
import { EarlierRequests } from './earlier-requests.service.ts';
import { AssessmentService } from './assessment.service.ts';
import { FindingsController } from './findings.controller.ts';
import { FindingsService } from './findings.service.ts';

@Module({
  imports: [ApplicationsModule, AuditModule, KernenModule, RegulationsModule, SecretsModule],
  controllers: [FindingsController],
  providers: [AssessedFacts, AssessmentService, EarlierRequests, FindingsService],
  exports: [AssessedFacts, FindingsService],
})
export class AssessmentModule {}
