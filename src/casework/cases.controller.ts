import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { Caller } from '../identity/caller.ts';
import { ApplicationLists } from './application-lists.service.ts';
import { CaseOverview } from './case-overview.service.ts';
import { CaseOverviewResponse, DecisionResponse, TimelineEventResponse } from './case.response.ts';
import { CasesService } from './cases.service.ts';
import { WorkListItemResponse } from './work-list-item.response.ts';
import { WorkListQuery } from './work-list.query.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

/** Looking at cases: one's own, or those one works on. */
@Controller()
export class CasesController {
  readonly #lists: ApplicationLists;
  readonly #cases: CasesService;
  readonly #overview: CaseOverview;

  constructor(lists: ApplicationLists, cases: CasesService, overview: CaseOverview) {
    this.#lists = lists;
    this.#cases = cases;
    this.#overview = overview;
  }

  @Get('applications')
  @Operation({
    id: 'listOwnApplications',
    summary: 'Uw eigen aanvragen',
    description: 'Ook concepten. Wie namens een organisatie inlogt, ziet de aanvragen van die organisatie.',
    tag: 'aanvragen',
    right: 'application:list-own',
    list: ApplicationResponse,
  })
  own(@Caller() actor: Actor, @Query() query: PageQuery): Promise<Page<ApplicationResponse>> {
    return this.#lists.own(actor, query);
  }

  @Get('work-list')
  @Operation({
    id: 'listWork',
    summary: 'De werklijst',
    description:
      'De ingediende aanvragen van de kernen waarvoor u werkt, in volgorde van binnenkomst, elk met wat hierna moet gebeuren.',
    tag: 'behandeling',
    right: 'application:work-list',
    list: WorkListItemResponse,
  })
  work(@Caller() actor: Actor, @Query() query: WorkListQuery): Promise<Page<WorkListItemResponse>> {
    return this.#lists.work(actor, query);
  }

  @Get('applications/:applicationId')
  @Operation({
    id: 'getApplication',
    summary: 'Eén aanvraag',
    description: 'De ETag van het antwoord hebt u nodig om iets te wijzigen.',
    tag: 'aanvragen',
    right: 'application:read',
    ok: ApplicationResponse,
  })
  get(@Caller() actor: Actor, @Application() applicationId: string): Promise<ApplicationResponse> {
    return this.#cases.get(actor, applicationId);
  }

  @Get('applications/:applicationId/timeline')
  @Operation({
    id: 'getTimeline',
    summary: 'Wat er met een aanvraag is gebeurd',
    description: 'Elke stap met de dag waarvoor die telt, oudste eerst.',
    tag: 'aanvragen',
    right: 'application:read',
    list: TimelineEventResponse,
  })
  timeline(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<TimelineEventResponse>> {
    return this.#cases.timeline(actor, applicationId, query);
  }

  @Get('applications/:applicationId/decision')
  @Operation({
    id: 'getDecision',
    summary: 'Het besluit op een aanvraag',
    description: 'De aanvrager ziet het besluit vanaf de dag waarop de brief is verzonden.',
    tag: 'besluiten',
    right: 'application:read',
    ok: DecisionResponse,
  })
  decision(@Caller() actor: Actor, @Application() applicationId: string): Promise<DecisionResponse> {
    return this.#cases.decision(actor, applicationId);
  }

  @Get('applications/:applicationId/overview')
  @Operation({
    id: 'getCaseOverview',
    summary: 'Alles over één aanvraag op één plek',
    description:
      'Aanvrager, verzoek, bevindingen, wat de kern nog heeft, de volgende termijn, wat u kunt doen en de brieven.',
    tag: 'behandeling',
    right: 'application:read',
    ok: CaseOverviewResponse,
  })
  overview(@Caller() actor: Actor, @Application() applicationId: string): Promise<CaseOverviewResponse> {
    return this.#overview.of(actor, applicationId);
  }
}
