import { Module } from '@nestjs/common';
import { KernenController } from './kernen.controller.ts';
import { KernenService } from './kernen.service.ts';

@Module({ controllers: [KernenController], providers: [KernenService], exports: [KernenService] })
export class KernenModule {}
