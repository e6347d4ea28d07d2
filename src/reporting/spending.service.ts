import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { reachOf } from '../identity/domain/permission.ts';
import { SpendingLineResponse } from './spending.response.ts';

const spendingQuery = `
  SELECT kern_code AS "kernCode", kern_name AS "kernName", regulation_code AS "regulationCode", year,
    allocated_cents AS "allocatedCents", available_cents AS "availableCents", held_cents AS "heldCents",
    committed_cents AS "committedCents", paid_cents AS "paidCents", receivable_cents AS "receivableCents",
    lapsed_cents AS "lapsedCents"
  FROM kern_spending
  WHERE ($1::integer IS NULL OR year = $1) AND ($2 OR kern_code = ANY($3))
  ORDER BY year, regulation_code, kern_name`;

/** What each kern got, promised and paid, from the balances of the ledger. */
@Injectable()
export class SpendingService {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** @param year null for every year */
  async spending(actor: Actor, year: number | null): Promise<SpendingLineResponse[]> {
    const { all, kernCodes } = reachOf(actor, 'report:read');
    const rows = await this.#manager.query<SpendingLineResponse[]>(spendingQuery, [
      year,
      all,
      [...kernCodes],
    ]);
    return rows.map((row) => Object.assign(new SpendingLineResponse(), row));
  }
}
