import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import { Caller } from '../identity/caller.ts';
import { ConfirmParty } from './confirm-party.service.ts';
import { ConfirmPartyRequest } from './party.request.ts';
import { PartyPreviewResponse, PartyResponse } from './party.response.ts';

/** Where somebody who was named in an application says yes. */
@Controller('party-confirmations')
export class PartyConfirmationsController {
  readonly #confirming: ConfirmParty;

  constructor(confirming: ConfirmParty) {
    this.#confirming = confirming;
  }

  @Post('preview')
  @Operation({
    id: 'previewPartyConfirmation',
    summary: 'Waarmee u zou instemmen',
    description: 'Het plan, wie aanvraagt, en wat u wordt. Er verandert niets.',
    tag: 'aanvragen',
    right: 'party:confirm',
    ok: PartyPreviewResponse,
    status: 200,
    problems: [404],
    changesNothing: true,
  })
  preview(@Body() request: ConfirmPartyRequest): Promise<PartyPreviewResponse> {
    return this.#confirming.preview(request);
  }

  @Post()
  @Operation({
    id: 'confirmParty',
    summary: 'Stem in met de code die u kreeg',
    description:
      'Als mede-aanvrager telt u dan mee; als vertegenwoordiger wordt de aanvraag de uwe; als begunstigde wordt aan u betaald.',
    tag: 'aanvragen',
    right: 'party:confirm',
    ok: PartyResponse,
    status: 201,
    problems: [404, 409],
  })
  confirm(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: ConfirmPartyRequest,
  ): Promise<PartyResponse> {
    return this.#confirming.confirm(actor, claim, request);
  }
}
