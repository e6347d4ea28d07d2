import { type DynamicModule, Module } from '@nestjs/common';
import { Metrics } from './metrics.ts';
import { noTracing, Tracing } from './tracing.ts';

export interface Telemetry {
  readonly metrics: Metrics;
  readonly tracing: Tracing;
}

/** Lets every module keep figures, and follow its work. */
@Module({})
export class TelemetryModule {
  /** @param telemetry without it figures are kept that nobody fetches, and nothing is followed */
  static forRoot(telemetry: Telemetry = { metrics: new Metrics(), tracing: noTracing }): DynamicModule {
    return {
      module: TelemetryModule,
      global: true,
      providers: [
        { provide: Metrics, useValue: telemetry.metrics },
        { provide: Tracing, useValue: telemetry.tracing },
      ],
      exports: [Metrics, Tracing],
    };
  }
}
