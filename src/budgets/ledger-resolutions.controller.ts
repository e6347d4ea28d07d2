import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { Caller } from '../identity/caller.ts';
import { RegisterLedgerResolutionRequest } from './ledger-resolution.request.ts';
import { resolutionColumns } from './csv-columns.ts';
import { LedgerResolutionResponse } from './ledger-resolution.response.ts';
import { LedgerResolutions } from './ledger-resolutions.service.ts';

@Controller('ledger-resolutions')
export class LedgerResolutionsController {
  readonly #resolutions: LedgerResolutions;

  constructor(resolutions: LedgerResolutions) {
    this.#resolutions = resolutions;
  }

  @Post()
  @Operation({
    id: 'registerLedgerResolution',
    summary: 'Registreer een besluit over geld',
    description: 'Een raadsbesluit of collegebesluit waarop een mutatie van budgetten kan rusten.',
    tag: 'grootboek',
    right: 'ledger:prepare',
    ok: LedgerResolutionResponse,
    status: 201,
  })
  register(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: RegisterLedgerResolutionRequest,
  ): Promise<LedgerResolutionResponse> {
    return this.#resolutions.register(actor, claim, request);
  }

  @Get()
  @Operation({
    id: 'listLedgerResolutions',
    summary: 'De besluiten over geld',
    description: 'In volgorde van registreren. Ook als CSV.',
    tag: 'grootboek',
    right: 'ledger:read',
    list: LedgerResolutionResponse,
    csv: { property: 'items', columns: resolutionColumns },
  })
  list(@Query() query: PageQuery): Promise<Page<LedgerResolutionResponse>> {
    return this.#resolutions.list(query);
  }
}
