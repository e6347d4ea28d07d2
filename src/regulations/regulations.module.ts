import { Module } from '@nestjs/common';
import { RegulationsController } from './regulations.controller.ts';
import { RegulationsService } from './regulations.service.ts';

@Module({
  controllers: [RegulationsController],
  providers: [RegulationsService],
  exports: [RegulationsService],
})
export class RegulationsModule {}
