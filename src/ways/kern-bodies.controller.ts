import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathCode } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { KernBodies } from './kern-bodies.service.ts';
import { ChangeKernBodyRequest, RecordKernBodyRequest } from './kern-body.request.ts';
import { KernBodyResponse } from './kern-body.response.ts';

const Kern = () => PathCode('kernCode', 'Code van de kern.');
const BodyCode = () => PathCode('bodyCode', 'Code van het orgaan.');

/** Which bodies a kern has that advise, meet or vote. */
@Controller('kernen/:kernCode/bodies')
export class KernBodiesController {
  readonly #bodies: KernBodies;

  constructor(bodies: KernBodies) {
    this.#bodies = bodies;
  }

  @Get()
  @Operation({
    id: 'listKernBodies',
    summary: 'De organen van een kern',
    description: 'Op code, ook organen die er niet meer zijn.',
    tag: 'kernen',
    right: 'public',
    list: KernBodyResponse,
  })
  async list(@Kern() kernCode: string, @Query() query: PageQuery): Promise<Page<KernBodyResponse>> {
    const after = decodePageKey(query.after, ['text']);
    const rows = await this.#bodies.list(kernCode, after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, ({ code }) => [code]).map((body) => KernBodyResponse.of(body, kernCode));
  }

  @Get(':bodyCode')
  @Operation({
    id: 'getKernBody',
    summary: 'Eén orgaan van een kern',
    description: 'Zoals een dorpsraad, of de inwoners die samen stemmen.',
    tag: 'kernen',
    right: 'public',
    ok: KernBodyResponse,
  })
  async get(@Kern() kernCode: string, @BodyCode() bodyCode: string): Promise<KernBodyResponse> {
    return KernBodyResponse.of(await this.#bodies.get(kernCode, bodyCode), kernCode);
  }

  @Post()
  @Operation({
    id: 'recordKernBody',
    summary: 'Leg een orgaan van een kern vast',
    description: 'Daarna kan een werkwijze er een stap aan geven.',
    tag: 'kernen',
    right: 'body:record',
    ok: KernBodyResponse,
    status: 201,
  })
  record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Kern() kernCode: string,
    @Body() request: RecordKernBodyRequest,
  ): Promise<KernBodyResponse> {
    return this.#bodies.record(actor, claim, kernCode, request);
  }

  @Put(':bodyCode')
  @Operation({
    id: 'changeKernBody',
    summary: 'Wijzig een orgaan van een kern',
    description: 'Bijvoorbeeld de laatste dag. Aanvragen die al lopen, houden hun werkwijze.',
    tag: 'kernen',
    right: 'body:record',
    ok: KernBodyResponse,
  })
  change(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Kern() kernCode: string,
    @BodyCode() bodyCode: string,
    @Body() request: ChangeKernBodyRequest,
  ): Promise<KernBodyResponse> {
    return this.#bodies.change(actor, claim, expectedVersion, { kernCode, bodyCode }, request);
  }
}
