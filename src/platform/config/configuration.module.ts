import { type DynamicModule, Module } from '@nestjs/common';
import { Configuration } from './configuration.ts';

/** Lets services ask for the `Configuration` by its class. */
@Module({})
export class ConfigurationModule {
  static forRoot(configuration: Configuration): DynamicModule {
    return {
      module: ConfigurationModule,
      global: true,
      providers: [{ provide: Configuration, useValue: configuration }],
      exports: [Configuration],
    };
  }
}
