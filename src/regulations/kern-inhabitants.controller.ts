import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathCode } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { KernInhabitantsRequest, KernInhabitantsResponse } from './kern-inhabitants.response.ts';
import { KernInhabitants } from './kern-inhabitants.service.ts';

const Kern = () => PathCode('kernCode', 'Code van de kern.');

@Controller('kernen/:kernCode/inhabitants')
export class KernInhabitantsController {
  readonly #inhabitants: KernInhabitants;

  constructor(inhabitants: KernInhabitants) {
    this.#inhabitants = inhabitants;
  }

  @Get()
  @Operation({
    id: 'listInhabitants',
    summary: 'De aantallen inwoners van een kern',
    description: 'Per peildatum, met de bron. Plafonds per inwoner rekenen ermee.',
    tag: 'kernen',
    right: 'public',
    list: KernInhabitantsResponse,
  })
  async list(@Kern() kernCode: string, @Query() query: PageQuery): Promise<Page<KernInhabitantsResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = await this.#inhabitants.list(kernCode, after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, ({ id }) => [id]).map((row) => KernInhabitantsResponse.of(row));
  }

  @Post()
  @Operation({
    id: 'recordInhabitants',
    summary: 'Leg een aantal inwoners vast',
    description: 'Een getal dat niet klopte, volgt u op met een nieuw getal voor dezelfde peildatum.',
    tag: 'kernen',
    right: 'kern:record',
    ok: KernInhabitantsResponse,
    status: 201,
  })
  record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Kern() kernCode: string,
    @Body() request: KernInhabitantsRequest,
  ): Promise<KernInhabitantsResponse> {
    return this.#inhabitants.record(actor, claim, kernCode, request);
  }
}
