import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { RegulationsModule } from '../regulations/regulations.module.ts';
import { BudgetHistory } from './budget-history.service.ts';
import { BudgetOpening } from './budget-opening.service.ts';
import { BudgetsController } from './budgets.controller.ts';
import { BudgetsService } from './budgets.service.ts';
import { CeilingMoney } from './ceiling-money.service.ts';
import { DailyHead } from './daily-head.service.ts';
import { DecideRun } from './decide-run.service.ts';
import { JournalExport } from './journal-export.service.ts';
import { LedgerHeadsController } from './ledger-heads.controller.ts';
import { LedgerHeads } from './ledger-heads.service.ts';
import { LedgerOverviewsController } from './ledger-overviews.controller.ts';
import { LedgerOverviews } from './ledger-overviews.service.ts';
import { LedgerResolutionsController } from './ledger-resolutions.controller.ts';
import { LedgerResolutions } from './ledger-resolutions.service.ts';
import { LedgerRunsController } from './ledger-runs.controller.ts';
import { LedgerService } from './ledger.service.ts';
import { LedgerVerifier } from './ledger-verifier.service.ts';
import { NamedHolds } from './named-holds.service.ts';
import { ProofRows } from './proof-rows.service.ts';
import { ProposeRun } from './propose-run.service.ts';
import { ReadRuns } from './read-runs.service.ts';
import { ReversedEntries } from './reversed-entries.service.ts';
import { RunBooking } from './run-booking.service.ts';
import { RunDuties } from './run-duties.service.ts';
import { RunFactsService } from './run-facts.service.ts';

@Module({
  imports: [AuditModule, KernenModule, RegulationsModule],
  controllers: [
    BudgetsController,
    LedgerRunsController,
    LedgerResolutionsController,
    LedgerHeadsController,
    LedgerOverviewsController,
  ],
  providers: [
    BudgetHistory,
    BudgetOpening,
    BudgetsService,
    CeilingMoney,
    DailyHead,
    DecideRun,
    JournalExport,
    LedgerHeads,
    LedgerOverviews,
    LedgerResolutions,
    LedgerService,
    LedgerVerifier,
    NamedHolds,
    ProofRows,
    ProposeRun,
    ReadRuns,
    ReversedEntries,
    RunBooking,
    RunDuties,
    RunFactsService,
  ],
  exports: [BudgetsService, DailyHead, LedgerHeads, LedgerService, LedgerVerifier, NamedHolds, ProofRows],
})
export class BudgetsModule {}
