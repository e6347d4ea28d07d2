import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present, unreachable } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { newId } from '../kernel/ids.ts';
import type { Cents } from '../kernel/money.ts';
import { BudgetEntity } from './budget.entity.ts';
import { budgetsProblems, ceilingReached, moreThanCommitted } from './domain/budgets.problems.ts';
import { move, type Movement, movements } from './domain/movement.ts';
import type { Account } from './domain/position.ts';

/** What is to be booked. */
export interface Posting {
  readonly budgetId: string;
  readonly movement: Movement;
  readonly amountCents: Cents;
  /** The decision whose money this is; null for the budget itself. */
  readonly grantId: string | null;
  /** Why this is booked: a resolution, decision or payment. */
  readonly reference: string;
  readonly reason: string | null;
  readonly actorSubject: string;
  /** The day it counts for, which may be earlier than the day it is recorded. */
  readonly countsOn: CalendarDate;
}

const statement = `SELECT version, available_cents AS "availableCents"
  FROM post_ledger_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

const columnNames = { inPayment: 'in_payment', writtenOff: 'written_off' } as const;

function columnOf(account: Account): string {
  return account === 'inPayment' || account === 'writtenOff' ? columnNames[account] : account;
}

/** What a movement adds to the used part of the ceiling and to the committed part of a grant. */
const usedBy = { allocate: 0, commit: 1, release: -1 } as const satisfies Record<Movement, -1 | 0 | 1>;

/** Books entries. The rules decide on a locked balance; the database's checks refuse what they would miss. */
@Injectable()
export class LedgerService {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Locks budgets in a fixed order, so that two transactions never wait for each other. */
  async lock(manager: EntityManager, budgetIds: readonly string[]): Promise<BudgetEntity[]> {
    return manager
      .createQueryBuilder(BudgetEntity, 'budget')
      .where('budget.id = ANY(:ids)', { ids: [...budgetIds] })
      .orderBy('budget.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /**
   * Books postings on one budget that the caller has locked.
   * @returns the budget's balances after the last posting
   * @throws DomainError `ceiling-reached`, `more-than-committed` or `amount-not-positive`; nothing is kept then
   */
  async post(
    manager: EntityManager,
    budget: BudgetEntity,
    postings: readonly Posting[],
  ): Promise<BudgetEntity> {
    let after = budget;
    for (const posting of postings) {
      const outcome = move(after, posting.movement, posting.amountCents);
      if (outcome.kind !== 'booked') throw refusal(outcome);
      const version = await this.#write(manager, posting);
      after = Object.assign(new BudgetEntity(), after, outcome.position, { version });
    }
    return after;
  }

  async #write(manager: EntityManager, posting: Posting): Promise<number> {
    const { debit, credit } = movements[posting.movement];
    const usedCents = usedBy[posting.movement] * posting.amountCents;
    const rows = await manager.query<{ version: number }[]>(statement, [
      newId(),
      posting.budgetId,
      posting.movement,
      columnOf(debit),
      columnOf(credit),
      posting.amountCents,
      usedCents,
      posting.grantId,
      usedCents,
      posting.reference,
      posting.reason,
      posting.actorSubject,
      this.#clock.now(),
      posting.countsOn,
    ]);
    return present(rows[0], 'posting answers one row').version;
  }
}

function refusal(outcome: Exclude<ReturnType<typeof move>, { kind: 'booked' }>): DomainError {
  switch (outcome.kind) {
    case 'ceiling-reached':
      return ceilingReached(outcome.availableCents);
    case 'more-than-committed':
      return moreThanCommitted(outcome.committedCents);
    case 'amount-not-positive':
      return DomainError.of(budgetsProblems, 'amount-not-positive', 'Geef een bedrag van meer dan nul cent.');
    default:
      return unreachable(outcome);
  }
}
