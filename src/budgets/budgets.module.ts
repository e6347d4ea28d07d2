import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { KernenModule } from '../kernen/kernen.module.ts';
import { BudgetOpening } from './budget-opening.service.ts';
import { BudgetsController } from './budgets.controller.ts';
import { BudgetsService } from './budgets.service.ts';
import { LedgerService } from './ledger.service.ts';

@Module({
  imports: [AuditModule, KernenModule],
  controllers: [BudgetsController],
  providers: [BudgetOpening, BudgetsService, LedgerService],
  exports: [BudgetsService, LedgerService],
})
export class BudgetsModule {}
