import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { newId } from '../kernel/ids.ts';
import { type Cents, zeroCents } from '../kernel/money.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { BudgetEntity } from './budget.entity.ts';
import { BudgetLimitEntity } from './budget-limit.entity.ts';
import { emptyPosition } from './domain/position.ts';
import { LedgerService } from './ledger.service.ts';

export interface NewBudget {
  readonly kernId: string;
  readonly regulationId: string;
  readonly year: number;
  /** What the kern gets, and at the same time the most that can be granted from it. */
  readonly ceilingCents: Cents;
  /** The resolution or publication that made the money available. */
  readonly reference: string;
  readonly countsOn: CalendarDate;
}

/** Opens the budget of a kern for a regulation and a year, with its ceiling and its first allocation. */
@Injectable()
export class BudgetOpening {
  readonly #ledger: LedgerService;
  readonly #audit: AuditLog;

  constructor(ledger: LedgerService, audit: AuditLog) {
    this.#ledger = ledger;
    this.#audit = audit;
  }

  async open(manager: EntityManager, actor: Actor, opening: NewBudget): Promise<BudgetEntity> {
    const { kernId, regulationId, year, ceilingCents, reference, countsOn } = opening;
    const place = { id: newId(), kernId, regulationId, year, version: 0 };
    const budget = Object.assign(new BudgetEntity(), place, emptyPosition);
    await manager.insert(BudgetEntity, budget);
    await manager.insert(BudgetLimitEntity, {
      budgetId: budget.id,
      limitCents: ceilingCents,
      usedCents: zeroCents,
    });
    await this.#audit.record(manager, actor, {
      action: 'budget:open',
      subjectKind: 'budget',
      subjectId: budget.id,
      detail: { year, ceilingCents, reference },
    });
    return this.#ledger.post(manager, budget, [
      {
        budgetId: budget.id,
        movement: 'allocate',
        amountCents: ceilingCents,
        grantId: null,
        reference,
        reason: null,
        actorSubject: actor.subject,
        countsOn,
      },
    ]);
  }
}
