import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigurationFault } from '../platform/config/environment-reader.ts';
import { type ChosenPair, choosablePairs } from './domain/duties.ts';
import { DutyRules } from './duty-rules.service.ts';

/** @throws ConfigurationFault that names every pair that cannot be chosen */
function readPairs(names: readonly string[]): ChosenPair[] {
  const unknown = names.filter((name) => !choosablePairs.some((pair) => pair === name));
  if (unknown.length > 0) {
    throw new ConfigurationFault([
      `DUTIES_APART noemt ${unknown.join(', ')}; mogelijk zijn: ${choosablePairs.join(', ')}.`,
    ]);
  }
  return choosablePairs.filter((pair) => names.includes(pair));
}

/** Gives every module the duties that this municipality keeps apart. */
@Module({})
export class DutiesModule {
  /** @param names the pairs that the municipality chose, as configured; @throws ConfigurationFault */
  static forRoot(names: readonly string[]): DynamicModule {
    return {
      module: DutiesModule,
      global: true,
      providers: [{ provide: DutyRules, useValue: new DutyRules(readPairs(names)) }],
      exports: [DutyRules],
    };
  }
}
