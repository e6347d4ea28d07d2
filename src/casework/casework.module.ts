import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { BudgetsModule } from '../budgets/budgets.module.ts';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { DecisionsModule } from '../decisions/decisions.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { ApplicationLists } from './application-lists.service.ts';
import { CaseOverview } from './case-overview.service.ts';
import { CaseRecords } from './case-records.service.ts';
import { CaseSearchController } from './case-search.controller.ts';
import { CaseSearch } from './case-search.service.ts';
import { MyWorkController } from './my-work.controller.ts';
import { MyWork } from './my-work.service.ts';
import { WorkCases } from './work-cases.service.ts';
import { WorkRows } from './work-rows.service.ts';
import { CasesController } from './cases.controller.ts';
import { CasesService } from './cases.service.ts';
import { KnownDecisions } from './known-decisions.service.ts';

@Module({
  imports: [
    SecretsModule,
    KernenModule,
    RegulationsModule,
    LettersModule,
    BudgetsModule,
    ApplicationsModule,
    AssessmentModule,
    DecisionsModule,
    DeadlinesModule,
  ],
  controllers: [CaseSearchController, MyWorkController, CasesController],
  providers: [
    ApplicationLists,
    CaseOverview,
    CaseRecords,
    CaseSearch,
    CasesService,
    KnownDecisions,
    MyWork,
    WorkCases,
    WorkRows,
  ],
})
export class CaseworkModule {}
