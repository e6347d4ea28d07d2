import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

/**
 * Bodies of kernen, drafts of ways of working and their activated versions. As with regulations the service can add a
 * version and never change one. Which version holds for a kern follows from the days in `way_scope`.
 */
export class Ways1574000000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createBodies(queryRunner);
    await createVersions(queryRunner);
    await createDrafts(queryRunner);
    await grantToService(
      queryRunner,
      ['SELECT', 'INSERT'],
      ['kern_body', 'way_version', 'way_scope', 'way_draft'],
    );
    await grantColumnsToService(queryRunner, 'kern_body', [
      ...['name', 'kind', 'valid_from', 'valid_until', 'version'],
    ]);
    await grantColumnsToService(queryRunner, 'way_draft', [
      ...['code', 'document', 'version', 'status', 'written_by', 'changed_at', 'activated_version_id'],
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['way_draft', 'way_scope', 'way_version', 'kern_body']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
    await queryRunner.query('DROP FUNCTION refuse_change_of_way');
  }
}

async function createBodies(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE kern_body (
      id uuid CONSTRAINT kern_body_pkey PRIMARY KEY,
      kern_id uuid NOT NULL CONSTRAINT kern_body_kern REFERENCES kern (id),
      code text NOT NULL,
      name text NOT NULL,
      kind text NOT NULL CONSTRAINT kern_body_kind_known
        CHECK (kind IN ('village-body', 'committee', 'residents-meeting', 'jury', 'expert')),
      valid_from date NOT NULL,
      valid_until date,
      version integer NOT NULL CONSTRAINT kern_body_version_positive CHECK (version > 0),
      recorded_by text NOT NULL,
      recorded_at timestamptz NOT NULL,
      CONSTRAINT kern_body_code_unique UNIQUE (kern_id, code),
      CONSTRAINT kern_body_ends_after_start CHECK (valid_until >= valid_from)
    )`);
}

async function createVersions(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE way_version (
      id uuid CONSTRAINT way_version_pkey PRIMARY KEY,
      code text NOT NULL,
      number integer NOT NULL CONSTRAINT way_version_number_positive CHECK (number > 0),
      regulation_id uuid NOT NULL CONSTRAINT way_version_regulation REFERENCES regulation (id),
      document jsonb NOT NULL,
      active_from date NOT NULL,
      written_by text[] NOT NULL,
      activated_by text NOT NULL,
      activated_at timestamptz NOT NULL,
      CONSTRAINT way_version_unique UNIQUE (code, number),
      CONSTRAINT way_version_four_eyes CHECK (activated_by <> ALL (written_by))
    )`);
  await queryRunner.query(`
    CREATE TABLE way_scope (
      kern_id uuid NOT NULL CONSTRAINT way_scope_kern REFERENCES kern (id),
      regulation_id uuid NOT NULL CONSTRAINT way_scope_regulation REFERENCES regulation (id),
      active_from date NOT NULL,
      version_id uuid NOT NULL CONSTRAINT way_scope_version REFERENCES way_version (id),
      CONSTRAINT way_scope_pkey PRIMARY KEY (kern_id, regulation_id, active_from)
    )`);
  await queryRunner.query('CREATE INDEX way_scope_version ON way_scope (version_id)');
  await queryRunner.query(`
    CREATE FUNCTION refuse_change_of_way() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'An activated way of working never changes: activate a successor' USING ERRCODE = 'restrict_violation';
    END $$`);
  for (const table of ['way_version', 'way_scope']) {
    await queryRunner.query(`
      CREATE TRIGGER ${table}_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_way()`);
  }
}

async function createDrafts(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE way_draft (
      id uuid CONSTRAINT way_draft_pkey PRIMARY KEY,
      code text NOT NULL,
      document jsonb NOT NULL,
      version integer NOT NULL CONSTRAINT way_draft_version_positive CHECK (version > 0),
      status text NOT NULL CONSTRAINT way_draft_status_known CHECK (status IN ('draft', 'activated')),
      written_by text[] NOT NULL,
      created_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL,
      activated_version_id uuid CONSTRAINT way_draft_activated_version REFERENCES way_version (id),
      CONSTRAINT way_draft_activated_once CHECK ((status = 'activated') = (activated_version_id IS NOT NULL))
    )`);
}
