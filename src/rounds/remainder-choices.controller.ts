import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { RemainderChoiceRequest, RemainderChoiceResponse } from './remainder-choice.response.ts';
import { RemainderChoices } from './remainder-choices.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

@Controller('applications/:applicationId/remainder-choice')
export class RemainderChoicesController {
  readonly #choices: RemainderChoices;

  constructor(choices: RemainderChoices) {
    this.#choices = choices;
  }

  @Get()
  @Operation({
    id: 'getRemainderChoice',
    summary: 'Of de aanvrager ook een deel wil',
    description: 'Wie niets vastlegt, krijgt als er te weinig is wat er over is.',
    tag: 'verdeling',
    right: 'remainder:read',
    ok: RemainderChoiceResponse,
  })
  read(@Caller() actor: Actor, @Application() applicationId: string): Promise<RemainderChoiceResponse> {
    return this.#choices.read(actor, applicationId);
  }

  @Put()
  @Operation({
    id: 'chooseRemainder',
    summary: 'Leg vast of de aanvrager ook een deel wil',
    description:
      'Wie aan een deel niets heeft, krijgt alles of niets. Het restant gaat dan naar de volgende, of vervalt, zoals de regeling zegt.',
    tag: 'verdeling',
    right: 'remainder:choose',
    ok: RemainderChoiceResponse,
    problems: [409],
  })
  choose(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() { declinesPart }: RemainderChoiceRequest,
  ): Promise<RemainderChoiceResponse> {
    return this.#choices.choose(actor, claim, applicationId, expectedVersion, declinesPart);
  }
}
