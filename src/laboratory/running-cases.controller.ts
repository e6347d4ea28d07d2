import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { RunningCaseResponse } from './running-case.response.ts';
import { type PageWanted, RunningCases } from './running-cases.service.ts';

function wantedOf({ after, limit }: PageQuery): PageWanted {
  return { afterId: decodePageKey(after, ['id'])?.[0] ?? null, limit: limit + 1 };
}

function pageFor(rows: readonly RunningCaseResponse[], limit: number): Page<RunningCaseResponse> {
  return pageOf(rows, limit, ({ applicationId }) => [applicationId]);
}

/** What becomes of running applications when a way of working takes over. */
@Controller()
export class RunningCasesController {
  readonly #running: RunningCases;

  constructor(running: RunningCases) {
    this.#running = running;
  }

  @Get('way-drafts/:wayDraftId/running-cases')
  @Operation({
    id: 'listRunningCasesUnderDraft',
    summary: 'Wat er met lopende aanvragen gebeurt als dit concept ingaat',
    description:
      'Elke aanvraag uit de kernen van het concept waarover nog moet worden besloten, met de werkwijze die zij houdt en de stap die nu aan de beurt is. Alleen wie daarna aanvraagt, krijgt de nieuwe.',
    tag: 'werkwijzen',
    right: 'laboratory:read-cases',
    list: RunningCaseResponse,
    problems: [409],
  })
  async underDraft(
    @Caller() actor: Actor,
    @PathId('wayDraftId', 'Kenmerk van het concept.') wayDraftId: string,
    @Query() query: PageQuery,
  ): Promise<Page<RunningCaseResponse>> {
    return pageFor(await this.#running.underDraft(actor, wayDraftId, wantedOf(query)), query.limit);
  }

  @Get('ways/:wayVersionId/running-cases')
  @Operation({
    id: 'listRunningCasesUnderWay',
    summary: 'Wat er met lopende aanvragen gebeurt nu deze werkwijze ingaat',
    description:
      'Elke aanvraag uit de kernen van deze versie waarover nog moet worden besloten, met de werkwijze die zij houdt.',
    tag: 'werkwijzen',
    right: 'laboratory:read-cases',
    list: RunningCaseResponse,
  })
  async underVersion(
    @Caller() actor: Actor,
    @PathId('wayVersionId', 'Kenmerk van een versie van een werkwijze.') wayVersionId: string,
    @Query() query: PageQuery,
  ): Promise<Page<RunningCaseResponse>> {
    return pageFor(await this.#running.underVersion(actor, wayVersionId, wantedOf(query)), query.limit);
  }
}
