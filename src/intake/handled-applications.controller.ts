import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { NewApplicationChangeResponse } from '../applications/application-change.response.ts';
import { NewForwardingResponse } from '../applications/forwarding.response.ts';
import { NewMergerResponse } from '../applications/merger.response.ts';
import { Caller } from '../identity/caller.ts';
import { CorrectionRequest } from './correction.request.ts';
import { ForwardingRequest } from './forwarding.request.ts';
import { HandleApplication } from './handle-application.service.ts';
import { MergerRequest } from './merger.request.ts';
import { ReductionRequest } from './reduction.request.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

/** What officials do to an application before the decision. */
@Controller('applications/:applicationId')
export class HandledApplicationsController {
  readonly #handle: HandleApplication;

  constructor(handle: HandleApplication) {
    this.#handle = handle;
  }

  @Post('corrections')
  @Operation({
    id: 'correctApplication',
    summary: 'Verbeter een fout in een aanvraag',
    description:
      'Zolang er niet is besloten. Wat er stond blijft bewaard; de dag van ontvangst en de plaats in de volgorde veranderen niet. Een andere kern brengt de aanvraag naar het budget, de medewerkers en (als er nog geen stap is gedaan) de werkwijze van die kern. Gaat het over het plan, dan ligt er een brief aan de aanvrager klaar.',
    tag: 'behandeling',
    right: 'application:correct',
    ok: NewApplicationChangeResponse,
    status: 201,
    problems: [409],
  })
  correct(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: CorrectionRequest,
  ): Promise<NewApplicationChangeResponse> {
    return this.#handle.correct({ actor, claim, applicationId, expectedVersion }, request);
  }

  @Post('reductions')
  @Operation({
    id: 'reduceApplication',
    summary: 'Leg vast dat met de aanvrager minder is afgesproken',
    description:
      'Een lager bedrag of een kleiner plan, nooit meer. Het staat bij het voorstel en in het besluit, en er ligt een brief aan de aanvrager klaar.',
    tag: 'behandeling',
    right: 'application:reduce',
    ok: NewApplicationChangeResponse,
    status: 201,
    problems: [409],
  })
  reduce(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: ReductionRequest,
  ): Promise<NewApplicationChangeResponse> {
    return this.#handle.reduce({ actor, claim, applicationId, expectedVersion }, request);
  }

  @Post('mergers')
  @Operation({
    id: 'mergeApplication',
    summary: 'Voeg een dubbele aanvraag samen met deze',
    description:
      'Deze aanvraag gaat verder; de dubbele eindigt zonder besluit. De vroegste dag van ontvangst telt. Er ligt een brief aan de aanvrager klaar.',
    tag: 'behandeling',
    right: 'application:merge',
    ok: NewMergerResponse,
    status: 201,
    problems: [409],
  })
  merge(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: MergerRequest,
  ): Promise<NewMergerResponse> {
    return this.#handle.merge({ actor, claim, applicationId, expectedVersion }, request);
  }

  @Post('forwarding')
  @Operation({
    id: 'forwardApplication',
    summary: 'Zend een aanvraag door naar een ander bestuursorgaan',
    description:
      'Als een ander erover beslist (Awb 2:3). De aanvraag eindigt hier zonder besluit, de beslistermijn stopt, en er ligt een brief aan de afzender klaar.',
    tag: 'behandeling',
    right: 'application:forward',
    ok: NewForwardingResponse,
    status: 201,
    problems: [409],
  })
  forward(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: ForwardingRequest,
  ): Promise<NewForwardingResponse> {
    return this.#handle.forward({ actor, claim, applicationId, expectedVersion }, request);
  }
}
