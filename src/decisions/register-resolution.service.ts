import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { BudgetsService } from '../budgets/budgets.service.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { collegeListOf } from './college-list.presentation.ts';
import type { RegisterResolutionRequest } from './college-list.request.ts';
import type { CollegeListResponse } from './college-list.response.ts';
import { CollegeListsService } from './college-lists.service.ts';
import { readAbstentions, readResolutionLines } from './resolution-lines.ts';
import { ResolutionsService } from './resolutions.service.ts';
import { VisibleCollegeLists } from './visible-college-lists.service.ts';

/** Registers the resolution of the college on a list. */
@Injectable()
export class RegisterResolution {
  readonly #transactions: Transactions;
  readonly #budgets: BudgetsService;
  readonly #kernen: KernenService;
  readonly #lists: CollegeListsService;
  readonly #visible: VisibleCollegeLists;
  readonly #resolutions: ResolutionsService;

  constructor(
    transactions: Transactions,
    budgets: BudgetsService,
    kernen: KernenService,
    lists: CollegeListsService,
    visible: VisibleCollegeLists,
    resolutions: ResolutionsService,
  ) {
    this.#transactions = transactions;
    this.#budgets = budgets;
    this.#kernen = kernen;
    this.#lists = lists;
    this.#visible = visible;
    this.#resolutions = resolutions;
  }

  async register(
    actor: Actor,
    claim: IdempotencyClaim,
    listId: string,
    expectedVersion: number,
    request: RegisterResolutionRequest,
  ): Promise<CollegeListResponse> {
    const lines = readResolutionLines(request.lines ?? []);
    const resolution = {
      ...{ number: request.number, date: request.resolutionDate, lines },
      abstentions: request.abstentions ? readAbstentions(request.abstentions) : null,
    };
    const { answer } = await this.#transactions.runOnce(
      claimedBy(actor, claim),
      async (manager) => {
        const { regulationId, kernIds } = await this.#lists.get(manager, listId);
        const budgets = await this.#budgets.ofRegulation(manager, regulationId, kernIds);
        const budgetIds = budgets.map((budget) => budget.id);
        const { list: open, decided: taken } = await this.#resolutions.register(
          manager,
          actor,
          listId,
          expectedVersion,
          budgetIds,
          resolution,
        );
        await this.#lists.close(manager, actor, open, taken, resolution);
        const list = await this.#lists.get(manager, listId);
        const decided = await this.#lists.lines(manager, listId);
        return collegeListOf({ list, lines: decided, notReady: [] }, await this.#kernen.byId(manager), actor);
      },
      (manager) => this.#visible.open(manager, actor, listId),
    );
    return answer;
  }
}
