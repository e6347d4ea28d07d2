import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { decodePageKey, type Page, pageOf } from '../platform/http/page.ts';
import type { PageQuery } from '../platform/http/page.query.ts';
import { columnOf } from './account-names.ts';
import { grantAccounts } from './domain/position.ts';
import { LedgerLimitResponse, LedgerYearResponse } from './ledger-limit.response.ts';
import { OpenCommitmentResponse } from './open-commitment.response.ts';
import { OpenHoldResponse } from './open-hold.response.ts';
import { openHoldsOf } from './open-holds.ts';

const openCommitments = `
  SELECT g.grant_id AS "grantId", kern.code AS "kernCode", b.year, first.reference, first.counts_on AS "committedOn",
    g.committed_cents AS "committedCents", g.in_payment_cents AS "inPaymentCents"
  FROM grant_position g
  JOIN budget b ON b.id = g.budget_id
  LEFT JOIN kern ON kern.id = b.kern_id
  JOIN LATERAL (SELECT e.reference, e.counts_on FROM ledger_entry e
    WHERE e.grant_id = g.grant_id ORDER BY e.version LIMIT 1) AS first ON true
  WHERE g.committed_cents + g.in_payment_cents > 0 AND ($1::integer IS NULL OR b.year = $1)
    AND ($2::uuid IS NULL OR g.grant_id > $2)
  ORDER BY g.grant_id LIMIT $3`;

const openHolds = `
  SELECT hold.id AS "holdId", hold."leftCents", kern.code AS "kernCode", b.year, first.reference, first.reason,
    first.counts_on AS "heldOn"
  FROM (${openHoldsOf('($2::uuid IS NULL OR coalesce(e.hold_id, e.budget_id) > $2)')}) AS hold
  JOIN budget b ON b.id = hold."budgetId"
  LEFT JOIN kern ON kern.id = b.kern_id
  JOIN LATERAL (SELECT e.reference, e.reason, e.counts_on FROM ledger_entry e
    WHERE e.budget_id = b.id AND e.debit_account = 'held' AND coalesce(e.hold_id, e.budget_id) = hold.id
    ORDER BY e.version LIMIT 1) AS first ON true
  WHERE $1::integer IS NULL OR b.year = $1
  ORDER BY hold.id LIMIT $3`;

const used = grantAccounts.map((account) => `${columnOf(account)}_cents`).join(' + ');

/** A scheme limit that does not bind is not counted while granting; here its use is added up. */
const limits = `
  SELECT *, "limitCents" - "usedCents" AS "leftCents" FROM (
    SELECT l.id, l.kind, l.code, l.budget_id AS "budgetId", l.regulation_id AS "regulationId", l.year,
      l.limit_cents AS "limitCents", l.binds,
      CASE WHEN l.budget_id IS NOT NULL OR l.binds THEN l.used_cents
        ELSE (SELECT coalesce(sum(${used}), 0)::bigint FROM budget b
          WHERE b.regulation_id = l.regulation_id AND b.year = l.year) END AS "usedCents"
    FROM ledger_limit l WHERE ($1::uuid IS NULL OR l.id > $1)) AS counted
  ORDER BY id LIMIT $2`;

const years = `
  SELECT years.year, coalesce(y.closed, false) AS closed
  FROM (SELECT DISTINCT year FROM budget WHERE $1::integer IS NULL OR year > $1) AS years
  LEFT JOIN ledger_year y ON y.year = years.year
  ORDER BY years.year LIMIT $2`;

/** Lists that finance works with: what is still to be paid, what may still be granted, which years are open. */
@Injectable()
export class LedgerOverviews {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  async openCommitments(
    year: number | null,
    { after, limit }: PageQuery,
  ): Promise<Page<OpenCommitmentResponse>> {
    const key = decodePageKey(after, ['id']);
    const values = [year, key?.[0] ?? null, limit + 1];
    const rows = await this.#manager.query<OpenCommitmentResponse[]>(openCommitments, values);
    return pageOf(rows, limit, ({ grantId }) => [grantId]).map((row) =>
      Object.assign(new OpenCommitmentResponse(), row),
    );
  }

  async openHolds(year: number | null, { after, limit }: PageQuery): Promise<Page<OpenHoldResponse>> {
    const key = decodePageKey(after, ['id']);
    const values = [year, key?.[0] ?? null, limit + 1];
    const rows = await this.#manager.query<OpenHoldResponse[]>(openHolds, values);
    return pageOf(rows, limit, ({ holdId }) => [holdId]).map((row) =>
      Object.assign(new OpenHoldResponse(), row),
    );
  }

  async limits({ after, limit }: PageQuery): Promise<Page<LedgerLimitResponse>> {
    const key = decodePageKey(after, ['id']);
    const rows = await this.#manager.query<LedgerLimitResponse[]>(limits, [key?.[0] ?? null, limit + 1]);
    return pageOf(rows, limit, ({ id }) => [id]).map((row) => Object.assign(new LedgerLimitResponse(), row));
  }

  async years({ after, limit }: PageQuery): Promise<Page<LedgerYearResponse>> {
    const key = decodePageKey(after, ['integer']);
    const rows = await this.#manager.query<LedgerYearResponse[]>(years, [key?.[0] ?? null, limit + 1]);
    return pageOf(rows, limit, ({ year }) => [year]).map((row) =>
      Object.assign(new LedgerYearResponse(), row),
    );
  }
}
