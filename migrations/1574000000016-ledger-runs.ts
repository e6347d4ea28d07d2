import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

/**
 * What finance does with budgets: resolutions that are referred to, runs that one person proposes and another
 * confirms, the years that are closed, and the heads of the hash chains day by day, to be published.
 */
export class LedgerRuns1574000000016 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createResolutions(queryRunner);
    await createRuns(queryRunner);
    await createHeads(queryRunner);
    await grantToService(
      queryRunner,
      ['SELECT', 'INSERT'],
      ['ledger_resolution', 'ledger_run', 'ledger_head', 'stored_report'],
    );
    await grantToService(queryRunner, ['INSERT', 'UPDATE'], ['ledger_year']);
    await grantColumnsToService(queryRunner, 'ledger_run', [
      'status',
      'version',
      'journal_id',
      'decided_by',
      'decided_at',
      'rejection_reason',
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['stored_report', 'ledger_head', 'ledger_run', 'ledger_resolution']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}

async function createResolutions(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
      CREATE TABLE ledger_resolution (
        id uuid CONSTRAINT ledger_resolution_pkey PRIMARY KEY,
        body text NOT NULL CONSTRAINT ledger_resolution_body_known CHECK (body IN ('council', 'college')),
        number text NOT NULL,
        decided_on date NOT NULL,
        title text NOT NULL,
        document_reference text NOT NULL,
        registered_by text NOT NULL,
        registered_at timestamptz NOT NULL,
        CONSTRAINT ledger_resolution_unique UNIQUE (body, number)
      )`);
}

/** Four eyes are kept by the table as well: who proposed a run cannot be who confirms it. */
async function createRuns(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
      CREATE TABLE ledger_run (
        id uuid CONSTRAINT ledger_run_pkey PRIMARY KEY,
        kind text NOT NULL,
        status text NOT NULL CONSTRAINT ledger_run_status_known CHECK (status IN ('proposed', 'confirmed', 'rejected')),
        version integer NOT NULL,
        counts_on date NOT NULL,
        reference text NOT NULL,
        reason text,
        resolution_id uuid CONSTRAINT ledger_run_resolution REFERENCES ledger_resolution (id),
        request jsonb NOT NULL,
        plan jsonb NOT NULL,
        budget_versions jsonb NOT NULL,
        journal_id uuid,
        reverses_id uuid CONSTRAINT ledger_run_reverses REFERENCES ledger_run (id),
        proposed_by text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by text,
        decided_at timestamptz,
        rejection_reason text,
        CONSTRAINT ledger_run_four_eyes CHECK (status <> 'confirmed' OR decided_by <> proposed_by),
        CONSTRAINT ledger_run_decided CHECK ((status = 'proposed') = (decided_by IS NULL)),
        CONSTRAINT ledger_run_booked CHECK ((status = 'confirmed') = (journal_id IS NOT NULL))
      )`);
  await queryRunner.query(
    `CREATE UNIQUE INDEX ledger_run_reversed_once ON ledger_run (reverses_id)
       WHERE reverses_id IS NOT NULL AND status = 'confirmed'`,
  );
}

async function createHeads(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
      CREATE TABLE ledger_head (
        day date CONSTRAINT ledger_head_pkey PRIMARY KEY,
        sealed_at timestamptz NOT NULL,
        chains jsonb NOT NULL,
        hash text NOT NULL CONSTRAINT ledger_head_hash_form CHECK (hash ~ '^[0-9a-f]{64}$')
      )`);
  await queryRunner.query(`
      CREATE TABLE stored_report (
        id uuid CONSTRAINT stored_report_pkey PRIMARY KEY,
        kind text NOT NULL,
        year integer,
        counting_on date,
        versions jsonb NOT NULL,
        sha256 text NOT NULL CONSTRAINT stored_report_hash_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        made_by text NOT NULL,
        made_at timestamptz NOT NULL
      )`);
}
