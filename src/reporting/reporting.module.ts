import { Module } from '@nestjs/common';
import { BudgetsModule } from '../budgets/budgets.module.ts';
import { LedgerCheckController } from './ledger-check.controller.ts';
import { LedgerCheck } from './ledger-check.service.ts';
import { ReportsController } from './reports.controller.ts';
import { SpendingService } from './spending.service.ts';
import { StoredReports } from './stored-reports.service.ts';
import { WayMeasuresController } from './way-measures.controller.ts';
import { WayMeasures } from './way-measures.service.ts';

@Module({
  imports: [BudgetsModule],
  controllers: [ReportsController, LedgerCheckController, WayMeasuresController],
  providers: [LedgerCheck, SpendingService, StoredReports, WayMeasures],
})
export class ReportingModule {}
