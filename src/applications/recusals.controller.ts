import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { EndRecusalRequest, RecordRecusalRequest } from './recusal.request.ts';
import { RecusalResponse } from './recusal.response.ts';
import { Recusals } from './recusals.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');
const Recusal = () => PathId('recusalId', 'Kenmerk van wat is vastgelegd.');

@Controller('applications/:applicationId/recusals')
export class RecusalsController {
  readonly #recusals: Recusals;

  constructor(recusals: Recusals) {
    this.#recusals = recusals;
  }

  @Post()
  @Operation({
    id: 'recordRecusal',
    summary: 'Leg vast dat iemand zich afzijdig houdt',
    description:
      'Wie belang heeft bij een aanvraag, handelt haar niet af, en ook geen andere om hetzelfde geld van die kern (Awb 2:4). U legt dit vast voor uzelf; een beheerder kan het voor een ander.',
    tag: 'behandeling',
    right: 'recusal:record',
    ok: RecusalResponse,
    status: 201,
  })
  record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Application() applicationId: string,
    @Body() request: RecordRecusalRequest,
  ): Promise<RecusalResponse> {
    return this.#recusals.record(actor, claim, applicationId, request);
  }

  @Post(':recusalId/end')
  @Operation({
    id: 'endRecusal',
    summary: 'Beëindig dat iemand zich afzijdig houdt',
    description:
      'Kan door wie het vastlegde, en door een beheerder. Wat was vastgelegd blijft bewaard, met de reden en het moment van het einde.',
    tag: 'behandeling',
    right: 'recusal:end',
    ok: RecusalResponse,
    problems: [409],
  })
  end(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Recusal() recusalId: string,
    @Body() request: EndRecusalRequest,
  ): Promise<RecusalResponse> {
    return this.#recusals.end(actor, claim, { applicationId, recusalId }, expectedVersion, request);
  }

  @Get(':recusalId')
  @Operation({
    id: 'getRecusal',
    summary: 'Dat iemand zich afzijdig houdt',
    description: 'Wie, waarom, wie het vastlegde, en wanneer het eindigde.',
    tag: 'behandeling',
    right: 'recusal:read',
    ok: RecusalResponse,
  })
  get(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Recusal() recusalId: string,
  ): Promise<RecusalResponse> {
    return this.#recusals.get(actor, { applicationId, recusalId });
  }

  @Get()
  @Operation({
    id: 'listRecusals',
    summary: 'Wie zich afzijdig houdt van een aanvraag',
    description: 'In volgorde van vastleggen.',
    tag: 'behandeling',
    right: 'recusal:read',
    list: RecusalResponse,
  })
  list(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<RecusalResponse>> {
    return this.#recusals.list(actor, applicationId, query);
  }
}
