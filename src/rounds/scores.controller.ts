import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { RecordScoresRequest } from './scores.request.ts';
import { ScoresResponse } from './scores.response.ts';
import { Scores } from './scores.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

@Controller('applications/:applicationId/scores')
export class ScoresController {
  readonly #scores: Scores;

  constructor(scores: Scores) {
    this.#scores = scores;
  }

  @Get()
  @Operation({
    id: 'getScores',
    summary: 'De punten van een aanvraag',
    description: 'Tot alle beoordelaars punten gaven, ziet ieder alleen de eigen punten.',
    tag: 'verdeling',
    right: 'score:read',
    ok: ScoresResponse,
    problems: [409],
  })
  read(@Caller() actor: Actor, @Application() applicationId: string): Promise<ScoresResponse> {
    return this.#scores.read(actor, applicationId);
  }

  @Put()
  @Operation({
    id: 'recordScores',
    summary: 'Geef punten',
    description: 'Voor elk criterium van de regeling. Wie belang heeft bij de aanvraag, geeft geen punten.',
    tag: 'verdeling',
    right: 'score:record',
    ok: ScoresResponse,
    problems: [409],
  })
  record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: RecordScoresRequest,
  ): Promise<ScoresResponse> {
    return this.#scores.record(actor, claim, applicationId, expectedVersion, request);
  }
}
