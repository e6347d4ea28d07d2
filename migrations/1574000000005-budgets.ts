import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantExecuteToService, grantToService } from '../src/platform/database/grants.ts';

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
const signed: readonly string[] = ['source', 'transferred'];

const columns = accounts.map((account) => `${account}_cents bigint NOT NULL DEFAULT 0`).join(',\n        ');
const checks = accounts
  .filter((account) => !signed.includes(account))
  .map((account) => `CONSTRAINT budget_${account}_not_negative CHECK (${account}_cents >= 0)`)
  .join(',\n        ');
const sum = accounts.map((account) => `${account}_cents`).join(' + ');
const accountList = accounts.map((account) => `'${account}'`).join(', ');

/** A debit adds to an account and a credit subtracts, so that all accounts together stay zero. */
const additions = accounts
  .map(
    (account) =>
      `${account}_cents = ${account}_cents + CASE WHEN p_debit = '${account}' THEN p_amount_cents ELSE 0 END - CASE WHEN p_credit = '${account}' THEN p_amount_cents ELSE 0 END`,
  )
  .join(',\n          ');
const balanceOf = (parameter: string) =>
  `CASE ${parameter} ${accounts.map((account) => `WHEN '${account}' THEN budget.${account}_cents`).join(' ')} END`;

/**
 * The ledger: a budget per kern, regulation and year with the balance of each account on one row, entries that
 * nobody can change, and limits that are never exceeded (Awb 4:25). TypeScript decides; this only adds and checks.
 */
export class Budgets1574000000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTables(queryRunner);
    await createPosting(queryRunner);
    await grantToService(
      queryRunner,
      ['SELECT', 'INSERT', 'UPDATE'],
      ['budget', 'budget_limit', 'grant_position'],
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['ledger_entry']);
    await grantExecuteToService(queryRunner, ['post_ledger_entry']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION post_ledger_entry');
    for (const table of ['grant_position', 'ledger_entry', 'budget_limit', 'budget']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}

async function createTables(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
      CREATE TABLE budget (
        id uuid CONSTRAINT budget_pkey PRIMARY KEY,
        kern_id uuid NOT NULL CONSTRAINT budget_kern REFERENCES kern (id),
        regulation_id uuid NOT NULL CONSTRAINT budget_regulation REFERENCES regulation (id),
        year integer NOT NULL,
        version integer NOT NULL DEFAULT 0,
        ${columns},
        ${checks},
        CONSTRAINT budget_balanced CHECK (${sum} = 0),
        CONSTRAINT budget_unique UNIQUE (kern_id, regulation_id, year)
      )`);
  await queryRunner.query(`
      CREATE TABLE budget_limit (
        budget_id uuid CONSTRAINT budget_limit_pkey PRIMARY KEY CONSTRAINT budget_limit_budget REFERENCES budget (id),
        limit_cents bigint NOT NULL CONSTRAINT budget_limit_not_negative CHECK (limit_cents >= 0),
        used_cents bigint NOT NULL DEFAULT 0 CONSTRAINT budget_limit_used_not_negative CHECK (used_cents >= 0),
        CONSTRAINT budget_limit_not_exceeded CHECK (used_cents <= limit_cents)
      )`);
  await queryRunner.query(`
      CREATE TABLE ledger_entry (
        id uuid CONSTRAINT ledger_entry_pkey PRIMARY KEY,
        budget_id uuid NOT NULL CONSTRAINT ledger_entry_budget REFERENCES budget (id),
        version integer NOT NULL,
        movement text NOT NULL,
        debit_account text NOT NULL CONSTRAINT ledger_entry_debit_known CHECK (debit_account IN (${accountList})),
        credit_account text NOT NULL CONSTRAINT ledger_entry_credit_known CHECK (credit_account IN (${accountList})),
        amount_cents bigint NOT NULL CONSTRAINT ledger_entry_amount_positive CHECK (amount_cents > 0),
        debit_balance_cents bigint NOT NULL,
        credit_balance_cents bigint NOT NULL,
        grant_id uuid,
        reference text NOT NULL,
        reason text,
        actor_subject text NOT NULL,
        recorded_at timestamptz NOT NULL,
        counts_on date NOT NULL,
        CONSTRAINT ledger_entry_two_accounts CHECK (debit_account <> credit_account),
        CONSTRAINT ledger_entry_version_unique UNIQUE (budget_id, version)
      )`);
  await queryRunner.query(`
      CREATE TABLE grant_position (
        grant_id uuid CONSTRAINT grant_position_pkey PRIMARY KEY,
        budget_id uuid NOT NULL CONSTRAINT grant_position_budget REFERENCES budget (id),
        committed_cents bigint NOT NULL CONSTRAINT grant_committed_not_negative CHECK (committed_cents >= 0),
        in_payment_cents bigint NOT NULL DEFAULT 0 CONSTRAINT grant_in_payment_not_negative CHECK (in_payment_cents >= 0),
        paid_cents bigint NOT NULL DEFAULT 0 CONSTRAINT grant_paid_not_negative CHECK (paid_cents >= 0)
      )`);
}

/**
 * One statement per entry: the budget row is locked by its update, the limit and the position of the grant follow,
 * and the entry keeps the balances after it. `p_limit_change_cents` and `p_grant_change_cents` are what the movement
 * adds to the used part of the ceiling and to the committed part of the grant.
 */
async function createPosting(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION post_ledger_entry(
      p_id uuid, p_budget_id uuid, p_movement text, p_debit text, p_credit text, p_amount_cents bigint,
      p_limit_change_cents bigint, p_grant_id uuid, p_grant_change_cents bigint, p_reference text, p_reason text,
      p_actor_subject text, p_recorded_at timestamptz, p_counts_on date
    ) RETURNS TABLE (version integer, available_cents bigint) LANGUAGE plpgsql AS $$
    DECLARE budget budget%ROWTYPE;
    BEGIN
      UPDATE budget AS b SET
          version = b.version + 1,
          ${additions.replaceAll(/= (\w+_cents) \+/g, '= b.$1 +')}
        WHERE b.id = p_budget_id RETURNING b.* INTO STRICT budget;
      IF p_limit_change_cents <> 0 THEN
        UPDATE budget_limit AS l SET used_cents = l.used_cents + p_limit_change_cents WHERE l.budget_id = p_budget_id;
      END IF;
      IF p_grant_id IS NOT NULL THEN
        UPDATE grant_position AS g SET committed_cents = g.committed_cents + p_grant_change_cents
          WHERE g.grant_id = p_grant_id AND g.budget_id = p_budget_id;
        IF NOT FOUND THEN
          INSERT INTO grant_position (grant_id, budget_id, committed_cents)
            VALUES (p_grant_id, p_budget_id, p_grant_change_cents);
        END IF;
      END IF;
      INSERT INTO ledger_entry (id, budget_id, version, movement, debit_account, credit_account, amount_cents,
          debit_balance_cents, credit_balance_cents, grant_id, reference, reason, actor_subject, recorded_at, counts_on)
        VALUES (p_id, p_budget_id, budget.version, p_movement, p_debit, p_credit, p_amount_cents,
          ${balanceOf('p_debit')}, ${balanceOf('p_credit')}, p_grant_id, p_reference, p_reason, p_actor_subject,
          p_recorded_at, p_counts_on);
      RETURN QUERY SELECT budget.version, budget.available_cents;
    END $$`);
}
