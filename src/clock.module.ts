import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from './kernel/clock.ts';

/** Gives every module the clock; stories and tests give one that they set themselves. */
@Module({})
export class ClockModule {
  static forRoot(clock: Clock): DynamicModule {
    return {
      module: ClockModule,
      global: true,
      providers: [{ provide: Clock, useValue: clock }],
      exports: [Clock],
    };
  }
}
