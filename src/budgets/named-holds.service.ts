import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { zeroCents } from '../kernel/money.ts';
import { budgetsProblem, holdOfAnotherBudget, holdTooSmall } from './domain/budgets.problems.ts';
import type { HoldState, LedgerState } from './domain/ledger-state.ts';

/** Finds the reservation that somebody names for a decision. */
@Injectable()
export class NamedHolds {
  /**
   * @param ledger the budgets of the regulation, as they were read under lock
   * @throws DomainError `hold-not-found`, `hold-of-another-budget` or, when nothing is left of it, `hold-too-small`
   */
  async named(manager: EntityManager, ledger: LedgerState, holdId: string): Promise<HoldState> {
    const hold = ledger.holds.get(holdId);
    if (hold !== undefined) return hold;
    const [known] = await manager.query<{ budgetId: string }[]>(
      `SELECT budget_id AS "budgetId" FROM ledger_entry
        WHERE coalesce(hold_id, budget_id) = $1 AND 'held' IN (debit_account, credit_account) LIMIT 1`,
      [holdId],
    );
    if (known === undefined) {
      throw budgetsProblem('hold-not-found', 'Er is geen reservering met dit kenmerk.');
    }
    throw ledger.budgets.has(known.budgetId) ? holdTooSmall(zeroCents) : holdOfAnotherBudget();
  }
}
