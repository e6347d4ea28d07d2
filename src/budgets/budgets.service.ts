import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { columnOf } from './account-names.ts';
import { BudgetEntity } from './budget.entity.ts';
import { LedgerEntryEntity } from './ledger-entry.entity.ts';
import { budgetNotFound } from './domain/budgets.problems.ts';
import type { EntryKind } from './domain/movement.ts';
import type { Account } from './domain/position.ts';

export interface BudgetFilter {
  readonly kernId?: string;
  readonly regulationId?: string;
  readonly year?: number;
}

/** Which entries of a budget. */
export interface EntryFilter {
  readonly movement?: readonly EntryKind[];
  readonly account?: Account;
  readonly grantId?: string;
  readonly countsFrom?: CalendarDate;
  readonly countsUntil?: CalendarDate;
  readonly version?: number;
}

const entryConditions: Readonly<Record<Exclude<keyof EntryFilter, 'account'>, string>> = {
  movement: 'entry.movement IN (:...movement)',
  grantId: 'entry.grantId = :grantId',
  countsFrom: 'entry.countsOn >= :countsFrom',
  countsUntil: 'entry.countsOn <= :countsUntil',
  version: 'entry.version <= :version',
};

/** Reads budgets and their balances. */
@Injectable()
export class BudgetsService {
  list(
    manager: EntityManager,
    filter: BudgetFilter,
    afterId: string | null,
    limit: number,
  ): Promise<BudgetEntity[]> {
    const query = manager
      .createQueryBuilder(BudgetEntity, 'budget')
      .where(filter)
      .orderBy('budget.id')
      .limit(limit);
    if (afterId !== null) query.andWhere('budget.id > :afterId', { afterId });
    return query.getMany();
  }

  /** @throws DomainError `budget-not-found` */
  async get(manager: EntityManager, budgetId: string): Promise<BudgetEntity> {
    const budget = await manager.findOneBy(BudgetEntity, { id: budgetId });
    if (!budget) throw budgetNotFound();
    return budget;
  }

  /** The entries of a budget in their order, after the entry with number `afterVersion`. */
  entries(
    manager: EntityManager,
    budgetId: string,
    filter: EntryFilter,
    afterVersion: number,
    limit: number,
  ): Promise<LedgerEntryEntity[]> {
    const query = manager
      .createQueryBuilder(LedgerEntryEntity, 'entry')
      .where('entry.budgetId = :budgetId AND entry.version > :afterVersion', { budgetId, afterVersion })
      .orderBy('entry.version')
      .limit(limit);
    for (const [part, condition] of Object.entries(entryConditions)) {
      const value = filter[part as keyof EntryFilter];
      if (value !== undefined) query.andWhere(condition, { [part]: value });
    }
    if (filter.account !== undefined) {
      query.andWhere(':account IN (entry.debitAccount, entry.creditAccount)', {
        account: columnOf(filter.account),
      });
    }
    return query.getMany();
  }

  /** The budgets of a regulation, of the given kernen or of all; also the one that all kernen share. */
  async ofRegulation(
    manager: EntityManager,
    regulationId: string,
    kernIds: readonly string[] | null,
  ): Promise<BudgetEntity[]> {
    const query = manager
      .createQueryBuilder(BudgetEntity, 'budget')
      .where('budget.regulationId = :regulationId', { regulationId });
    if (kernIds !== null) {
      query.andWhere('(budget.kernId = ANY(:kernIds) OR budget.kernId IS NULL)', { kernIds: [...kernIds] });
    }
    return query.getMany();
  }

  /** The budget from which an application in this kern is paid; null as long as nobody gave it money. */
  of(
    manager: EntityManager,
    kernId: string,
    regulationId: string,
    year: number,
  ): Promise<BudgetEntity | null> {
    const scheme = { regulationId, year };
    return manager.findOneBy(BudgetEntity, [
      { kernId, ...scheme },
      { kernId: IsNull(), ...scheme },
    ]);
  }
}
