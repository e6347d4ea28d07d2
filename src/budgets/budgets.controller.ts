import { Controller, Get, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Operation } from '../platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { KernenService } from '../kernen/kernen.service.ts';
import { BudgetHistory } from './budget-history.service.ts';
import { BudgetResponse, LedgerEntryResponse } from './budget.response.ts';
import { BudgetsQuery, EntriesQuery, MomentQuery } from './budgets.query.ts';
import { BudgetsService } from './budgets.service.ts';
import { budgetColumns, entryColumns } from './csv-columns.ts';
import { placeNames } from './domain/place-names.ts';

@Controller('budgets')
export class BudgetsController {
  readonly #budgets: BudgetsService;
  readonly #kernen: KernenService;
  readonly #history: BudgetHistory;
  readonly #manager: EntityManager;

  constructor(
    budgets: BudgetsService,
    kernen: KernenService,
    history: BudgetHistory,
    manager: EntityManager,
  ) {
    this.#budgets = budgets;
    this.#history = history;
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
    csv: { property: 'items', columns: budgetColumns },
    problems: [404],
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
      BudgetResponse.of(budget, placeNames(budget.kernId, kernen)),
    );
  }

  @Get(':budgetId')
  @Operation({
    id: 'getBudget',
    summary: 'Eén budget',
    description: 'De stand van nu, of zoals die bekend was, of tot en met een dag.',
    tag: 'budgetten',
    right: 'public',
    ok: BudgetResponse,
  })
  async get(
    @PathId('budgetId', 'Kenmerk van het budget.') budgetId: string,
    @Query() moment: MomentQuery,
  ): Promise<BudgetResponse> {
    const now = await this.#budgets.get(this.#manager, budgetId);
    const budget = await this.#history.at(this.#manager, now, moment);
    return BudgetResponse.of(budget, placeNames(budget.kernId, await this.#kernen.byId(this.#manager)));
  }

  @Get(':budgetId/entries')
  @Operation({
    id: 'listLedgerEntries',
    summary: 'Het grootboek van een kern',
    description:
      'De boekingen op volgorde, met het saldo na elke boeking. Met "account" de boekingen achter één saldo. Ook als CSV.',
    tag: 'budgetten',
    right: 'ledger:read',
    list: LedgerEntryResponse,
    csv: { property: 'items', columns: entryColumns },
  })
  async entries(
    @PathId('budgetId', 'Kenmerk van het budget.') budgetId: string,
    @Query() query: EntriesQuery,
  ): Promise<Page<LedgerEntryResponse>> {
    const after = decodePageKey(query.after, ['integer']);
    await this.#budgets.get(this.#manager, budgetId);
    const rows = await this.#budgets.entries(
      this.#manager,
      budgetId,
      query,
      after?.[0] ?? 0,
      query.limit + 1,
    );
    return pageOf(rows, query.limit, (entry) => [entry.version]).map((entry) =>
      LedgerEntryResponse.of(entry),
    );
  }
}
