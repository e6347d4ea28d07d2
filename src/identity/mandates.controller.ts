import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from './caller.ts';
import { EndMandateRequest, MandatesQuery, RecordMandateRequest } from './mandate.request.ts';
import { MandateResponse } from './mandate.response.ts';
import { Mandates } from './mandates.service.ts';

const Mandate = () => PathId('mandateId', 'Kenmerk van het mandaat.');

/** Who may decide what in the name of the college. */
@Controller('mandates')
export class MandatesController {
  readonly #mandates: Mandates;

  constructor(mandates: Mandates) {
    this.#mandates = mandates;
  }

  @Get()
  @Operation({
    id: 'listMandates',
    summary: 'Het mandaatregister',
    description: 'Ook mandaten die zijn geëindigd, in volgorde van vastleggen.',
    tag: 'besluiten',
    right: 'mandate:read',
    list: MandateResponse,
  })
  async list(@Query() query: MandatesQuery): Promise<Page<MandateResponse>> {
    return (await this.#mandates.list(query)).map((mandate) => MandateResponse.of(mandate));
  }

  @Get(':mandateId')
  @Operation({
    id: 'getMandate',
    summary: 'Eén mandaat',
    description: 'Wie waarover mag beslissen, tot welk bedrag en in welke periode.',
    tag: 'besluiten',
    right: 'mandate:read',
    ok: MandateResponse,
  })
  async get(@Mandate() mandateId: string): Promise<MandateResponse> {
    return MandateResponse.of(await this.#mandates.get(mandateId));
  }

  @Post()
  @Operation({
    id: 'recordMandate',
    summary: 'Leg een mandaat vast',
    description:
      'Zoals het college het schriftelijk gaf (Awb 10:5). Niemand legt een mandaat voor zichzelf vast.',
    tag: 'besluiten',
    right: 'mandate:record',
    ok: MandateResponse,
    status: 201,
  })
  async record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: RecordMandateRequest,
  ): Promise<MandateResponse> {
    return MandateResponse.of(await this.#mandates.record(actor, claim, request));
  }

  @Post(':mandateId/end')
  @Operation({
    id: 'endMandate',
    summary: 'Beëindig een mandaat',
    description:
      'Na de laatste dag kan er niet meer onder worden besloten (Awb 10:8). Eerdere besluiten blijven.',
    tag: 'besluiten',
    right: 'mandate:record',
    ok: MandateResponse,
  })
  async end(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Mandate() mandateId: string,
    @Body() request: EndMandateRequest,
  ): Promise<MandateResponse> {
    return MandateResponse.of(await this.#mandates.end(actor, claim, mandateId, expectedVersion, request));
  }
}
