import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import { Caller } from '../identity/caller.ts';
import { HandOverDeskRequest, PreviewHandoverRequest } from './desk-handover.request.ts';
import { DeskHandoverResponse } from './desk-handover.response.ts';
import { HandOverDesk } from './hand-over-desk.service.ts';

/** Everything on one desk, to another or to several. */
@Controller('desk-handovers')
export class DeskHandoversController {
  readonly #desks: HandOverDesk;

  constructor(desks: HandOverDesk) {
    this.#desks = desks;
  }

  @Post('preview')
  @Operation({
    id: 'previewDeskHandover',
    summary: 'Bekijk wie wat krijgt als u een bureau overdraagt',
    description:
      'Alle open zaken die aan iemand zijn toegewezen, elk met wie haar krijgt. Wie zich afzijdig houdt of zelf belang heeft, krijgt die zaak niet (Awb 2:4). Er verandert niets.',
    tag: 'behandeling',
    right: 'desk:hand-over',
    ok: DeskHandoverResponse,
    problems: [409],
    changesNothing: true,
  })
  preview(@Caller() actor: Actor, @Body() request: PreviewHandoverRequest): Promise<DeskHandoverResponse> {
    return this.#desks.preview(actor, request);
  }

  @Post()
  @Operation({
    id: 'handOverDesk',
    summary: 'Draag een bureau over',
    description:
      'Alles in één keer, zoals in het voorbeeld dat u zag; is er intussen iets veranderd, dan gebeurt er niets. Stappen en termijnen gaan met de zaken mee.',
    tag: 'behandeling',
    right: 'desk:hand-over',
    ok: DeskHandoverResponse,
    problems: [409],
  })
  handOver(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: HandOverDeskRequest,
  ): Promise<DeskHandoverResponse> {
    return this.#desks.handOver(actor, claim, request);
  }
}
