import { type DynamicModule, Module } from '@nestjs/common';
import { migrations } from '../migrations/index.ts';
import { AnnouncementsModule } from './announcements/announcements.module.ts';
import { applicationConstraintProblems } from './applications/constraint-problems.ts';
import { ApplicationsModule } from './applications/applications.module.ts';
import { AssessmentModule } from './assessment/assessment.module.ts';
import { assessmentConstraintProblems } from './assessment/constraint-problems.ts';
import { attachmentConstraintProblems } from './attachments/constraint-problems.ts';
import { AttachmentStoresModule } from './attachments/attachment-stores.module.ts';
import { AttachmentsModule } from './attachments/attachments.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { budgetConstraintProblems } from './budgets/constraint-problems.ts';
import { BudgetsModule } from './budgets/budgets.module.ts';
import { CaseworkModule } from './casework/casework.module.ts';
import { ClockModule } from './clock.module.ts';
import { correspondenceConstraintProblems } from './correspondence/constraint-problems.ts';
import { CorrespondenceModule } from './correspondence/correspondence.module.ts';
import { decisionConstraintProblems } from './decisions/constraint-problems.ts';
import { deadlineConstraintProblems } from './deadlines/constraint-problems.ts';
import { DeadlinesModule } from './deadlines/deadlines.module.ts';
import { DecisionsModule } from './decisions/decisions.module.ts';
import { entities } from './entities.ts';
import { DossiersModule } from './dossiers/dossiers.module.ts';
import { GrantsModule } from './grants/grants.module.ts';
import { DutiesModule } from './identity/duties.module.ts';
import { IdentityModule } from './identity/identity.module.ts';
import type { IdentityOptions } from './identity/identity.options.ts';
import { MandatesModule } from './identity/mandates.module.ts';
import { SubstitutionsModule } from './identity/substitutions.module.ts';
import { IntakeModule } from './intake/intake.module.ts';
import type { Clock } from './kernel/clock.ts';
import { KernenModule } from './kernen/kernen.module.ts';
import { LaboratoryModule } from './laboratory/laboratory.module.ts';
import { letterConstraintProblems } from './letters/constraint-problems.ts';
import { LetterPressModule } from './letters/letter-press.module.ts';
import { LettersModule } from './letters/letters.module.ts';
import {
  type AttachmentConfiguration,
  defaultAttachments,
} from './platform/config/attachment-configuration.ts';
import { DatabaseModule, type DatabaseOptions } from './platform/database/database.module.ts';
import { EncryptionModule } from './platform/encryption/encryption.module.ts';
import type { Keys } from './platform/encryption/field-cipher.ts';
import { partyConstraintProblems } from './parties/constraint-problems.ts';
import { PartiesModule } from './parties/parties.module.ts';
import { HealthModule } from './platform/health/health.module.ts';
import { type Telemetry, TelemetryModule } from './platform/telemetry/telemetry.module.ts';
import { regulationConstraintProblems } from './regulations/constraint-problems.ts';
import { RegulationsModule } from './regulations/regulations.module.ts';
import { ReportingModule } from './reporting/reporting.module.ts';
import { RoundsModule } from './rounds/rounds.module.ts';
import { SecretsModule } from './secrets/secrets.module.ts';
import { wayConstraintProblems } from './ways/constraint-problems.ts';
import { WaysModule } from './ways/ways.module.ts';

/** What differs between two places where the application runs. */
export interface AppOptions {
  readonly clock: Clock;
  readonly keys: Keys;
  /** Pairs of duties that this municipality keeps apart by choice. */
  readonly dutiesApart: readonly string[];
  readonly identity: readonly IdentityOptions[];
  readonly database: Pick<DatabaseOptions, 'url' | 'poolSize' | 'statementSeconds' | 'production'>;
  readonly telemetry?: Telemetry;
  /** Threads that render letters; 0 renders where it is asked for. */
  readonly letterThreads?: number;
  /** What attachments may be, and where they are kept. */
  readonly attachments?: AttachmentConfiguration;
}

/** The house: its import list, lowest first, is the architecture diagram. */
@Module({})
export class AppModule {
  static forRoot({
    clock,
    keys,
    dutiesApart,
    identity,
    database,
    telemetry,
    letterThreads = 0,
    attachments = defaultAttachments,
  }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ClockModule.forRoot(clock),
        TelemetryModule.forRoot(telemetry),
        EncryptionModule.forRoot(keys),
        DatabaseModule.forRoot({
          ...database,
          entities,
          migrations,
          constraintProblems: {
            ...regulationConstraintProblems,
            ...letterConstraintProblems,
            ...budgetConstraintProblems,
            ...applicationConstraintProblems,
            ...attachmentConstraintProblems,
            ...partyConstraintProblems,
            ...decisionConstraintProblems,
            ...deadlineConstraintProblems,
            ...correspondenceConstraintProblems,
            ...wayConstraintProblems,
            ...assessmentConstraintProblems,
          },
        }),
        HealthModule,
        AuditModule,
        SecretsModule,
        KernenModule,
        IdentityModule.forRoot(identity),
        DutiesModule.forRoot(dutiesApart),
        MandatesModule,
        SubstitutionsModule,
        RegulationsModule,
        LetterPressModule.forRoot(letterThreads),
        AttachmentStoresModule.forRoot(attachments),
        LettersModule,
        BudgetsModule,
        WaysModule,
        ApplicationsModule,
        AttachmentsModule,
        PartiesModule,
        AssessmentModule,
        RoundsModule,
        LaboratoryModule,
        DecisionsModule,
        DeadlinesModule,
        CorrespondenceModule,
        IntakeModule,
        GrantsModule,
        AnnouncementsModule,
        CaseworkModule,
        DossiersModule,
        ReportingModule,
      ],
    };
  }
}
