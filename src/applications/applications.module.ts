import { Module } from '@nestjs/common';
import { KernenModule } from '../kernen/kernen.module.ts';
import { ApplicationsService } from './applications.service.ts';
import { CaseNumbers } from './case-numbers.service.ts';
import { VisibleApplications } from './visible-applications.service.ts';

@Module({
  imports: [KernenModule],
  providers: [ApplicationsService, CaseNumbers, VisibleApplications],
  exports: [ApplicationsService, CaseNumbers, VisibleApplications],
})
export class ApplicationsModule {}
