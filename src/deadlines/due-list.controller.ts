import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { Caller } from '../identity/caller.ts';
import { DueItemResponse } from './due-item.response.ts';
import { DueListQuery } from './due-list.query.ts';
import { DueList } from './due-list.service.ts';

/** What is due, over all cases that somebody works on. */
@Controller('due-dates')
export class DueListController {
  readonly #list: DueList;

  constructor(list: DueList) {
    this.#list = list;
  }

  @Get()
  @Operation({
    id: 'listDueDates',
    summary: 'Wat er moet gebeuren, te laat is of geld gaat kosten',
    description:
      'Van de kernen waarvoor u werkt, wat het eerst moet eerst. Wat te laat is, blijft staan tot het is gedaan. Financiën ziet wat geld kost of oplevert.',
    tag: 'termijnen',
    right: 'deadline:work-list',
    list: DueItemResponse,
  })
  page(@Caller() actor: Actor, @Query() query: DueListQuery): Promise<Page<DueItemResponse>> {
    return this.#list.page(actor, query);
  }
}
