import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { ConfigurationFault } from '../platform/config/environment-reader.ts';
import { choosablePairs } from './domain/duties.ts';
import { DutyRulesHistory } from './duty-rules-history.service.ts';
import { DutyRules, whenAssigned } from './duty-rules.service.ts';

/** @throws ConfigurationFault that names everything that cannot be chosen */
function readRules(names: readonly string[]): DutyRules {
  const choices: readonly string[] = [...choosablePairs, whenAssigned];
  const unknown = names.filter((name) => !choices.includes(name));
  if (unknown.length > 0) {
    throw new ConfigurationFault([
      `DUTIES_APART noemt ${unknown.join(', ')}; mogelijk zijn: ${choices.join(', ')}.`,
    ]);
  }
  const pairs = choosablePairs.filter((pair) => names.includes(pair));
  return new DutyRules(pairs, names.includes(whenAssigned));
}

/** Gives every module the duties that this municipality keeps apart. */
@Module({})
export class DutiesModule {
  /** @param names what the municipality chose, as configured; @throws ConfigurationFault */
  static forRoot(names: readonly string[]): DynamicModule {
    return {
      module: DutiesModule,
      global: true,
      imports: [AuditModule],
      providers: [{ provide: DutyRules, useValue: readRules(names) }, DutyRulesHistory],
      exports: [DutyRules],
    };
  }
}
