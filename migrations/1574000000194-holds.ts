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

/** By movement its debit and its credit. */
const movements: Readonly<Record<string, readonly [string, string]>> = {
  allocate: ['available', 'source'],
  'transfer-out': ['transferred', 'available'],
  'transfer-in': ['available', 'transferred'],
  hold: ['held', 'available'],
  unhold: ['available', 'held'],
  commit: ['committed', 'available'],
  'commit-held': ['committed', 'held'],
  release: ['available', 'committed'],
  'release-lapsed': ['lapsed', 'committed'],
  'order-payment': ['in_payment', 'committed'],
  pay: ['paid', 'in_payment'],
  'payment-rejected': ['committed', 'in_payment'],
  'payment-returned': ['committed', 'paid'],
  'claim-back': ['receivable', 'paid'],
  receive: ['available', 'receivable'],
  'receive-lapsed': ['lapsed', 'receivable'],
  'write-off': ['written_off', 'receivable'],
  lapse: ['lapsed', 'available'],
};

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
const columns = accounts.map((account) => `${account}_cents`);
/** A debit adds to an account and a credit subtracts, so that all accounts together stay zero. */
const change = (account: string) =>
  `CASE '${account}' WHEN p_debit THEN p_amount_cents WHEN p_credit THEN -p_amount_cents ELSE 0 END`;
const moved = (account: string) => `b.${account}_cents + ${change(account)}`;
const refuse = (constraint: string) =>
  `RAISE EXCEPTION 'refused by ${constraint}' USING ERRCODE = '23514', CONSTRAINT = '${constraint}'`;

const knownSides = Object.entries(movements)
  .map(
    ([movement, [debit, credit]]) =>
      `WHEN '${movement}' THEN p_debit = '${debit}' AND p_credit = '${credit}'`,
  )
  .join('\n          ');

const hashed = `encode(b.head_hash, 'hex'), p_id, p_journal_id, b.id,
  b.kern_id, b.regulation_id, b.year, b.version + 1, to_char(p_counts_on, 'YYYY-MM-DD'), p_amount_cents,
  ${accounts.map(moved).join(', ')}, (extract(epoch FROM p_recorded_at) * 1000000)::bigint, p_grant_id,
  p_corrects_id, p_movement, p_debit, p_credit, p_reference, p_reason, p_actor_subject`;

/**
 * Reservations get an id of their own, which stands on every entry that makes, releases or uses one, so that money kept
 * apart for one objection is not taken for another. It is part of what is hashed; entries of before have none, and their
 * hash stays as it was: what is still reserved by them is one reservation of the budget, with the id of the budget.
 */
export class Holds1574000000194 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE ledger_entry ADD COLUMN hold_id uuid');
    await queryRunner.query(`
      CREATE INDEX ledger_entry_held ON ledger_entry (budget_id)
        WHERE 'held' IN (debit_account, credit_account)`);
    await queryRunner.query('ALTER FUNCTION post_ledger_entry RENAME TO post_ledger_entry_before_holds');
    await queryRunner.query(`
      DO $$ BEGIN
        EXECUTE format('REVOKE EXECUTE ON FUNCTION post_ledger_entry_before_holds FROM %I', service_role());
      END $$`);
    await createPosting(queryRunner);
    await grantExecuteToService(queryRunner, ['post_ledger_entry']);
  }

  /** What was booked on reservations with an id cannot be proven any more without it. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION post_ledger_entry');
    await queryRunner.query('ALTER FUNCTION post_ledger_entry_before_holds RENAME TO post_ledger_entry');
    await grantExecuteToService(queryRunner, ['post_ledger_entry']);
    await queryRunner.query('DROP INDEX ledger_entry_held');
    await queryRunner.query('ALTER TABLE ledger_entry DROP COLUMN hold_id');
  }
}

async function createPosting(queryRunner: QueryRunner): Promise<void> {
  const ofGrant = (side: string) => `${side} IN (${quoted(grantAccounts)})`;
  await queryRunner.query(`
    CREATE FUNCTION post_ledger_entry(
      p_id uuid, p_journal_id uuid, p_budget_id uuid, p_movement text, p_debit text, p_credit text,
      p_amount_cents bigint, p_grant_id uuid, p_limit_ids uuid[], p_scheme_limit_id uuid,
      p_limit_change_cents bigint, p_corrects_id uuid, p_reference text, p_reason text, p_actor_subject text,
      p_recorded_at timestamptz, p_counts_on date, p_hold_id uuid DEFAULT NULL
    ) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
    DECLARE v_version integer; v_limit uuid;
    BEGIN
      IF (CASE p_movement
          ${knownSides}
          WHEN 'correct' THEN p_debit IN (${quoted(accounts)}) AND p_credit IN (${quoted(accounts)})
          END) IS NOT TRUE THEN
        ${refuse('ledger_entry_movement_known')};
      END IF;
      IF (p_grant_id IS NOT NULL) <> (${ofGrant('p_debit')} OR ${ofGrant('p_credit')}) THEN
        ${refuse('ledger_entry_grant_named')};
      END IF;
      IF p_hold_id IS NOT NULL AND 'held' NOT IN (p_debit, p_credit) THEN
        ${refuse('ledger_entry_hold_named')};
      END IF;
      IF EXISTS (SELECT 1 FROM ledger_year y WHERE y.closed AND y.year = extract(year FROM p_counts_on)) THEN
        ${refuse('ledger_year_open')};
      END IF;
      WITH after AS (
        UPDATE budget AS b SET version = b.version + 1,
            ${accounts.map((account) => `${account}_cents = ${moved(account)}`).join(', ')},
            head_hash = sha256(convert_to((CASE WHEN p_hold_id IS NULL THEN json_build_array(${hashed})
              ELSE json_build_array(${hashed}, p_hold_id) END)::text, 'UTF8'))
          WHERE b.id = p_budget_id RETURNING b.*)
      INSERT INTO ledger_entry (id, journal_id, budget_id, version, counts_on, amount_cents, ${columns.join(', ')},
          recorded_at, grant_id, hold_id, corrects_id, movement, debit_account, credit_account, reference, reason,
          actor_subject, hash)
        SELECT p_id, p_journal_id, p_budget_id, after.version, p_counts_on, p_amount_cents,
          ${columns.map((column) => `after.${column}`).join(', ')}, p_recorded_at, p_grant_id, p_hold_id, p_corrects_id,
          p_movement, p_debit, p_credit, p_reference, p_reason, p_actor_subject, after.head_hash
        FROM after RETURNING version INTO STRICT v_version;
      IF p_credit = 'held' AND 0 > (
        SELECT sum(CASE WHEN e.debit_account = 'held' THEN e.amount_cents ELSE -e.amount_cents END)
          FROM ledger_entry e WHERE e.budget_id = p_budget_id AND 'held' IN (e.debit_account, e.credit_account)
            AND coalesce(e.hold_id, e.budget_id) = coalesce(p_hold_id, p_budget_id)) THEN
        ${refuse('ledger_hold_not_negative')};
      END IF;
      IF p_movement IN ('commit', 'commit-held') THEN
        INSERT INTO grant_position AS g (grant_id, budget_id, committed_cents, limit_ids)
          VALUES (p_grant_id, p_budget_id, p_amount_cents, p_limit_ids)
          ON CONFLICT (grant_id) DO UPDATE SET committed_cents = g.committed_cents + excluded.committed_cents
            WHERE g.budget_id = p_budget_id;
      ELSIF p_grant_id IS NOT NULL THEN
        UPDATE grant_position AS g
          SET ${grantAccounts.map((account) => `${account}_cents = g.${account}_cents + ${change(account)}`).join(', ')}
          WHERE g.grant_id = p_grant_id AND g.budget_id = p_budget_id;
      END IF;
      IF p_grant_id IS NOT NULL AND NOT FOUND THEN
        ${refuse('grant_committed_not_negative')};
      END IF;
      IF p_limit_change_cents <> 0 THEN
        FOREACH v_limit IN ARRAY p_limit_ids || array_remove(ARRAY[p_scheme_limit_id], NULL) LOOP
          PERFORM post_limit_entry(v_limit, p_id, p_limit_change_cents, NULL, NULL, NULL, p_recorded_at);
        END LOOP;
      END IF;
      RETURN v_version;
    END $$`);
}
