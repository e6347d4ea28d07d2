import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { present } from '../kernel/assert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { type Cents, cents } from '../kernel/money.ts';
import { accountOf } from './account-names.ts';
import type { BudgetState } from './domain/ledger-state.ts';
import { accounts, emptyPosition, type Position } from './domain/position.ts';
import { budgetsProblem } from './domain/budgets.problems.ts';
import { LedgerEntryEntity } from './ledger-entry.entity.ts';

/** At which moment one looks: as it was known at a version or an instant, and counting for a day. */
export interface LedgerMoment {
  readonly version?: number;
  readonly knownAt?: Date;
  readonly countingOn?: CalendarDate;
}

const countedLater = `
  SELECT account, sum(change)::bigint AS cents FROM (
    SELECT debit_account AS account, amount_cents AS change FROM ledger_entry
      WHERE budget_id = $1 AND counts_on > $2 AND version <= $3
    UNION ALL
    SELECT credit_account, -amount_cents FROM ledger_entry
      WHERE budget_id = $1 AND counts_on > $2 AND version <= $3) AS moved
  GROUP BY account`;

/** Balances of the past. Each entry keeps the balances after it, so that a version is found without adding up. */
@Injectable()
export class BudgetHistory {
  /** @throws DomainError `version-unknown` when the budget has not come that far */
  async at<Budget extends BudgetState>(
    manager: EntityManager,
    budget: Budget,
    moment: LedgerMoment,
  ): Promise<BudgetState> {
    const version = await this.#versionAt(manager, budget, moment);
    const known = version === budget.version ? budget : await this.#positionAt(manager, budget.id, version);
    const position = accounts.map((account) => [account, known[account]] as const);
    const later = moment.countingOn
      ? await this.#countedLater(manager, budget.id, version, moment.countingOn)
      : emptyPosition;
    const counted = position.map(([account, amountCents]) => [account, cents(amountCents - later[account])]);
    return { ...budget, ...(Object.fromEntries(counted) as Position), version };
  }

  async #versionAt(manager: EntityManager, budget: BudgetState, moment: LedgerMoment): Promise<number> {
    const { version, knownAt } = moment;
    if (version !== undefined && version > budget.version) {
      throw budgetsProblem('version-unknown', `Dit budget telt ${budget.version} boekingen.`);
    }
    if (knownAt === undefined) return version ?? budget.version;
    const last = await manager
      .createQueryBuilder(LedgerEntryEntity, 'entry')
      .where('entry.budgetId = :id AND entry.recordedAt <= :knownAt', { id: budget.id, knownAt })
      .orderBy('entry.recordedAt', 'DESC')
      .addOrderBy('entry.version', 'DESC')
      .limit(1)
      .getOne();
    return Math.min(last?.version ?? 0, version ?? budget.version);
  }

  async #positionAt(manager: EntityManager, budgetId: string, version: number): Promise<Position> {
    if (version === 0) return emptyPosition;
    const entry = await manager.findOneBy(LedgerEntryEntity, { budgetId, version });
    return present(entry, 'entries number without a gap');
  }

  async #countedLater(
    manager: EntityManager,
    budgetId: string,
    version: number,
    day: CalendarDate,
  ): Promise<Position> {
    const rows = await manager.query<{ account: string; cents: Cents }[]>(countedLater, [
      budgetId,
      day,
      version,
    ]);
    const changes = rows.map(({ account, cents: changeCents }) => [accountOf(account), changeCents]);
    return { ...emptyPosition, ...(Object.fromEntries(changes) as Partial<Position>) };
  }
}
