import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { Caller } from '../identity/caller.ts';
import { IntakeService } from './intake.service.ts';
import { PaperApplicationRequest } from './submit-application.request.ts';

@Controller('paper-applications')
export class PaperApplicationsController {
  readonly #intake: IntakeService;

  constructor(intake: IntakeService) {
    this.#intake = intake;
  }

  @Post()
  @Operation({
    id: 'createPaperApplication',
    summary: 'Voer een aanvraag in die op papier of aan de balie binnenkwam',
    description:
      'De datum van het ontvangststempel telt, niet de dag van invoeren. Een telefoontje is geen aanvraag (Awb 4:1).',
    tag: 'behandeling',
    right: 'application:intake',
    ok: ApplicationResponse,
    status: 201,
  })
  create(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: PaperApplicationRequest,
  ): Promise<ApplicationResponse> {
    return this.#intake.onPaper(actor, claim, request);
  }
}
