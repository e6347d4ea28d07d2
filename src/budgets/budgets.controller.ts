import { Controller, Get, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { BudgetResponse, LedgerEntryResponse } from './budget.response.ts';
import { BudgetsService } from './budgets.service.ts';

export class BudgetsQuery extends PageQuery {
  @CodeField({ description: 'Alleen van deze kern.', optional: true })
  kernCode?: string;

  @IntegerField({ description: 'Alleen van dit jaar.', minimum: 1900, maximum: 2199, optional: true })
  year?: number;
}

@Controller('budgets')
export class BudgetsController {
  readonly #budgets: BudgetsService;
  readonly #kernen: KernenService;
  readonly #manager: EntityManager;

  constructor(budgets: BudgetsService, kernen: KernenService, manager: EntityManager) {
    this.#budgets = budgets;
    this.#kernen = kernen;
    this.#manager = manager;
  }

  @Get()
  @Operation({
    id: 'listBudgets',
    summary: 'De budgetten van de kernen',
    description: 'Wat elke kern heeft, wat is toegezegd en wat nog beschikbaar is.',
    tag: 'budgetten',
    right: 'public',
    list: BudgetResponse,
  })
  async list(@Query() query: BudgetsQuery): Promise<Page<BudgetResponse>> {
    const after = decodePageKey(query.after, ['id']);
    const kern =
      query.kernCode === undefined ? null : await this.#kernen.getByCode(this.#manager, query.kernCode);
    const filter = {
      ...(kern && { kernId: kern.id }),
      ...(query.year !== undefined && { year: query.year }),
    };
    const rows = await this.#budgets.list(this.#manager, filter, after?.[0] ?? null, query.limit + 1);
    const kernen = await this.#kernen.byId(this.#manager);
    return pageOf(rows, query.limit, (budget) => [budget.id]).map((budget) =>
      BudgetResponse.of(budget, present(kernen.get(budget.kernId), 'a budget is of a kern')),
    );
  }

  @Get(':budgetId')
  @Operation({
    id: 'getBudget',
    summary: 'Eén budget',
    description: 'De stand van nu.',
    tag: 'budgetten',
    right: 'public',
    ok: BudgetResponse,
  })
  async get(@PathId('budgetId', 'Kenmerk van het budget.') budgetId: string): Promise<BudgetResponse> {
    const budget = await this.#budgets.get(this.#manager, budgetId);
    return BudgetResponse.of(budget, await this.#kernen.get(this.#manager, budget.kernId));
  }

  @Get(':budgetId/entries')
  @Operation({
    id: 'listLedgerEntries',
    summary: 'Het grootboek van een kern',
    description: 'Alle boekingen op volgorde, met het saldo na elke boeking.',
    tag: 'budgetten',
    right: 'ledger:read',
    list: LedgerEntryResponse,
  })
  async entries(
    @PathId('budgetId', 'Kenmerk van het budget.') budgetId: string,
    @Query() query: PageQuery,
  ): Promise<Page<LedgerEntryResponse>> {
    const after = decodePageKey(query.after, ['integer']);
    await this.#budgets.get(this.#manager, budgetId);
    const rows = await this.#budgets.entries(this.#manager, budgetId, after?.[0] ?? 0, query.limit + 1);
    return pageOf(rows, query.limit, (entry) => [entry.version]).map((entry) =>
      LedgerEntryResponse.of(entry),
    );
  }
}
