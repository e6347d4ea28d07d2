import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { DeadlinesResponse } from './deadlines.response.ts';
import { DecidePenaltyRequest, RecordDefaultNoticeRequest } from './record-clock.request.ts';
import { RecordDefault } from './record-default.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

/** What an applicant can do when the decision does not come, and what that costs. */
@Controller('applications/:applicationId')
export class DefaultNoticesController {
  readonly #defaults: RecordDefault;

  constructor(defaults: RecordDefault) {
    this.#defaults = defaults;
  }

  @Post('default-notice')
  @Operation({
    id: 'giveDefaultNotice',
    summary: 'Stel de gemeente in gebreke',
    description:
      'Als de beslistermijn voorbij is. De gemeente heeft dan nog twee weken; daarna kost elke dag een dwangsom (Awb 4:17). Een medewerker voert hier een brief in, met de dag van ontvangst.',
    tag: 'termijnen',
    right: 'default-notice:record',
    ok: DeadlinesResponse,
    status: 201,
    problems: [409],
  })
  notice(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: RecordDefaultNoticeRequest,
  ): Promise<DeadlinesResponse> {
    return this.#defaults.notice({ actor, claim, applicationId, expectedVersion }, request);
  }

  @Post('penalty-decision')
  @Operation({
    id: 'decidePenalty',
    summary: 'Stel de hoogte van de dwangsom vast',
    description:
      'Binnen twee weken na de laatste dag waarover de dwangsom loopt (Awb 4:18). De dienst berekent het bedrag; alleen een grond uit de wet maakt het nihil.',
    tag: 'termijnen',
    right: 'penalty:decide',
    ok: DeadlinesResponse,
    status: 201,
    problems: [409],
  })
  decidePenalty(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: DecidePenaltyRequest,
  ): Promise<DeadlinesResponse> {
    return this.#defaults.decidePenalty({ actor, claim, applicationId, expectedVersion }, request);
  }
}
