import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { BudgetsService } from '../budgets/budgets.service.ts';
import type { CollegeListEntity } from './college-list.entity.ts';
import { CollegeListLines } from './college-list-lines.service.ts';
import { ListChangesResponse } from './list-changes.response.ts';
import { stalenessOf } from './domain/staleness.ts';
import { ListSubjects } from './list-subjects.service.ts';
import { VisibleCollegeLists } from './visible-college-lists.service.ts';

/** Tells whether a list that was not decided on yet still says what would be proposed now. */
@Injectable()
export class ListChanges {
  readonly #transactions: Transactions;
  readonly #visible: VisibleCollegeLists;
  readonly #lines: CollegeListLines;
  readonly #budgets: BudgetsService;
  readonly #subjects: ListSubjects;

  constructor(
    transactions: Transactions,
    visible: VisibleCollegeLists,
    lines: CollegeListLines,
    budgets: BudgetsService,
    subjects: ListSubjects,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#lines = lines;
    this.#budgets = budgets;
    this.#subjects = subjects;
  }

  /** @throws DomainError `college-list-not-found` */
  of(actor: Actor, listId: string): Promise<ListChangesResponse> {
    return this.#transactions.run(async (manager) => {
      const list = await this.#visible.open(manager, actor, listId);
      const { numbers, changes } =
        list.status === 'resolved' ? { numbers: [], changes: [] } : await this.#since(manager, actor, list);
      const isCurrent = list.status === 'resolved' || numbers.length === 0;
      return Object.assign(new ListChangesResponse(), { isCurrent, changedNumbers: numbers, changes });
    });
  }

  async #since(manager: EntityManager, actor: Actor, list: CollegeListEntity) {
    const { subject, regulationId, kernIds, inputs } = list;
    const lines = await this.#lines.of(manager, list.id);
    const budgets = await this.#budgets.ofRegulation(manager, regulationId, kernIds);
    const ledger = await this.#subjects.lock(
      subject,
      manager,
      budgets.map(({ id }) => id),
      [],
    );
    const now = await this.#subjects.proposals(subject, manager, actor, regulationId, ledger, 'look');
    return stalenessOf(lines, inputs, now);
  }
}
