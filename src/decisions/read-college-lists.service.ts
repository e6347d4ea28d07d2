import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { reachOf } from '../identity/domain/permission.ts';
import type { Kern } from '../kernen/domain/kern.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { collegeListOf, summaryOf } from './college-list.presentation.ts';
import type { CollegeListResponse, CollegeListSummaryResponse } from './college-list.response.ts';
import { CollegeListsService } from './college-lists.service.ts';
import { collegeListNotFound } from './domain/decisions.problems.ts';

/** Reads lists. Who works for some kernen sees the lists that are about those alone. */
@Injectable()
export class ReadCollegeLists {
  readonly #manager: EntityManager;
  readonly #kernen: KernenService;
  readonly #lists: CollegeListsService;

  constructor(manager: EntityManager, kernen: KernenService, lists: CollegeListsService) {
    this.#manager = manager;
    this.#kernen = kernen;
    this.#lists = lists;
  }

  async list(actor: Actor, query: PageQuery): Promise<Page<CollegeListSummaryResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const withinKernIds = visibleKernIds(actor, await this.#kernen.byId(this.#manager));
    const rows = await this.#lists.list(this.#manager, withinKernIds, after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, (list) => [list.id]).map(summaryOf);
  }

  /** @throws DomainError `college-list-not-found` */
  async get(actor: Actor, listId: string): Promise<CollegeListResponse> {
    const kernen = await this.#kernen.byId(this.#manager);
    const list = await this.#lists.get(this.#manager, listId);
    const visible = visibleKernIds(actor, kernen);
    if (visible !== null && !list.kernIds.every((kernId) => visible.includes(kernId)))
      throw collegeListNotFound();
    const lines = await this.#lists.lines(this.#manager, listId);
    return collegeListOf({ list, lines, notReady: [] }, kernen);
  }
}

function visibleKernIds(actor: Actor, kernen: ReadonlyMap<string, Kern>): string[] | null {
  const reach = reachOf(actor, 'college-list:read');
  if (reach.all) return null;
  return [...kernen.values()].filter((kern) => reach.kernCodes.includes(kern.code)).map((kern) => kern.id);
}
