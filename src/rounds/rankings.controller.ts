import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { Caller } from '../identity/caller.ts';
import { RecordRankingRequest } from './ranking.request.ts';
import { RankingResponse } from './ranking.response.ts';
import { Rankings } from './rankings.service.ts';

@Controller('rankings')
export class RankingsController {
  readonly #rankings: Rankings;

  constructor(rankings: Rankings) {
    this.#rankings = rankings;
  }

  @Post()
  @Operation({
    id: 'recordRanking',
    summary: 'Leg een advies of volgorde vast',
    description:
      'Wat een commissie, jury of dorpsorganisatie over een of meer aanvragen adviseerde, met de plaats in de volgorde als de regeling daarnaar verdeelt. Een later advies over dezelfde aanvraag komt in de plaats van het vorige; beide blijven bewaard.',
    tag: 'verdeling',
    right: 'ranking:record',
    ok: RankingResponse,
    status: 201,
    problems: [404, 409],
  })
  record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: RecordRankingRequest,
  ): Promise<RankingResponse> {
    return this.#rankings.record(actor, claim, request);
  }

  @Get()
  @Operation({
    id: 'listRankings',
    summary: 'De adviezen en volgordes',
    description: 'In volgorde van vastleggen.',
    tag: 'verdeling',
    right: 'ranking:read',
    list: RankingResponse,
  })
  list(@Query() query: PageQuery): Promise<Page<RankingResponse>> {
    return this.#rankings.list(query);
  }
}
