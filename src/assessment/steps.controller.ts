import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathCode, PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { RecordStepRequest } from './record-step.request.ts';
import { StepListResponse } from './step.response.ts';
import { Steps } from './steps.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

/** The steps of the kern's own way of working, in practice. */
@Controller('applications/:applicationId/steps')
export class StepsController {
  readonly #steps: Steps;

  constructor(steps: Steps) {
    this.#steps = steps;
  }

  @Get()
  @Operation({
    id: 'listSteps',
    summary: 'De stappen van een aanvraag',
    description:
      'Volgens de werkwijze waarmee de aanvraag begon: wat is gedaan, wat aan de beurt is, door wie en tot wanneer, met het formulier. Zonder eigen werkwijze van de kern is de lijst leeg.',
    tag: 'behandeling',
    right: 'step:read',
    ok: StepListResponse,
  })
  list(@Caller() actor: Actor, @Application() applicationId: string): Promise<StepListResponse> {
    return this.#steps.list(actor, applicationId);
  }

  @Put(':stepCode')
  @Operation({
    id: 'recordStep',
    summary: 'Leg vast wat er in een stap is gedaan',
    description:
      'Eén keer per stap. Een advies mag na zijn termijn nog komen zolang er niet is besloten; het houdt dan niets meer tegen (Awb 3:6). Een voorstel dat van een advies afwijkt, zegt waarom (Awb 3:50).',
    tag: 'behandeling',
    right: 'step:record',
    ok: StepListResponse,
    problems: [409],
  })
  record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @PathCode('stepCode', 'Code van de stap.') stepCode: string,
    @Body() request: RecordStepRequest,
  ): Promise<StepListResponse> {
    return this.#steps.record(actor, claim, { applicationId, stepCode, expectedVersion }, request);
  }
}
