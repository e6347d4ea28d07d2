import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathCode, PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { AssessmentService } from './assessment.service.ts';
import { FindingListResponse } from './finding.response.ts';
import { RecordFindingRequest } from './record-finding.request.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

@Controller('applications/:applicationId/findings')
export class FindingsController {
  readonly #assessment: AssessmentService;

  constructor(assessment: AssessmentService) {
    this.#assessment = assessment;
  }

  @Get()
  @Operation({
    id: 'listFindings',
    summary: 'De bevindingen per voorwaarde',
    description: 'Elke voorwaarde van de regeling, met wat daarover nu is vastgesteld.',
    tag: 'behandeling',
    right: 'finding:read',
    ok: FindingListResponse,
  })
  async list(@Caller() actor: Actor, @Application() applicationId: string): Promise<FindingListResponse> {
    return FindingListResponse.of(await this.#assessment.list(actor, applicationId));
  }

  @Put(':criterionCode')
  @Operation({
    id: 'recordFinding',
    summary: 'Leg een bevinding vast',
    description:
      'Een nieuwe bevinding over dezelfde voorwaarde komt in de plaats van de vorige; beide blijven bewaard.',
    tag: 'behandeling',
    right: 'finding:record',
    ok: FindingListResponse,
    problems: [409],
  })
  async record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @PathCode('criterionCode', 'Code van de voorwaarde.') criterionCode: string,
    @Body() request: RecordFindingRequest,
  ): Promise<FindingListResponse> {
    const place = { applicationId, criterionCode, expectedVersion };
    return FindingListResponse.of(await this.#assessment.record(actor, claim, place, request));
  }
}
