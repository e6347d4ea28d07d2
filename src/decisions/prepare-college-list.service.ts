import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { BudgetsService } from '../budgets/budgets.service.ts';
import { reachOf, requireRight } from '../identity/domain/permission.ts';
import type { Kern } from '../kernen/domain/kern.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { collegeListOf } from './college-list.presentation.ts';
import type { PrepareCollegeListRequest } from './college-list.request.ts';
import type { CollegeListResponse } from './college-list.response.ts';
import { CollegeListsService } from './college-lists.service.ts';
import { readAbstentions } from './resolution-lines.ts';
import { VisibleCollegeLists } from './visible-college-lists.service.ts';

/** Makes a list for the college from all that can be decided in the kernen that the caller works for. */
@Injectable()
export class PrepareCollegeList {
  readonly #transactions: Transactions;
  readonly #regulations: RegulationsService;
  readonly #kernen: KernenService;
  readonly #budgets: BudgetsService;
  readonly #lists: CollegeListsService;
  readonly #visible: VisibleCollegeLists;

  constructor(
    transactions: Transactions,
    regulations: RegulationsService,
    kernen: KernenService,
    budgets: BudgetsService,
    lists: CollegeListsService,
    visible: VisibleCollegeLists,
  ) {
    this.#transactions = transactions;
    this.#regulations = regulations;
    this.#kernen = kernen;
    this.#budgets = budgets;
    this.#lists = lists;
    this.#visible = visible;
  }

  async prepare(
    actor: Actor,
    claim: IdempotencyClaim,
    request: PrepareCollegeListRequest,
  ): Promise<CollegeListResponse> {
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const regulation = await this.#regulations.getByCode(manager, request.regulationCode);
        const kernen = await this.#kernen.byId(manager);
        const kernIds = await this.#kernIds(manager, actor, request.kernCodes, kernen);
        const all = await this.#budgets.ofRegulation(manager, regulation.id, null);
        const listed = all.filter(
          ({ kernId }) => kernIds === null || kernId === null || kernIds.includes(kernId),
        );
        const budgets = {
          ids: listed.map(({ id }) => id),
          areAll: kernIds === null || all.every(({ kernId }) => kernId !== null && kernIds.includes(kernId)),
          allKernIds: [...kernen.keys()],
        };
        return collegeListOf(
          await this.#lists.prepare(manager, actor, regulation.id, {
            subject: request.subject ?? 'applications',
            applicationIds: request.applicationIds ?? null,
            from: budgets,
            deviations: request.deviations ?? [],
            introduction: request.introduction ?? null,
            abstentions: readAbstentions(request.abstentions),
            kernNames: new Map([...kernen].map(([id, { name }]) => [id, name])),
          }),
          kernen,
          actor,
        );
      },
      (manager, { id }) => this.#visible.open(manager, actor, id),
    );
    return answer;
  }

  /** The kernen that were named, each of them allowed; else all that the caller reaches. Null is every kern. */
  async #kernIds(
    manager: EntityManager,
    actor: Actor,
    kernCodes: readonly string[] | undefined,
    kernen: ReadonlyMap<string, Kern>,
  ): Promise<string[] | null> {
    if (kernCodes !== undefined) {
      const named: string[] = [];
      for (const kernCode of kernCodes) {
        requireRight(actor, 'college-list:prepare', { kernCode });
        named.push((await this.#kernen.getByCode(manager, kernCode)).id);
      }
      return named;
    }
    const reach = reachOf(actor, 'college-list:prepare');
    if (reach.all) return null;
    return [...kernen.values()].filter((kern) => reach.kernCodes.includes(kern.code)).map((kern) => kern.id);
  }
}
