import { Body, Controller, Post, Put } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { LetterResponse } from '../letters/letter.response.ts';
import { CorrectLetterRequest, ExplainLetterRequest } from './rewrite-letter.request.ts';
import { RewriteLetters } from './rewrite-letters.service.ts';

const Letter = () => PathId('letterId', 'Kenmerk van de brief.');

@Controller('letters/:letterId')
export class RewriteLettersController {
  readonly #rewriting: RewriteLetters;

  constructor(rewriting: RewriteLetters) {
    this.#rewriting = rewriting;
  }

  @Put('explanation')
  @Operation({
    id: 'explainLetter',
    summary: 'Voeg een toelichting toe aan een brief die nog niet is verzonden',
    description:
      'Onder een eigen kop, naast wat uit de zaak volgt. Redenen, bedragen en hoe iemand bezwaar maakt, kunt u niet weglaten.',
    tag: 'brieven',
    right: 'letter:announce',
    ok: LetterResponse,
    problems: [409],
  })
  explain(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Letter() letterId: string,
    @Body() request: ExplainLetterRequest,
  ): Promise<LetterResponse> {
    return this.#rewriting.explain(actor, claim, letterId, expectedVersion, request);
  }

  @Post('corrections')
  @Operation({
    id: 'correctLetter',
    summary: 'Maak een brief die een verzonden brief herstelt',
    description:
      'Een nieuwe brief, met naam, adres en afzender van nu, die zegt wat er in de oude fout was. De oude blijft zoals die is verzonden. Maakt u de nieuwe bekend, dan noemt die zijn eigen termijnen.',
    tag: 'brieven',
    right: 'letter:announce',
    ok: LetterResponse,
    status: 201,
    problems: [409],
  })
  correct(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Letter() letterId: string,
    @Body() request: CorrectLetterRequest,
  ): Promise<LetterResponse> {
    return this.#rewriting.correct(actor, claim, letterId, expectedVersion, request);
  }
}
