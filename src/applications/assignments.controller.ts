import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { AssignRequest } from './assignment.request.ts';
import { AssignmentResponse, NewAssignmentResponse } from './assignment.response.ts';
import { Assignments } from './assignments.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

@Controller('applications/:applicationId')
export class AssignmentsController {
  readonly #assignments: Assignments;
  readonly #manager: EntityManager;

  constructor(assignments: Assignments, manager: EntityManager) {
    this.#assignments = assignments;
    this.#manager = manager;
  }

  @Put('assignment')
  @Operation({
    id: 'assignApplication',
    summary: 'Wijs een aanvraag toe',
    description:
      'Aan uzelf, of aan een ander. Wie haar had, heeft haar dan niet meer; de geschiedenis blijft. De ETag is die van de aanvraag.',
    tag: 'behandeling',
    right: 'assignment:record',
    ok: NewAssignmentResponse,
    problems: [409],
  })
  assign(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Application() applicationId: string,
    @Body() request: AssignRequest,
  ): Promise<NewAssignmentResponse> {
    return this.#assignments.assign(actor, claim, { applicationId, expectedVersion }, request);
  }

  @Get('assignments')
  @Operation({
    id: 'listAssignments',
    summary: 'Wie een aanvraag behandelt en behandelde',
    description: 'In volgorde van toewijzen; de laatste geldt.',
    tag: 'behandeling',
    right: 'assignment:read',
    list: AssignmentResponse,
  })
  list(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<AssignmentResponse>> {
    return this.#assignments.list(this.#manager, actor, applicationId, query);
  }
}
