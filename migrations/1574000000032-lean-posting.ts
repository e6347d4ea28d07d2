import type { MigrationInterface, QueryRunner } from 'typeorm';

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
const heavyChecks = {
  ledger_entry_movement_known: `movement = 'correct' OR (movement, debit_account, credit_account) IN (${Object.entries(
    movements,
  )
    .map(([movement, sides]) => `(${quoted([movement, ...sides])})`)
    .join(', ')})`,
  ledger_entry_grant_named: `(grant_id IS NOT NULL) =
    (debit_account IN (${quoted(grantAccounts)}) OR credit_account IN (${quoted(grantAccounts)}))`,
  ledger_entry_debit_known: `debit_account IN (${quoted(accounts)})`,
  ledger_entry_credit_known: `credit_account IN (${quoted(accounts)})`,
};

/** A debit adds to an account and a credit subtracts, so that all accounts together stay zero. */
const change = (account: string) =>
  `CASE '${account}' WHEN p_debit THEN p_amount_cents WHEN p_credit THEN -p_amount_cents ELSE 0 END`;
const moved = (account: string) => `b.${account}_cents + ${change(account)}`;
const refuse = (constraint: string) =>
  `RAISE EXCEPTION 'refused by ${constraint}' USING ERRCODE = '23514', CONSTRAINT = '${constraint}'`;

/**
 * Booking does the same as before with half of the work of the server. PostgreSQL reads the text of every CHECK anew
 * for each statement, which for the list of movements took longer than writing the row; the posting function, through
 * which alone the service can write, now asks the same before it writes. And both functions keep their plans. What
 * was known at a moment is found by an index, however long ago it was.
 */
export class LeanPosting1574000000032 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const name of Object.keys(heavyChecks)) {
      await queryRunner.query(`ALTER TABLE ledger_entry DROP CONSTRAINT ${name}`);
    }
    await queryRunner.query(
      'CREATE INDEX ledger_entry_recorded ON ledger_entry (budget_id, recorded_at, version)',
    );
    await replaceLock(queryRunner);
    await replacePosting(queryRunner);
  }

  /** The functions may stay: they do what those before them did. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ledger_entry_recorded');
    for (const [name, check] of Object.entries(heavyChecks)) {
      await queryRunner.query(`ALTER TABLE ledger_entry ADD CONSTRAINT ${name} CHECK (${check})`);
    }
  }
}

/**
 * Rows are read as they are locked: a locked row is the newest, also when it was waited for. Limits come in a
 * statement after the budgets, since one can begin to bind only by who holds all budgets of its scheme.
 */
async function replaceLock(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE OR REPLACE FUNCTION lock_ledger(p_budget_ids uuid[], p_grant_ids uuid[], p_all_limits boolean)
    RETURNS TABLE (budgets json, limits json, grants json, closed_years json, kern_names json)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
    BEGIN
      SELECT json_agg(x), json_object_agg(x.kern_id, x.kern_name) FILTER (WHERE x.kern_id IS NOT NULL)
        INTO budgets, kern_names FROM
        (SELECT b.*, k.name AS kern_name FROM budget b LEFT JOIN kern k ON k.id = b.kern_id
          WHERE b.id = ANY(p_budget_ids) ORDER BY b.id FOR UPDATE OF b) x;
      SELECT json_agg(x), (SELECT json_agg(y.year) FROM ledger_year y WHERE y.closed)
        INTO limits, closed_years FROM
        (SELECT * FROM ledger_limit l WHERE l.budget_id = ANY(p_budget_ids)
            OR (l.budget_id IS NULL AND (l.binds OR p_all_limits) AND EXISTS (SELECT 1 FROM budget b
              WHERE b.id = ANY(p_budget_ids) AND b.regulation_id = l.regulation_id AND b.year = l.year))
          ORDER BY l.id FOR UPDATE) x;
      IF cardinality(p_grant_ids) > 0 THEN
        SELECT json_agg(g) INTO grants FROM grant_position g WHERE g.grant_id = ANY(p_grant_ids);
      END IF;
      RETURN NEXT;
    END $$`);
}

async function replacePosting(queryRunner: QueryRunner): Promise<void> {
  const ofGrant = (side: string) => `${side} IN (${quoted(grantAccounts)})`;
  await queryRunner.query(`
    CREATE OR REPLACE FUNCTION post_ledger_entry(
      p_id uuid, p_journal_id uuid, p_budget_id uuid, p_movement text, p_debit text, p_credit text,
      p_amount_cents bigint, p_grant_id uuid, p_limit_ids uuid[], p_scheme_limit_id uuid,
      p_limit_change_cents bigint, p_corrects_id uuid, p_reference text, p_reason text, p_actor_subject text,
      p_recorded_at timestamptz, p_counts_on date
    ) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
    DECLARE v_version integer; v_limit uuid;
    BEGIN
      IF (CASE p_movement
          ${Object.entries(movements)
            .map(
              ([movement, [debit, credit]]) =>
                `WHEN '${movement}' THEN p_debit = '${debit}' AND p_credit = '${credit}'`,
            )
            .join('\n          ')}
          WHEN 'correct' THEN p_debit IN (${quoted(accounts)}) AND p_credit IN (${quoted(accounts)})
          END) IS NOT TRUE THEN
        ${refuse('ledger_entry_movement_known')};
      END IF;
      IF (p_grant_id IS NOT NULL) <> (${ofGrant('p_debit')} OR ${ofGrant('p_credit')}) THEN
        ${refuse('ledger_entry_grant_named')};
      END IF;
      IF EXISTS (SELECT 1 FROM ledger_year y WHERE y.closed AND y.year = extract(year FROM p_counts_on)) THEN
        ${refuse('ledger_year_open')};
      END IF;
      WITH after AS (
        UPDATE budget AS b SET version = b.version + 1,
            ${accounts.map((account) => `${account}_cents = ${moved(account)}`).join(', ')},
            head_hash = sha256(convert_to(json_build_array(encode(b.head_hash, 'hex'), p_id, p_journal_id, b.id,
              b.kern_id, b.regulation_id, b.year, b.version + 1, to_char(p_counts_on, 'YYYY-MM-DD'), p_amount_cents,
              ${accounts.map(moved).join(', ')}, (extract(epoch FROM p_recorded_at) * 1000000)::bigint, p_grant_id,
              p_corrects_id, p_movement, p_debit, p_credit, p_reference, p_reason, p_actor_subject)::text, 'UTF8'))
          WHERE b.id = p_budget_id RETURNING b.*)
      INSERT INTO ledger_entry (id, journal_id, budget_id, version, counts_on, amount_cents, ${columns.join(', ')},
          recorded_at, grant_id, corrects_id, movement, debit_account, credit_account, reference, reason,
          actor_subject, hash)
        SELECT p_id, p_journal_id, p_budget_id, after.version, p_counts_on, p_amount_cents,
          ${columns.map((column) => `after.${column}`).join(', ')}, p_recorded_at, p_grant_id, p_corrects_id,
          p_movement, p_debit, p_credit, p_reference, p_reason, p_actor_subject, after.head_hash
        FROM after RETURNING version INTO STRICT v_version;
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
