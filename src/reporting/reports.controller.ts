import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { Operation } from '../platform/http/operation.ts';
import { Caller } from '../identity/caller.ts';
import { commaSeparated } from './comma-separated.ts';
import { SpendingResponse } from './spending.response.ts';
import { SpendingService } from './spending.service.ts';

export class SpendingQuery {
  @IntegerField({ description: 'Alleen dit jaar.', minimum: 1900, maximum: 2199, optional: true })
  year?: number;
}

const columns = [
  'year',
  'regulationCode',
  'kernCode',
  'kernName',
  'allocatedCents',
  'availableCents',
  'heldCents',
  'committedCents',
  'paidCents',
  'receivableCents',
  'lapsedCents',
] as const;

@Controller('reports')
export class ReportsController {
  readonly #spending: SpendingService;

  constructor(spending: SpendingService) {
    this.#spending = spending;
  }

  @Get('spending')
  @Operation({
    id: 'getSpending',
    summary: 'Besteding per kern',
    description: 'Toegekend, beschikbaar, toegezegd en betaald, zoals het grootboek het nu zegt.',
    tag: 'rapporten',
    right: 'report:read',
    ok: SpendingResponse,
  })
  async spending(@Caller() actor: Actor, @Query() query: SpendingQuery): Promise<SpendingResponse> {
    const lines = await this.#spending.spending(actor, query.year ?? null);
    return Object.assign(new SpendingResponse(), { lines });
  }

  @Get('spending.csv')
  @Operation({
    id: 'getSpendingFile',
    summary: 'Besteding per kern, als bestand',
    description: 'Voor een rekenblad; bedragen in centen.',
    tag: 'rapporten',
    right: 'report:read',
    file: 'text/csv',
  })
  async spendingFile(@Caller() actor: Actor, @Query() query: SpendingQuery): Promise<string> {
    return commaSeparated(columns, await this.#spending.spending(actor, query.year ?? null));
  }
}
