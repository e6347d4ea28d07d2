import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { MessageChoiceRequest, MessageChoicesResponse } from './message-choice.response.ts';
import { MessageChoices } from './message-choices.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

@Controller('applications/:applicationId/message-choice')
export class MessageChoicesController {
  readonly #choices: MessageChoices;

  constructor(choices: MessageChoices) {
    this.#choices = choices;
  }

  @Get()
  @Operation({
    id: 'getMessageChoice',
    summary: 'Hoe de aanvrager brieven krijgt',
    description: 'Per soort bericht: per post of digitaal (Awb 2:8).',
    tag: 'brieven',
    right: 'message-choice:read',
    ok: MessageChoicesResponse,
  })
  read(@Caller() actor: Actor, @Application() applicationId: string): Promise<MessageChoicesResponse> {
    return this.#choices.read(actor, applicationId);
  }

  @Put()
  @Operation({
    id: 'chooseMessages',
    summary: 'Kies hoe de aanvrager een soort bericht krijgt',
    description:
      'Voor berichten over de behandeling en voor besluiten apart. Het geldt vanaf nu, voor brieven die nog niet zijn verzonden (Awb 2:8).',
    tag: 'brieven',
    right: 'message-choice:record',
    ok: MessageChoicesResponse,
  })
  choose(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() { messageKind, channel }: MessageChoiceRequest,
  ): Promise<MessageChoicesResponse> {
    return this.#choices.choose(actor, claim, applicationId, expectedVersion, { messageKind, channel });
  }
}
