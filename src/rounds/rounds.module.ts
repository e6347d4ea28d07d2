import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { ComparedApplications } from './compared-applications.service.ts';
import { Comparisons } from './comparisons.service.ts';
import { RankingsController } from './rankings.controller.ts';
import { Rankings } from './rankings.service.ts';
import { RemainderChoicesController } from './remainder-choices.controller.ts';
import { RemainderChoices } from './remainder-choices.service.ts';
import { ScoresController } from './scores.controller.ts';
import { Scores } from './scores.service.ts';
import { VotesController } from './votes.controller.ts';
import { Votes } from './votes.service.ts';

@Module({
  imports: [
    KernenModule,
    ApplicationsModule,
    AttachmentsModule,
    AuditModule,
    RegulationsModule,
    SecretsModule,
  ],
  controllers: [ScoresController, RankingsController, VotesController, RemainderChoicesController],
  providers: [ComparedApplications, Comparisons, Rankings, RemainderChoices, Scores, Votes],
  exports: [Comparisons],
})
export class RoundsModule {}
