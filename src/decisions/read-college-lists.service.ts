import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { collegeListOf, summaryOf } from './college-list.presentation.ts';
import type { CollegeListResponse, CollegeListSummaryResponse } from './college-list.response.ts';
import { CollegeListsService } from './college-lists.service.ts';
import { VisibleCollegeLists } from './visible-college-lists.service.ts';

/** Reads lists. */
@Injectable()
export class ReadCollegeLists {
  readonly #manager: EntityManager;
  readonly #kernen: KernenService;
  readonly #lists: CollegeListsService;
  readonly #visible: VisibleCollegeLists;

  constructor(
    manager: EntityManager,
    kernen: KernenService,
    lists: CollegeListsService,
    visible: VisibleCollegeLists,
  ) {
    this.#manager = manager;
    this.#kernen = kernen;
    this.#lists = lists;
    this.#visible = visible;
  }

  async list(actor: Actor, query: PageQuery): Promise<Page<CollegeListSummaryResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const withinKernIds = await this.#visible.kernIds(this.#manager, actor);
    const rows = await this.#lists.list(this.#manager, withinKernIds, after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, (list) => [list.id]).map(summaryOf);
  }

  /** @throws DomainError `college-list-not-found` */
  async get(actor: Actor, listId: string): Promise<CollegeListResponse> {
    const kernen = await this.#kernen.byId(this.#manager);
    const list = await this.#visible.open(this.#manager, actor, listId);
    const lines = await this.#lists.lines(this.#manager, listId);
    return collegeListOf({ list, lines, notReady: [] }, kernen, actor);
  }
}
