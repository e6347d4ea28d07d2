import { Module } from '@nestjs/common';
import { ReportsController } from './reports.controller.ts';
import { SpendingService } from './spending.service.ts';

@Module({ controllers: [ReportsController], providers: [SpendingService] })
export class ReportingModule {}
