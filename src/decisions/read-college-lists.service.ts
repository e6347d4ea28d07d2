import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { collegeListOf, summaryOf } from './college-list.presentation.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import {
  type CollegeListResponse,
  type CollegeListSummaryResponse,
  RecomputationResponse,
  RecomputedLineResponse,
} from './college-list.response.ts';
import { CollegeListsService } from './college-lists.service.ts';
import { inputsNotKept } from './domain/decisions.problems.ts';
import { recompute } from './domain/stored-inputs.ts';
import { VisibleCollegeLists } from './visible-college-lists.service.ts';

/** Reads lists. */
@Injectable()
export class ReadCollegeLists {
  readonly #manager: EntityManager;
  readonly #kernen: KernenService;
  readonly #lists: CollegeListsService;
  readonly #regulations: RegulationsService;
  readonly #visible: VisibleCollegeLists;

  constructor(
    manager: EntityManager,
    kernen: KernenService,
    lists: CollegeListsService,
    regulations: RegulationsService,
    visible: VisibleCollegeLists,
  ) {
    this.#manager = manager;
    this.#kernen = kernen;
    this.#lists = lists;
    this.#regulations = regulations;
    this.#visible = visible;
  }

  async list(actor: Actor, query: PageQuery): Promise<Page<CollegeListSummaryResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const withinKernIds = await this.#visible.kernIds(this.#manager, actor);
    const rows = await this.#lists.list(this.#manager, withinKernIds, after?.[0] ?? null, query.limit + 1);
    return pageOf(rows, query.limit, (list) => [list.id]).map(summaryOf);
  }

  /**
   * Computes a list again from what was stored with it, so that anybody who may see it can check it.
   * @throws DomainError `college-list-not-found`, or `inputs-not-kept` for a list of before inputs were stored
   */
  async recompute(actor: Actor, listId: string): Promise<RecomputationResponse> {
    const { regulationId, inputs } = await this.#visible.open(this.#manager, actor, listId);
    if (inputs === null) throw inputsNotKept();
    const versions = await this.#regulations.versionsOf(this.#manager, regulationId);
    const version = versions.find((each) => each.version === inputs.regulationVersion);
    const { document } = present(version, 'a version is never removed');
    const listed = await this.#lists.lines(this.#manager, listId);
    const lines = recompute(document, inputs);
    const again = new Map(lines.map((line) => [line.applicationId, line]));
    const agrees =
      listed.length === lines.length &&
      listed.every(({ applicationId, proposal }) => {
        const line = again.get(applicationId);
        return line?.kind === proposal.kind && line.grantedCents === proposal.grantedCents;
      });
    return Object.assign(new RecomputationResponse(), {
      agrees,
      lines: lines.map((line) => Object.assign(new RecomputedLineResponse(), line)),
    });
  }

  /** @throws DomainError `college-list-not-found` */
  async get(actor: Actor, listId: string): Promise<CollegeListResponse> {
    const kernen = await this.#kernen.byId(this.#manager);
    const list = await this.#visible.open(this.#manager, actor, listId);
    const lines = await this.#lists.lines(this.#manager, listId);
    return collegeListOf({ list, lines, notReady: [] }, kernen, actor);
  }
}
