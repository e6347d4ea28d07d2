import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { newId } from '../kernel/ids.ts';
import type { Cents } from '../kernel/money.ts';
import { AuditLog } from '../audit/audit-log.service.ts';
import { BudgetEntity } from './budget.entity.ts';
import { budgetIn, type BudgetState } from './domain/ledger-state.ts';
import { LedgerService } from './ledger.service.ts';

/** Where a budget belongs. */
export interface BudgetPlace {
  /** Null for a budget that all kernen of the scheme share. */
  readonly kernId: string | null;
  readonly regulationId: string;
  readonly year: number;
}

export interface NewBudget extends BudgetPlace {
  /** What the kern gets, and at the same time the most that can be granted from it. */
  readonly ceilingCents: Cents;
  /** The resolution or publication that made the money available. */
  readonly reference: string;
  readonly countsOn: CalendarDate;
}

/** Opens the budget of a kern for a regulation and a year, with its first allocation, while a place is set up. */
@Injectable()
export class BudgetOpening {
  readonly #ledger: LedgerService;
  readonly #audit: AuditLog;

  constructor(ledger: LedgerService, audit: AuditLog) {
    this.#ledger = ledger;
    this.#audit = audit;
  }

  async open(manager: EntityManager, actor: Actor, opening: NewBudget): Promise<BudgetState> {
    const { kernId, regulationId, year, ceilingCents, reference, countsOn } = opening;
    const budgetId = newId();
    await this.insert(manager, actor, budgetId, { kernId, regulationId, year });
    const locked = await this.#ledger.lock(manager, [budgetId]);
    const after = this.#ledger.post(manager, locked, [
      {
        budgetId,
        movement: 'allocate',
        amountCents: ceilingCents,
        grantId: null,
        reference,
        reason: null,
        actorSubject: actor.subject,
        countsOn,
      },
    ]);
    return budgetIn(after, budgetId);
  }

  /** Makes an empty budget. */
  async insert(manager: EntityManager, actor: Actor, id: string, place: BudgetPlace): Promise<void> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(BudgetEntity, ['id', 'kernId', 'regulationId', 'year'])
      .values({ id, ...place })
      .execute();
    this.#audit.record(manager, actor, {
      action: 'budget:open',
      subjectKind: 'budget',
      subjectId: id,
      detail: { ...place },
    });
  }
}
