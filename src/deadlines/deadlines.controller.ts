import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { DeadlineView } from './deadline-view.service.ts';
import { DeadlinesResponse } from './deadlines.response.ts';
import {
  EndSuspensionRequest,
  PromiseDateRequest,
  RecordDelayNoticeRequest,
  RecordExtensionRequest,
  RecordSuspensionRequest,
} from './record-clock.request.ts';
import { RecordTerm } from './record-term.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');
const recording = {
  tag: 'termijnen',
  right: 'term:record',
  ok: DeadlinesResponse,
  status: 201,
  problems: [409],
};

/** The terms of one case, and what makes the term to decide longer. */
@Controller('applications/:applicationId')
export class DeadlinesController {
  readonly #view: DeadlineView;
  readonly #terms: RecordTerm;

  constructor(view: DeadlineView, terms: RecordTerm) {
    this.#view = view;
    this.#terms = terms;
  }

  @Get('deadlines')
  @Operation({
    id: 'getDeadlines',
    summary: 'De termijnen van een aanvraag',
    description:
      'Elke laatste dag met elke stap van de berekening, het artikel en hoe het ervoor staat. Een aanvrager ziet wat hem aangaat, financiën wat geld kost of oplevert.',
    tag: 'termijnen',
    right: 'deadline:read',
    ok: DeadlinesResponse,
  })
  get(@Caller() actor: Actor, @Application() applicationId: string): Promise<DeadlinesResponse> {
    return this.#view.get(actor, applicationId);
  }

  @Post('extension')
  @Operation({
    ...recording,
    id: 'extendTerm',
    summary: 'Verleng de beslistermijn',
    description:
      'Eén keer, met de weken die de regeling noemt, en voordat de termijn voorbij is. Laat de regeling dit niet toe, maak dan een bericht van vertraging.',
  })
  extend(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: RecordExtensionRequest,
  ): Promise<DeadlinesResponse> {
    return this.#terms.extend({ actor, claim, applicationId, expectedVersion }, request);
  }

  @Post('delay-notices')
  @Operation({
    ...recording,
    id: 'recordDelayNotice',
    summary: 'Leg een bericht van vertraging vast',
    description:
      'Staat de termijn in de regeling, dan verandert die niet (Awb 4:14, eerste lid). Noemt de regeling geen termijn, dan is de genoemde dag de nieuwe laatste dag (Awb 4:14, derde lid).',
  })
  delay(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: RecordDelayNoticeRequest,
  ): Promise<DeadlinesResponse> {
    return this.#terms.delay({ actor, claim, applicationId, expectedVersion }, request);
  }

  @Post('suspensions')
  @Operation({
    ...recording,
    id: 'suspendTerm',
    summary: 'Laat de beslistermijn stilstaan',
    description:
      'Met schriftelijke instemming, zolang de vertraging aan de aanvrager ligt, of door overmacht (Awb 4:15, tweede lid). Bij een verzoek om aanvulling gebeurt dit vanzelf.',
  })
  suspend(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: RecordSuspensionRequest,
  ): Promise<DeadlinesResponse> {
    return this.#terms.suspend({ actor, claim, applicationId, expectedVersion }, request);
  }

  @Post('suspensions/end')
  @Operation({
    ...recording,
    id: 'resumeTerm',
    summary: 'Laat de beslistermijn weer lopen',
    description: 'Voor een stilstand waarvan het einde nog niet bekend was. Die dag telt weer mee.',
  })
  resume(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: EndSuspensionRequest,
  ): Promise<DeadlinesResponse> {
    return this.#terms.resume({ actor, claim, applicationId, expectedVersion }, request);
  }

  @Post('promises')
  @Operation({
    ...recording,
    id: 'promiseDate',
    summary: 'Leg vast wanneer een antwoord is beloofd',
    description: 'Een belofte staat naast de wettelijke termijn en verandert die niet. De nieuwste telt.',
  })
  promise(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: PromiseDateRequest,
  ): Promise<DeadlinesResponse> {
    return this.#terms.promise({ actor, claim, applicationId, expectedVersion }, request);
  }
}
