import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import {
  ProposeEndingRequest,
  PublishEndingRequest,
  RegulationEndingResponse,
} from './regulation-ending.message.ts';
import { RegulationEndings } from './regulation-endings.service.ts';

const Ending = () => PathId('endingId', 'Kenmerk van het voorstel.');

/** Ending a regulation before its time. */
@Controller('regulation-endings')
export class RegulationEndingsController {
  readonly #endings: RegulationEndings;
  readonly #manager: EntityManager;

  constructor(endings: RegulationEndings, manager: EntityManager) {
    this.#endings = endings;
    this.#manager = manager;
  }

  @Post()
  @Operation({
    id: 'proposeRegulationEnding',
    summary: 'Stel voor dat een regeling eerder eindigt',
    description:
      'De nieuwste versie eindigt op een dag. Wie daarvoor aanvroeg, houdt de regeling zoals die was. Het voorstel telt pas als een ander het bekendmaakt.',
    tag: 'regelingen',
    right: 'regulation:draft',
    ok: RegulationEndingResponse,
    status: 201,
    problems: [404],
  })
  propose(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: ProposeEndingRequest,
  ): Promise<RegulationEndingResponse> {
    return this.#endings.propose(actor, claim, request);
  }

  @Get()
  @Operation({
    id: 'listRegulationEndings',
    summary: 'De voorstellen om een regeling eerder te laten eindigen',
    description: 'Oudste eerst, ook die bekend zijn gemaakt of afgewezen.',
    tag: 'regelingen',
    right: 'regulation:read-draft',
    list: RegulationEndingResponse,
  })
  async list(@Query() query: PageQuery): Promise<Page<RegulationEndingResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const rows = await this.#endings.list(after?.[0] ?? null, query.limit + 1);
    const presented = new Map<string, RegulationEndingResponse>();
    for (const row of rows) presented.set(row.id, await this.#endings.present(this.#manager, row));
    return pageOf(rows, query.limit, ({ id }) => [id]).map(
      ({ id }) => presented.get(id) ?? new RegulationEndingResponse(),
    );
  }

  @Get(':endingId')
  @Operation({
    id: 'getRegulationEnding',
    summary: 'Eén voorstel om een regeling te laten eindigen',
    description: 'Met de dag, de reden en of het is bekendgemaakt.',
    tag: 'regelingen',
    right: 'regulation:read-draft',
    ok: RegulationEndingResponse,
  })
  get(@Ending() endingId: string): Promise<RegulationEndingResponse> {
    return this.#endings.get(endingId);
  }

  @Post(':endingId/publication')
  @Operation({
    id: 'publishRegulationEnding',
    summary: 'Maak bekend dat een regeling eerder eindigt',
    description: 'Door een ander dan wie het voorstelde, op of voor de laatste dag.',
    tag: 'regelingen',
    right: 'regulation:publish',
    ok: RegulationEndingResponse,
    problems: [409],
  })
  publish(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Ending() endingId: string,
    @Body() request: PublishEndingRequest,
  ): Promise<RegulationEndingResponse> {
    return this.#endings.publish(actor, claim, endingId, expectedVersion, request);
  }

  @Post(':endingId/rejection')
  @Operation({
    id: 'rejectRegulationEnding',
    summary: 'Wijs het voorstel af',
    description: 'De regeling blijft gelden zoals zij was. Ook wie het voorstelde, kan het zo intrekken.',
    tag: 'regelingen',
    right: 'regulation:draft',
    ok: RegulationEndingResponse,
    problems: [409],
  })
  reject(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Ending() endingId: string,
  ): Promise<RegulationEndingResponse> {
    return this.#endings.reject(actor, claim, endingId, expectedVersion);
  }
}
