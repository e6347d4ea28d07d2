import { spendingColumns } from './spending-columns.ts';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { reachOf } from '../identity/domain/permission.ts';
import { SpendingResponse } from './spending.response.ts';
import { SpendingService } from './spending.service.ts';
import { StoreReportRequest } from './stored-report.request.ts';
import { StoredReportResponse } from './stored-report.response.ts';
import { StoredReports } from './stored-reports.service.ts';

export class SpendingQuery {
  @IntegerField({ description: 'Alleen dit jaar.', minimum: 1900, maximum: 2199, optional: true })
  year?: number;

  @CalendarDateField({ description: 'Alleen wat telt tot en met deze dag.', optional: true })
  countingOn?: CalendarDate;

  @InstantField({ description: 'Zoals bekend op dit moment.', optional: true })
  knownAt?: Date;
}

@Controller('reports')
export class ReportsController {
  readonly #spending: SpendingService;
  readonly #stored: StoredReports;
  readonly #manager: EntityManager;

  constructor(spending: SpendingService, stored: StoredReports, manager: EntityManager) {
    this.#spending = spending;
    this.#stored = stored;
    this.#manager = manager;
  }

  @Get('spending')
  @Operation({
    id: 'getSpending',
    summary: 'Besteding per kern',
    description:
      'Toegekend, beschikbaar, gereserveerd, toegezegd, betaald, terug te ontvangen en vrijgevallen, in centen: zoals het grootboek het nu zegt, of zoals het bekend was, of tot en met een dag. Ook als CSV.',
    tag: 'rapporten',
    right: 'report:read',
    ok: SpendingResponse,
    csv: { property: 'lines', columns: spendingColumns },
  })
  async spending(@Caller() actor: Actor, @Query() query: SpendingQuery): Promise<SpendingResponse> {
    const { all, kernCodes } = reachOf(actor, 'report:read');
    const { year = null, countingOn = null, knownAt } = query;
    const versions = knownAt ? await this.#spending.versions(this.#manager, year, knownAt) : null;
    const scope = { year, countingOn, versions, kernCodes: all ? null : [...kernCodes] };
    const lines = await this.#spending.spending(this.#manager, scope);
    return Object.assign(new SpendingResponse(), { lines });
  }

  @Post()
  @Operation({
    id: 'storeReport',
    summary: 'Bewaar een rapport van de besteding',
    description: 'Legt vast uit welke stand van elk budget het is gemaakt, met de hash van het bestand.',
    tag: 'rapporten',
    right: 'ledger:read',
    ok: StoredReportResponse,
    status: 201,
  })
  store(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: StoreReportRequest,
  ): Promise<StoredReportResponse> {
    return this.#stored.store(actor, claim, request);
  }

  @Get(':reportId')
  @Operation({
    id: 'getReport',
    summary: 'Eén bewaard rapport',
    description: 'Waaruit het is gemaakt, en de hash van het bestand.',
    tag: 'rapporten',
    right: 'ledger:read',
    ok: StoredReportResponse,
  })
  show(@PathId('reportId', 'Kenmerk van het rapport.') reportId: string): Promise<StoredReportResponse> {
    return this.#stored.show(reportId);
  }

  @Get(':reportId/document')
  @Operation({
    id: 'getReportDocument',
    summary: 'Het bestand van een bewaard rapport',
    description: 'Opnieuw gemaakt uit de vastgelegde stand; byte voor byte gelijk aan toen.',
    tag: 'rapporten',
    right: 'ledger:read',
    file: 'text/csv',
  })
  document(@PathId('reportId', 'Kenmerk van het rapport.') reportId: string): Promise<string> {
    return this.#stored.document(reportId);
  }
}
