import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { CorrespondenceModule } from '../correspondence/correspondence.module.ts';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { DecisionsModule } from '../decisions/decisions.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { WaysModule } from '../ways/ways.module.ts';
import { CaseTables } from './case-tables.service.ts';
import { DossierAttachments } from './dossier-attachments.service.ts';
import { DossierCases } from './dossier-cases.service.ts';
import { DossierLetters } from './dossier-letters.service.ts';
import { DossiersController } from './dossiers.controller.ts';
import { Dossiers } from './dossiers.service.ts';
import { HandlingTables } from './handling-tables.service.ts';
import { RecordTables } from './record-tables.service.ts';

@Module({
  imports: [
    AuditModule,
    RegulationsModule,
    LettersModule,
    WaysModule,
    ApplicationsModule,
    AttachmentsModule,
    AssessmentModule,
    DecisionsModule,
    DeadlinesModule,
    CorrespondenceModule,
  ],
  controllers: [DossiersController],
  providers: [
    CaseTables,
    DossierAttachments,
    DossierCases,
    DossierLetters,
    Dossiers,
    HandlingTables,
    RecordTables,
  ],
})
export class DossiersModule {}
