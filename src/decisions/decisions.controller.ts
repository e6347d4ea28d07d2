import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { TakeDecisionRequest } from './decision.request.ts';
import { TakenDecisionResponse } from './decision.response.ts';
import { TakeDecision } from './take-decision.service.ts';

@Controller('applications/:applicationId/decision')
export class DecisionsController {
  readonly #takeDecision: TakeDecision;

  constructor(takeDecision: TakeDecision) {
    this.#takeDecision = takeDecision;
  }

  @Post()
  @Operation({
    id: 'takeDecision',
    summary: 'Beslis namens het college',
    description:
      'Voor wie een mandaat heeft, binnen bedrag en dagen van dat mandaat, en als de regeling het besluit aan een medewerker overlaat. Beslist zoals de regeling op dit moment berekent; anders alleen met een reden. Over wie te weinig kreeg en nog op de wachtlijst staat, wijzigt het besluit als er geld is vrijgekomen. Met `holdId` komt het geld uit een reservering in plaats van wat beschikbaar is, zodat niemand het ertussen kan nemen. Geld, besluit en brief komen er samen, of niets daarvan.',
    tag: 'besluiten',
    right: 'decision:take',
    ok: TakenDecisionResponse,
    status: 201,
    problems: [409],
  })
  take(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @PathId('applicationId', 'Kenmerk van de aanvraag.') applicationId: string,
    @Body() request: TakeDecisionRequest,
  ): Promise<TakenDecisionResponse> {
    return this.#takeDecision.take(actor, claim, applicationId, expectedVersion, request);
  }
}
