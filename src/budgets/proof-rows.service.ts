import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accountOf, columnOf } from './account-names.ts';
import { type GrantAccount, grantAccounts, accounts, isGrantAccount } from './domain/position.ts';
import type { StoredBudget, StoredEntry, StoredGrant } from './domain/proof/budget-chain.ts';
import type { StoredPaper } from './domain/proof/paper-chain.ts';
import type { StoredLimit, StoredLimitEntry } from './domain/proof/limit-chain.ts';

const batchSize = 5_000;

const micros = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::bigint`;
const balancesOf = (alias: string) =>
  accounts.map((account) => `${alias}.${columnOf(account)}_cents AS "${account}"`).join(', ');
const amounts = grantAccounts.map((account) => `${columnOf(account)}_cents AS "${account}"`).join(', ');
const used = grantAccounts.map((account) => `${columnOf(account)}_cents`).join(' + ');

const budgetsStatement = `
  SELECT b.id, b.kern_id AS "kernId", b.regulation_id AS "regulationId", b.year, b.version,
    encode(b.head_hash, 'hex') AS "headHash", ${balancesOf('b')}
  FROM budget b ORDER BY b.id`;

const entriesStatement = `
  SELECT e.id, e.journal_id AS "journalId", e.budget_id AS "budgetId", e.version,
    to_char(e.counts_on, 'YYYY-MM-DD') AS "countsOn", e.amount_cents AS "amountCents", ${balancesOf('e')},
    ${micros('e.recorded_at')} AS "recordedMicros", e.grant_id AS "grantId", e.hold_id AS "holdId", e.corrects_id AS "correctsId",
    e.movement, e.debit_account AS "debitColumn", e.credit_account AS "creditColumn", e.reference, e.reason,
    e.actor_subject AS "actorSubject", encode(e.hash, 'hex') AS hash,
    o.budget_id AS "oldBudgetId", o.amount_cents AS "oldAmountCents", o.grant_id AS "oldGrantId", o.hold_id AS "oldHoldId",
    o.debit_account AS "oldDebit", o.credit_account AS "oldCredit"
  FROM ledger_entry e LEFT JOIN ledger_entry o ON o.id = e.corrects_id
  WHERE e.budget_id = $1 AND e.version > $2 ORDER BY e.version LIMIT ${batchSize}`;

const limitsStatement = `
  SELECT l.id, l.kind, l.code, l.budget_id AS "budgetId", l.regulation_id AS "regulationId", l.year, l.version,
    l.limit_cents AS "limitCents", l.used_cents AS "usedCents", l.binds, encode(l.head_hash, 'hex') AS "headHash",
    CASE WHEN l.budget_id IS NULL
      THEN (SELECT coalesce(sum(${used}), 0)::bigint FROM budget b WHERE b.regulation_id = l.regulation_id AND b.year = l.year)
      ELSE (SELECT coalesce(sum(${used}), 0)::bigint FROM grant_position g WHERE l.id = ANY(g.limit_ids))
    END AS "grantedCents",
    CASE WHEN l.budget_id IS NULL
      THEN (SELECT coalesce(-sum(source_cents + transferred_cents), 0)::bigint FROM budget b
            WHERE b.regulation_id = l.regulation_id AND b.year = l.year)
    END AS "allocatedCents"
  FROM ledger_limit l ORDER BY l.id`;

const limitEntriesStatement = `
  SELECT s.limit_id AS "limitId", s.version, s.entry_id AS "entryId", s.change_cents AS "changeCents",
    s.used_cents AS "usedCents", s.limit_cents AS "limitCents", s.binds, s.reference,
    ${micros('s.recorded_at')} AS "recordedMicros", encode(s.hash, 'hex') AS hash,
    e.amount_cents AS "amountCents", e.debit_account AS debit, e.credit_account AS credit
  FROM ledger_limit_entry s LEFT JOIN ledger_entry e ON e.id = s.entry_id
  WHERE s.limit_id = $1 ORDER BY s.version`;

/** In the order of the chain; what is in no link comes last. A link that names two things names none. */
const papersStatement = `
  SELECT p.sequence, encode(p.hash, 'hex') AS hash,
    CASE WHEN coalesce(p.run_id, r.id) IS NULL THEN 'besluit ' || coalesce(p.resolution_id, s.id)
      ELSE 'mutatie ' || coalesce(p.run_id, r.id) END AS place,
    CASE
      WHEN num_nonnulls(p.run_id, p.resolution_id) = 2 THEN NULL
      WHEN r.id IS NOT NULL THEN json_build_array(r.id, r.kind, r.status, r.version, r.counts_on, r.reference,
        r.reason, r.resolution_id, r.request::text, r.plan::text, r.budget_versions::text, r.journal_id, r.reverses_id,
        r.proposed_by, ${micros('r.proposed_at')}, r.decided_by, ${micros('r.decided_at')}, r.rejection_reason)
      WHEN s.id IS NOT NULL THEN json_build_array(s.id, s.body, s.number, s.decided_on, s.title, s.document_reference,
        s.registered_by, ${micros('s.registered_at')})
    END AS fields
  FROM ledger_paper p
  FULL JOIN (SELECT * FROM ledger_run WHERE status <> 'proposed') r ON r.id = p.run_id
  FULL JOIN ledger_resolution s ON s.id = p.resolution_id
  ORDER BY p.sequence NULLS LAST`;

interface EntryRow extends Omit<StoredEntry, 'debitAccount' | 'creditAccount' | 'corrected'> {
  readonly oldBudgetId: string | null;
  readonly oldAmountCents: StoredEntry['amountCents'];
  readonly oldGrantId: string | null;
  readonly oldHoldId: string | null;
  readonly oldDebit: string;
  readonly oldCredit: string;
}

interface LimitEntryRow extends Omit<StoredLimitEntry, 'entryChangeCents'> {
  readonly amountCents: number | null;
  readonly debit: string;
  readonly credit: string;
}

function entryOf(row: EntryRow): StoredEntry {
  const { oldBudgetId, oldAmountCents, oldGrantId, oldHoldId, oldDebit, oldCredit, ...entry } = row;
  const corrected = oldBudgetId !== null && {
    ...{ budgetId: oldBudgetId, amountCents: oldAmountCents },
    ...{ grantId: oldGrantId, holdId: oldHoldId },
    ...{ debit: accountOf(oldDebit), credit: accountOf(oldCredit) },
  };
  return {
    ...entry,
    debitAccount: accountOf(entry.debitColumn),
    creditAccount: accountOf(entry.creditColumn),
    corrected: corrected || null,
  };
}

function limitEntryOf({ amountCents, debit, credit, ...step }: LimitEntryRow): StoredLimitEntry {
  if (amountCents === null) return { ...step, entryChangeCents: null };
  const counted = (column: string) => Number(isGrantAccount(accountOf(column)));
  const change = (counted(debit) - counted(credit)) * amountCents;
  return { ...step, entryChangeCents: change as StoredLimitEntry['changeCents'] };
}

/** Reads the ledger as it stands in the database, for who checks it. */
@Injectable()
export class ProofRows {
  budgets(manager: EntityManager): Promise<StoredBudget[]> {
    return manager.query<StoredBudget[]>(budgetsStatement);
  }

  /** All entries of a budget in their order, a batch at a time, so that a long history fits in memory. */
  async *entries(manager: EntityManager, budgetId: string): AsyncGenerator<StoredEntry> {
    for (let after = 0; ;) {
      const rows = await manager.query<EntryRow[]>(entriesStatement, [budgetId, after]);
      for (const row of rows) yield entryOf(row);
      if (rows.length < batchSize) return;
      after = rows.at(-1)?.version ?? after;
    }
  }

  grants(manager: EntityManager, budgetId: string): Promise<(StoredGrant & Record<GrantAccount, number>)[]> {
    const text = `SELECT grant_id AS "grantId", ${amounts} FROM grant_position WHERE budget_id = $1`;
    return manager.query(text, [budgetId]);
  }

  limits(manager: EntityManager): Promise<StoredLimit[]> {
    return manager.query<StoredLimit[]>(limitsStatement);
  }

  papers(manager: EntityManager): Promise<StoredPaper[]> {
    return manager.query<StoredPaper[]>(papersStatement);
  }

  async limitEntries(manager: EntityManager, limitId: string): Promise<StoredLimitEntry[]> {
    const rows = await manager.query<LimitEntryRow[]>(limitEntriesStatement, [limitId]);
    return rows.map(limitEntryOf);
  }
}
