import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantExecuteToService } from '../src/platform/database/grants.ts';

const accounts = [
  'source',
  'transferred',
  'available',
  'held',
  'committed',
  'in_payment',
  'paid',
  'receivable',
  'lapsed',
  'written_off',
] as const;
const grantAccounts = ['committed', 'in_payment', 'paid', 'receivable', 'written_off'] as const;

const columns = accounts.map((account) => `${account}_cents`);
const columnList = columns.join(', ');
const balances = columns.map((column) => `b.${column}`).join(', ');

/** A debit adds to an account and a credit subtracts, so that all accounts together stay zero. */
const change = (account: string) =>
  `CASE '${account}' WHEN p_debit THEN p_amount_cents WHEN p_credit THEN -p_amount_cents ELSE 0 END`;

/**
 * The only ways in which balances change. TypeScript decides what is booked; these functions only add, and the
 * checks of the tables refuse what the rules would miss. They run as the owner of the tables: the service itself
 * has no right to change a balance.
 */
export class LedgerPosting1574000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createLock(queryRunner);
    await createLimitPosting(queryRunner);
    await createPosting(queryRunner);
    await grantExecuteToService(queryRunner, ['lock_ledger', 'post_ledger_entry', 'post_limit_entry']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['post_ledger_entry', 'post_limit_entry', 'lock_ledger']) {
      await queryRunner.query(`DROP FUNCTION ${name}`);
    }
  }
}

/**
 * Locks budgets, then the limits that count for them, each in the order of their ids, and reads them afterwards:
 * statements of a function see what was committed while it waited. `p_all_limits` also takes scheme limits that do
 * not bind, for who changes allocations.
 */
async function createLock(queryRunner: QueryRunner): Promise<void> {
  const ofTheseBudgets = `l.budget_id = ANY(p_budget_ids) OR (l.budget_id IS NULL AND (l.binds OR p_all_limits)
          AND (l.regulation_id, l.year) IN (SELECT b.regulation_id, b.year FROM budget b WHERE b.id = ANY(p_budget_ids)))`;
  await queryRunner.query(`
    CREATE FUNCTION lock_ledger(p_budget_ids uuid[], p_grant_ids uuid[], p_all_limits boolean)
    RETURNS TABLE (budgets json, limits json, grants json, closed_years json)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      PERFORM 1 FROM budget b WHERE b.id = ANY(p_budget_ids) ORDER BY b.id FOR UPDATE;
      PERFORM 1 FROM ledger_limit l WHERE ${ofTheseBudgets} ORDER BY l.id FOR UPDATE;
      RETURN QUERY SELECT
        (SELECT json_agg(b ORDER BY b.id) FROM budget b WHERE b.id = ANY(p_budget_ids)),
        (SELECT json_agg(l ORDER BY l.id) FROM ledger_limit l WHERE ${ofTheseBudgets}),
        (SELECT json_agg(g) FROM grant_position g WHERE g.grant_id = ANY(p_grant_ids)),
        (SELECT json_agg(y.year) FROM ledger_year y WHERE y.closed);
    END $$`);
}

/** Adds one step to a limit: what an entry used of it, or another amount, or that it binds from now on. */
async function createLimitPosting(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION post_limit_entry(
      p_limit_id uuid, p_entry_id uuid, p_change_cents bigint, p_limit_cents bigint, p_binds boolean,
      p_reference text, p_recorded_at timestamptz
    ) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    DECLARE after ledger_limit%ROWTYPE; v_hash bytea;
    BEGIN
      UPDATE ledger_limit AS l SET version = l.version + 1, used_cents = l.used_cents + p_change_cents,
          limit_cents = coalesce(p_limit_cents, l.limit_cents), binds = coalesce(p_binds, l.binds)
        WHERE l.id = p_limit_id RETURNING l.* INTO STRICT after;
      v_hash := sha256(convert_to(json_build_array(encode(after.head_hash, 'hex'), p_limit_id, after.version,
        after.kind, after.code, after.budget_id, after.regulation_id, after.year, p_entry_id, p_change_cents, after.used_cents, after.limit_cents, after.binds, p_reference,
        (extract(epoch FROM p_recorded_at) * 1000000)::bigint)::text, 'UTF8'));
      UPDATE ledger_limit AS l SET head_hash = v_hash WHERE l.id = p_limit_id;
      INSERT INTO ledger_limit_entry VALUES (p_limit_id, after.version, p_entry_id, p_change_cents,
        after.used_cents, after.limit_cents, after.binds, p_reference, p_recorded_at, v_hash);
    END $$`);
}

/**
 * One statement per entry: the budget row is locked by its update, the position of the grant and the limits follow,
 * and the entry keeps the balances after it and the hash over them, the entry before and itself.
 */
async function createPosting(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION post_ledger_entry(
      p_id uuid, p_journal_id uuid, p_budget_id uuid, p_movement text, p_debit text, p_credit text,
      p_amount_cents bigint, p_grant_id uuid, p_limit_ids uuid[], p_scheme_limit_id uuid,
      p_limit_change_cents bigint, p_corrects_id uuid, p_reference text, p_reason text, p_actor_subject text,
      p_recorded_at timestamptz, p_counts_on date
    ) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    DECLARE b budget%ROWTYPE; v_hash bytea; v_limit uuid;
    BEGIN
      IF EXISTS (SELECT 1 FROM ledger_year y WHERE y.closed AND y.year = extract(year FROM p_counts_on)) THEN
        RAISE EXCEPTION 'the year is closed' USING ERRCODE = '23514', CONSTRAINT = 'ledger_year_open';
      END IF;
      SELECT * INTO STRICT b FROM budget WHERE id = p_budget_id FOR UPDATE;
      b.version := b.version + 1;
      ${accounts.map((account) => `b.${account}_cents := b.${account}_cents + ${change(account)};`).join('\n      ')}
      v_hash := sha256(convert_to(json_build_array(encode(b.head_hash, 'hex'), p_id, p_journal_id, p_budget_id,
        b.kern_id, b.regulation_id, b.year, b.version, to_char(p_counts_on, 'YYYY-MM-DD'), p_amount_cents,
        ${balances}, (extract(epoch FROM p_recorded_at) * 1000000)::bigint, p_grant_id, p_corrects_id, p_movement, p_debit,
        p_credit, p_reference, p_reason, p_actor_subject)::text, 'UTF8'));
      UPDATE budget AS x SET (version, ${columnList}, head_hash) = (b.version, ${balances}, v_hash)
        WHERE x.id = p_budget_id;
      INSERT INTO ledger_entry (id, journal_id, budget_id, version, counts_on, amount_cents, ${columnList},
          recorded_at, grant_id, corrects_id, movement, debit_account, credit_account, reference, reason,
          actor_subject, hash)
        VALUES (p_id, p_journal_id, p_budget_id, b.version, p_counts_on, p_amount_cents,
          ${balances},
          p_recorded_at, p_grant_id, p_corrects_id, p_movement, p_debit, p_credit, p_reference, p_reason,
          p_actor_subject, v_hash);
      IF p_grant_id IS NOT NULL THEN
        UPDATE grant_position AS g SET ${grantAccounts.map((account) => `${account}_cents = g.${account}_cents + ${change(account)}`).join(', ')}
          WHERE g.grant_id = p_grant_id AND g.budget_id = p_budget_id;
        IF NOT FOUND THEN
          INSERT INTO grant_position (grant_id, budget_id, committed_cents, limit_ids)
            VALUES (p_grant_id, p_budget_id, CASE WHEN p_debit = 'committed' THEN p_amount_cents ELSE -1 END,
              p_limit_ids);
        END IF;
      END IF;
      IF p_limit_change_cents <> 0 THEN
        FOREACH v_limit IN ARRAY p_limit_ids || array_remove(ARRAY[p_scheme_limit_id], NULL) LOOP
          PERFORM post_limit_entry(v_limit, p_id, p_limit_change_cents, NULL, NULL, NULL, p_recorded_at);
        END LOOP;
      END IF;
      RETURN b.version;
    END $$`);
}
