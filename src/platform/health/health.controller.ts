import { Controller, Get, SetMetadata } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  HealthCheck,
  type HealthCheckResult,
  HealthCheckService,
  type HealthIndicatorResult,
  HealthIndicatorService,
} from '@nestjs/terminus';
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
  ) {}

  @Get('live')
  @Public()
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
  @HealthCheck()
  @ApiOperation({
    operationId: 'getReadiness',
    summary: 'Kan de dienst werken?',
    description: 'Kijkt of de database antwoordt en of de tabellen bij deze versie horen.',
  })
  ready(): Promise<HealthCheckResult> {
    return this.health.check([() => this.#database()]);
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
