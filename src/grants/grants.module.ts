import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { BudgetsModule } from '../budgets/budgets.module.ts';
import { DecisionsModule } from '../decisions/decisions.module.ts';
import { MandatesModule } from '../identity/mandates.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { PartiesModule } from '../parties/parties.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { ChangeGrant } from './change-grant.service.ts';
import { GrantChangeBasis } from './grant-change-basis.service.ts';
import { GrantChangesController } from './grant-changes.controller.ts';
import { GrantChanges } from './grant-changes.service.ts';
import { ReductionLetters } from './reduction-letters.service.ts';

@Module({
  imports: [
    MandatesModule,
    KernenModule,
    RegulationsModule,
    LettersModule,
    PartiesModule,
    BudgetsModule,
    ApplicationsModule,
    DecisionsModule,
    AuditModule,
  ],
  controllers: [GrantChangesController],
  providers: [ChangeGrant, GrantChangeBasis, GrantChanges, ReductionLetters],
})
export class GrantsModule {}
