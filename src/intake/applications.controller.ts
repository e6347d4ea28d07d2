import { Body, Controller, Post, Put } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { Caller } from '../identity/caller.ts';
import { LetterResponse } from '../letters/letter.response.ts';
import { ApplicationContentRequest } from './application-content.request.ts';
import { IntakeService } from './intake.service.ts';
import { RequestCompletionRequest } from './request-completion.request.ts';
import { SubmitApplicationRequest } from './submit-application.request.ts';
import { SupplementRequest } from './supplement.request.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

/** What applicants and officials set in motion with an application. */
@Controller('applications')
export class ApplicationsController {
  readonly #intake: IntakeService;

  constructor(intake: IntakeService) {
    this.#intake = intake;
  }

  @Post()
  @Operation({
    id: 'createApplication',
    summary: 'Dien een aanvraag in, of bewaar een concept',
    description:
      'Met `intent: submit` is de aanvraag ontvangen: u krijgt een zaaknummer en een ontvangstbevestiging. Alleen naam, adres, plan en bedrag zijn verplicht; wat ontbreekt kunt u later aanvullen.',
    tag: 'aanvragen',
    right: 'application:submit',
    ok: ApplicationResponse,
    status: 201,
    problems: [409],
  })
  create(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: SubmitApplicationRequest,
  ): Promise<ApplicationResponse> {
    return this.#intake.digital(actor, claim, request);
  }

  @Put(':applicationId')
  @Operation({
    id: 'reviseDraft',
    summary: 'Vervang de inhoud van een concept',
    description: 'Een aanvraag die is ingediend verandert niet meer zo; vul die aan of trek die in.',
    tag: 'aanvragen',
    right: 'application:draft',
    ok: ApplicationResponse,
    problems: [409],
  })
  revise(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: ApplicationContentRequest,
  ): Promise<ApplicationResponse> {
    return this.#intake.revise({ actor, claim, applicationId, expectedVersion }, request);
  }

  @Post(':applicationId/submission')
  @Operation({
    id: 'submitDraft',
    summary: 'Dien een concept in',
    description: 'Vanaf dit moment is de aanvraag ontvangen.',
    tag: 'aanvragen',
    right: 'application:submit',
    ok: ApplicationResponse,
    problems: [409],
  })
  submit(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
  ): Promise<ApplicationResponse> {
    return this.#intake.submitDraft({ actor, claim, applicationId, expectedVersion });
  }

  @Post(':applicationId/supplements')
  @Operation({
    id: 'supplementApplication',
    summary: 'Vul een aanvraag aan',
    description:
      'Is er daarna niets meer dat ontbreekt, dan is de aanvraag op deze dag compleet. Die dag telt voor de volgorde.',
    tag: 'aanvragen',
    right: 'application:supplement',
    ok: ApplicationResponse,
    problems: [409],
  })
  supplement(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: SupplementRequest,
  ): Promise<ApplicationResponse> {
    return this.#intake.supplement({ actor, claim, applicationId, expectedVersion }, request);
  }

  @Post(':applicationId/withdrawal')
  @Operation({
    id: 'withdrawApplication',
    summary: 'Trek een aanvraag in',
    description: 'Kan zolang er nog niet is besloten. Er volgt dan geen besluit.',
    tag: 'aanvragen',
    right: 'application:withdraw',
    ok: ApplicationResponse,
    problems: [409],
  })
  withdraw(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
  ): Promise<ApplicationResponse> {
    return this.#intake.withdraw({ actor, claim, applicationId, expectedVersion });
  }

  @Post(':applicationId/completion-requests')
  @Operation({
    id: 'requestCompletion',
    summary: 'Vraag de aanvrager om aanvulling',
    description:
      'Maakt de brief (Awb 4:5). De beslistermijn staat stil vanaf de dag nadat die brief is verzonden.',
    tag: 'behandeling',
    right: 'application:request-completion',
    ok: LetterResponse,
    status: 201,
    problems: [409],
  })
  requestCompletion(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: RequestCompletionRequest,
  ): Promise<LetterResponse> {
    return this.#intake.requestCompletion({ actor, claim, applicationId, expectedVersion }, request);
  }
}
