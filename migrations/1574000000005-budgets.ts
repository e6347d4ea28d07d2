import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

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
/** What was granted and did not come back: kept per grant as well. */
const grantAccounts = ['committed', 'in_payment', 'paid', 'receivable', 'written_off'] as const;

const movements = [
  ['allocate', 'available', 'source'],
  ['transfer-out', 'transferred', 'available'],
  ['transfer-in', 'available', 'transferred'],
  ['hold', 'held', 'available'],
  ['unhold', 'available', 'held'],
  ['commit', 'committed', 'available'],
  ['commit-held', 'committed', 'held'],
  ['release', 'available', 'committed'],
  ['release-lapsed', 'lapsed', 'committed'],
  ['order-payment', 'in_payment', 'committed'],
  ['pay', 'paid', 'in_payment'],
  ['payment-rejected', 'committed', 'in_payment'],
  ['payment-returned', 'committed', 'paid'],
  ['claim-back', 'receivable', 'paid'],
  ['receive', 'available', 'receivable'],
  ['receive-lapsed', 'lapsed', 'receivable'],
  ['write-off', 'written_off', 'receivable'],
  ['lapse', 'lapsed', 'available'],
];

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
const columnsOf = (names: readonly string[]) => names.map((name) => `${name}_cents`);
const column = (name: string) => `${name}_cents bigint NOT NULL DEFAULT 0`;
const neverNegative = (table: string) => (name: string) =>
  `CONSTRAINT ${table}_${name}_not_negative CHECK (${name}_cents >= 0)`;
const budgetChecks = accounts.filter((account) => !signed.includes(account)).map(neverNegative('budget'));
const sum = columnsOf(accounts).join(' + ');
const movementRows = movements.map((movement) => `(${quoted(movement)})`).join(', ');

/**
 * The ledger: a budget per kern, regulation and year with the balance of each account on one row, entries that
 * nobody can change and that are chained by hashes, and limits that are never exceeded (Awb 4:25). The service can
 * change balances by the functions of the migration LedgerPosting and in no other way.
 */
export class Budgets1574000000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createBudget(queryRunner);
    await createEntries(queryRunner);
    await createGrantPosition(queryRunner);
    await createLimits(queryRunner);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['budget', 'ledger_limit']);
    await grantToService(
      queryRunner,
      ['SELECT'],
      ['ledger_entry', 'grant_position', 'ledger_limit_entry', 'ledger_year'],
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = [
      'ledger_limit_entry',
      'ledger_limit',
      'grant_position',
      'ledger_entry',
      'budget',
      'ledger_year',
    ];
    for (const table of tables) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}

async function createBudget(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
      CREATE TABLE ledger_year (
        year integer CONSTRAINT ledger_year_pkey PRIMARY KEY,
        closed boolean NOT NULL
      )`);
  await queryRunner.query(`
      CREATE TABLE budget (
        id uuid CONSTRAINT budget_pkey PRIMARY KEY,
        kern_id uuid NOT NULL CONSTRAINT budget_kern REFERENCES kern (id),
        regulation_id uuid NOT NULL CONSTRAINT budget_regulation REFERENCES regulation (id),
        year integer NOT NULL,
        version integer NOT NULL DEFAULT 0,
        ${accounts.map(column).join(', ')},
        head_hash bytea NOT NULL DEFAULT '',
        ${budgetChecks.join(', ')},
        CONSTRAINT budget_balanced CHECK (${sum} = 0),
        CONSTRAINT budget_unique UNIQUE (kern_id, regulation_id, year)
      ) WITH (fillfactor = 50)`);
  await queryRunner.query('CREATE INDEX budget_scheme ON budget (regulation_id, year)');
}

/** Each entry keeps all balances after it: what was known at a version is one row, however long the history. */
async function createEntries(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
      CREATE TABLE ledger_entry (
        id uuid CONSTRAINT ledger_entry_pkey PRIMARY KEY,
        journal_id uuid NOT NULL,
        budget_id uuid NOT NULL CONSTRAINT ledger_entry_budget REFERENCES budget (id),
        version integer NOT NULL,
        counts_on date NOT NULL,
        amount_cents bigint NOT NULL CONSTRAINT ledger_entry_amount_positive CHECK (amount_cents > 0),
        ${columnsOf(accounts)
          .map((name) => `${name} bigint NOT NULL`)
          .join(', ')},
        recorded_at timestamptz NOT NULL,
        grant_id uuid,
        corrects_id uuid CONSTRAINT ledger_entry_corrects REFERENCES ledger_entry (id),
        movement text NOT NULL,
        debit_account text NOT NULL CONSTRAINT ledger_entry_debit_known CHECK (debit_account IN (${quoted(accounts)})),
        credit_account text NOT NULL CONSTRAINT ledger_entry_credit_known CHECK (credit_account IN (${quoted(accounts)})),
        reference text NOT NULL,
        reason text,
        actor_subject text NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT ledger_entry_two_accounts CHECK (debit_account <> credit_account),
        CONSTRAINT ledger_entry_movement_known
          CHECK (movement = 'correct' OR (movement, debit_account, credit_account) IN (${movementRows})),
        CONSTRAINT ledger_entry_correction_named CHECK ((movement = 'correct') = (corrects_id IS NOT NULL)),
        CONSTRAINT ledger_entry_correction_reasoned CHECK (corrects_id IS NULL OR reason IS NOT NULL),
        CONSTRAINT ledger_entry_grant_named CHECK (
          (grant_id IS NOT NULL) =
          (debit_account IN (${quoted(grantAccounts)}) OR credit_account IN (${quoted(grantAccounts)}))),
        CONSTRAINT ledger_entry_version_unique UNIQUE (budget_id, version)
      )`);
  await queryRunner.query(
    `CREATE UNIQUE INDEX ledger_entry_corrected_once ON ledger_entry (corrects_id) WHERE corrects_id IS NOT NULL`,
  );
  await queryRunner.query(
    'CREATE INDEX ledger_entry_grant ON ledger_entry (grant_id) WHERE grant_id IS NOT NULL',
  );
  await queryRunner.query('CREATE INDEX ledger_entry_counts ON ledger_entry (budget_id, counts_on)');
  await queryRunner.query(
    'CREATE INDEX ledger_entry_journal ON ledger_entry (journal_id) WHERE grant_id IS NULL',
  );
}

async function createGrantPosition(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
      CREATE TABLE grant_position (
        grant_id uuid CONSTRAINT grant_position_pkey PRIMARY KEY,
        budget_id uuid NOT NULL CONSTRAINT grant_position_budget REFERENCES budget (id),
        ${grantAccounts.map(column).join(', ')},
        limit_ids uuid[] NOT NULL DEFAULT '{}',
        ${grantAccounts.map(neverNegative('grant')).join(', ')}
      ) WITH (fillfactor = 80)`);
  await queryRunner.query(
    'CREATE INDEX grant_position_open ON grant_position (budget_id, grant_id) WHERE committed_cents + in_payment_cents > 0',
  );
}

/**
 * Limits beside the kern's own ceiling: of a category or theme within a budget, and of a scheme (a regulation in a
 * year, no budget named). A scheme's limit counts only while it binds; every change of a limit is kept and chained.
 */
async function createLimits(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
      CREATE TABLE ledger_limit (
        id uuid CONSTRAINT ledger_limit_pkey PRIMARY KEY,
        kind text NOT NULL CONSTRAINT ledger_limit_kind_known CHECK (kind IN ('category', 'theme', 'scheme')),
        code text NOT NULL,
        budget_id uuid CONSTRAINT ledger_limit_budget REFERENCES budget (id),
        regulation_id uuid NOT NULL CONSTRAINT ledger_limit_regulation REFERENCES regulation (id),
        year integer NOT NULL,
        version integer NOT NULL DEFAULT 0,
        limit_cents bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_limit_not_negative CHECK (limit_cents >= 0),
        used_cents bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_limit_used_not_negative CHECK (used_cents >= 0),
        binds boolean NOT NULL DEFAULT false,
        head_hash bytea NOT NULL DEFAULT '',
        CONSTRAINT ledger_limit_not_exceeded CHECK (used_cents <= limit_cents),
        CONSTRAINT ledger_limit_place CHECK ((kind = 'scheme') = (budget_id IS NULL)),
        CONSTRAINT ledger_limit_unique UNIQUE NULLS NOT DISTINCT (regulation_id, year, budget_id, kind, code)
      ) WITH (fillfactor = 50)`);
  await queryRunner.query('CREATE INDEX ledger_limit_of_budget ON ledger_limit (budget_id)');
  await queryRunner.query(`
      CREATE TABLE ledger_limit_entry (
        limit_id uuid NOT NULL CONSTRAINT ledger_limit_entry_limit REFERENCES ledger_limit (id),
        version integer NOT NULL,
        entry_id uuid CONSTRAINT ledger_limit_entry_entry REFERENCES ledger_entry (id),
        change_cents bigint NOT NULL,
        used_cents bigint NOT NULL,
        limit_cents bigint NOT NULL,
        binds boolean NOT NULL,
        reference text,
        recorded_at timestamptz NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT ledger_limit_entry_pkey PRIMARY KEY (limit_id, version),
        CONSTRAINT ledger_limit_entry_within CHECK (used_cents BETWEEN 0 AND limit_cents)
      )`);
  await queryRunner.query(
    'CREATE INDEX ledger_limit_entry_of_entry ON ledger_limit_entry (entry_id) WHERE entry_id IS NOT NULL',
  );
}
