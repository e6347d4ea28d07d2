import { Body, Controller, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { Caller } from '../identity/caller.ts';
import { CaseSearchRequest } from './case-search.request.ts';
import { FoundCaseResponse } from './case-search.response.ts';
import { CaseSearch } from './case-search.service.ts';

/** Looking for cases. The words are in the body, because addresses of requests are written down everywhere. */
@Controller('case-searches')
export class CaseSearchController {
  readonly #search: CaseSearch;

  constructor(search: CaseSearch) {
    this.#search = search;
  }

  @Post()
  @Operation({
    id: 'searchCases',
    summary: 'Zoek aanvragen op nummer, naam, adres of woord',
    description:
      'Onder de aanvragen die u mag zien, de nieuwste eerst. Een volgende pagina vraagt u met dezelfde tekst; een pagina kan korter zijn dan gevraagd en toch een volgende hebben. Wie wat vond, komt in het logboek; waarop is gezocht niet.',
    tag: 'behandeling',
    right: 'application:search',
    list: FoundCaseResponse,
    changesNothing: true,
  })
  search(
    @Caller() actor: Actor,
    @Query() query: PageQuery,
    @Body() request: CaseSearchRequest,
  ): Promise<Page<FoundCaseResponse>> {
    return this.#search.find(actor, query, request);
  }
}
