import { Controller, Get, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  HealthCheck,
  type HealthCheckResult,
  HealthCheckService,
  type HealthIndicatorResult,
  HealthIndicatorService,
} from '@nestjs/terminus';
import { Readiness } from './readiness.ts';
import { SchemaCheck } from '../database/schema-check.ts';

// Who may call a route is said under this key; the rights themselves are known higher up.
const Public = () => SetMetadata('kernbudget:right', 'public');

const patienceMilliseconds = 3_000;

/** For whatever watches the service: is it alive, and can it do its work? */
@ApiTags('Gezondheid')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly schema: SchemaCheck,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @Public()
  @RouteConfig({ unlimited: true })
  @HealthCheck()
  @ApiOperation({
    operationId: 'getLiveness',
    summary: 'Leeft de dienst?',
    description: 'Antwoordt zolang het proces verzoeken aanneemt; kijkt niet naar de database.',
  })
  live(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  @Get('ready')
  @Public()
  @RouteConfig({ unlimited: true })
  @HealthCheck()
  @ApiOperation({
    operationId: 'getReadiness',
    summary: 'Kan de dienst werken?',
    description:
      'Kijkt of de dienst niet aan het stoppen is, of de database antwoordt en of de tabellen bij deze versie horen.',
  })
  ready(): Promise<HealthCheckResult> {
    return this.health.check([() => this.#service(), () => this.#database()]);
  }

  #service(): HealthIndicatorResult {
    const indicator = this.indicators.check('service');
    return this.readiness.leaving ? indicator.down('De dienst stopt.') : indicator.up();
  }

  /** One question answers both: the list of migrations can only be read from a database that answers. */
  async #database(): Promise<HealthIndicatorResult> {
    return this.indicators
      .check('database')
      .attempt(async () => {
        const { kind } = await this.schema.state();
        if (kind !== 'current')
          throw new Error(`De tabellen zijn ${kind === 'older' ? 'ouder' : 'nieuwer'}.`);
      })
      .withTimeout(patienceMilliseconds);
  }
}
