import { Module } from '@nestjs/common';
import { KernenModule } from '../kernen/kernen.module.ts';
import { BudgetsController } from './budgets.controller.ts';
import { BudgetsService } from './budgets.service.ts';
import { LedgerService } from './ledger.service.ts';

@Module({
  imports: [KernenModule],
  controllers: [BudgetsController],
  providers: [BudgetsService, LedgerService],
  exports: [BudgetsService, LedgerService],
})
export class BudgetsModule {}
