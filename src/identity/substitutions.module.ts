import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditModule } from '../audit/audit.module.ts';
import { Officials } from './officials.service.ts';
import { StandingIn } from './standing-in.interceptor.ts';
import { SubstitutionsController } from './substitutions.controller.ts';
import { Substitutions } from './substitutions.service.ts';

/** Who works here, and who stands in for whom. */
@Module({
  imports: [AuditModule],
  controllers: [SubstitutionsController],
  providers: [Officials, Substitutions, { provide: APP_INTERCEPTOR, useClass: StandingIn }],
  exports: [Officials],
})
export class SubstitutionsModule {}
