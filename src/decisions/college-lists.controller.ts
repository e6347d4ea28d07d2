import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { PrepareCollegeListRequest, RegisterResolutionRequest } from './college-list.request.ts';
import {
  CollegeListResponse,
  CollegeListSummaryResponse,
  RecomputationResponse,
} from './college-list.response.ts';
import { ListChangesResponse } from './list-changes.response.ts';
import { ListChanges } from './list-changes.service.ts';
import { PrepareCollegeList } from './prepare-college-list.service.ts';
import { ReadCollegeLists } from './read-college-lists.service.ts';
import { RegisterResolution } from './register-resolution.service.ts';

const List = () => PathId('listId', 'Kenmerk van de lijst.');

@Controller('college-lists')
export class CollegeListsController {
  readonly #prepareList: PrepareCollegeList;
  readonly #readLists: ReadCollegeLists;
  readonly #listChanges: ListChanges;
  readonly #registerResolution: RegisterResolution;

  constructor(
    prepareList: PrepareCollegeList,
    readLists: ReadCollegeLists,
    listChanges: ListChanges,
    registerResolution: RegisterResolution,
  ) {
    this.#prepareList = prepareList;
    this.#readLists = readLists;
    this.#listChanges = listChanges;
    this.#registerResolution = registerResolution;
  }

  @Post()
  @Operation({
    id: 'prepareCollegeList',
    summary: 'Maak een lijst voor het college',
    description:
      'Berekent voor elke aanvraag waarover kan worden besloten wat de regeling voorschrijft, met de reden. Wat nog niet kan, staat er apart bij.',
    tag: 'besluiten',
    right: 'college-list:prepare',
    ok: CollegeListResponse,
    status: 201,
    problems: [404, 409],
  })
  prepare(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: PrepareCollegeListRequest,
  ): Promise<CollegeListResponse> {
    return this.#prepareList.prepare(actor, claim, request);
  }

  @Get()
  @Operation({
    id: 'listCollegeLists',
    summary: 'De lijsten voor het college',
    description: 'Oudste eerst.',
    tag: 'besluiten',
    right: 'college-list:read',
    list: CollegeListSummaryResponse,
  })
  list(@Caller() actor: Actor, @Query() query: PageQuery): Promise<Page<CollegeListSummaryResponse>> {
    return this.#readLists.list(actor, query);
  }

  @Get(':listId')
  @Operation({
    id: 'getCollegeList',
    summary: 'Eén lijst voor het college',
    description: 'Met per regel het voorstel, de reden en wat het college besloot.',
    tag: 'besluiten',
    right: 'college-list:read',
    ok: CollegeListResponse,
  })
  get(@Caller() actor: Actor, @List() listId: string): Promise<CollegeListResponse> {
    return this.#readLists.get(actor, listId);
  }

  @Get(':listId/recomputation')
  @Operation({
    id: 'recomputeCollegeList',
    summary: 'Reken een lijst na',
    description:
      'Berekent de lijst opnieuw uit niets dan wat erbij is bewaard: plafonds, aanvragen, punten, stemmen en de loting.',
    tag: 'besluiten',
    right: 'college-list:read',
    ok: RecomputationResponse,
    problems: [409],
  })
  recompute(@Caller() actor: Actor, @List() listId: string): Promise<RecomputationResponse> {
    return this.#readLists.recompute(actor, listId);
  }

  @Get(':listId/changes')
  @Operation({
    id: 'getCollegeListChanges',
    summary: 'Klopt een lijst nog?',
    description:
      'Vergelijkt een lijst waarover nog niet is besloten met wat nu zou worden voorgesteld, en zegt wat er is veranderd.',
    tag: 'besluiten',
    right: 'college-list:read',
    ok: ListChangesResponse,
  })
  changes(@Caller() actor: Actor, @List() listId: string): Promise<ListChangesResponse> {
    return this.#listChanges.of(actor, listId);
  }

  @Post(':listId/resolution')
  @Operation({
    id: 'registerResolution',
    summary: 'Registreer het besluit van het college',
    description:
      'Neemt alle besluiten in één keer: geld toegezegd in het grootboek, brief gemaakt, of niets van dat alles. Wie de lijst maakte of een aanvraag beoordeelde, doet dit niet.',
    tag: 'besluiten',
    right: 'resolution:register',
    ok: CollegeListResponse,
    problems: [409],
  })
  register(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @List() listId: string,
    @Body() request: RegisterResolutionRequest,
  ): Promise<CollegeListResponse> {
    return this.#registerResolution.register(actor, claim, listId, expectedVersion, request);
  }
}
