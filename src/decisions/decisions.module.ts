import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { BudgetsModule } from '../budgets/budgets.module.ts';
import { MandatesModule } from '../identity/mandates.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { PartiesModule } from '../parties/parties.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { AvailabilityController } from './availability.controller.ts';
import { Availability } from './availability.service.ts';
import { ChangedDecisions } from './changed-decisions.service.ts';
import { ChangedDecisionWriter } from './changed-decision-writer.service.ts';
import { CollegeListLines } from './college-list-lines.service.ts';
import { CollegeListsController } from './college-lists.controller.ts';
import { CollegeListsService } from './college-lists.service.ts';
import { DecisionsController } from './decisions.controller.ts';
import { DecisionLetters } from './decision-letters.service.ts';
import { DecisionWriter } from './decision-writer.service.ts';
import { DecisionsService } from './decisions.service.ts';
import { Impartiality } from './impartiality.service.ts';
import { ListChanges } from './list-changes.service.ts';
import { ListSubjects } from './list-subjects.service.ts';
import { LotDraws } from './lot-draws.service.ts';
import { MandatedDecisions } from './mandated-decisions.service.ts';
import { PrepareCollegeList } from './prepare-college-list.service.ts';
import { ProposalInputs } from './proposal-inputs.service.ts';
import { ReadCollegeLists } from './read-college-lists.service.ts';
import { RegisterResolution } from './register-resolution.service.ts';
import { ResolutionsService } from './resolutions.service.ts';
import { TakeDecision } from './take-decision.service.ts';
import { VoteTalliesController } from './vote-tallies.controller.ts';
import { VoteTallies } from './vote-tallies.service.ts';
import { VisibleCollegeLists } from './visible-college-lists.service.ts';
import { WaitingInputs } from './waiting-inputs.service.ts';

@Module({
  imports: [
    MandatesModule,
    KernenModule,
    RegulationsModule,
    LettersModule,
    PartiesModule,
    BudgetsModule,
    ApplicationsModule,
    AssessmentModule,
    RoundsModule,
    AuditModule,
    SecretsModule,
  ],
  controllers: [AvailabilityController, CollegeListsController, DecisionsController, VoteTalliesController],
  providers: [
    Availability,
    ChangedDecisions,
    ChangedDecisionWriter,
    CollegeListLines,
    CollegeListsService,
    DecisionLetters,
    DecisionWriter,
    DecisionsService,
    Impartiality,
    ListChanges,
    ListSubjects,
    LotDraws,
    MandatedDecisions,
    PrepareCollegeList,
    ProposalInputs,
    ReadCollegeLists,
    RegisterResolution,
    ResolutionsService,
    TakeDecision,
    VisibleCollegeLists,
    VoteTallies,
    WaitingInputs,
  ],
  exports: [ChangedDecisions, DecisionsService, Impartiality, VisibleCollegeLists],
})
export class DecisionsModule {}
