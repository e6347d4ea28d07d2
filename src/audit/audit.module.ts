import { Module } from '@nestjs/common';
import { AuditLog } from './audit-log.service.ts';

@Module({ providers: [AuditLog], exports: [AuditLog] })
export class AuditModule {}
