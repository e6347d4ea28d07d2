import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

/**
 * Regulations, their drafts and their published versions. The service can add a version and never change one;
 * a trigger keeps the owner of the tables from doing so by mistake.
 */
export class Regulations1574000000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE regulation (
        id uuid CONSTRAINT regulation_pkey PRIMARY KEY,
        code text NOT NULL CONSTRAINT regulation_code_unique UNIQUE,
        title text NOT NULL,
        year integer NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE regulation_version (
        id uuid CONSTRAINT regulation_version_pkey PRIMARY KEY,
        regulation_id uuid NOT NULL CONSTRAINT regulation_version_regulation REFERENCES regulation (id),
        version integer NOT NULL CONSTRAINT regulation_version_positive CHECK (version > 0),
        document jsonb NOT NULL,
        published_on date NOT NULL,
        publication_reference text NOT NULL,
        in_force_from date NOT NULL,
        in_force_until date,
        written_by text[] NOT NULL,
        published_by text NOT NULL,
        CONSTRAINT regulation_version_unique UNIQUE (regulation_id, version),
        CONSTRAINT regulation_version_start_unique UNIQUE (regulation_id, in_force_from),
        CONSTRAINT regulation_version_ends_after_start CHECK (in_force_until >= in_force_from),
        CONSTRAINT regulation_version_four_eyes CHECK (published_by <> ALL (written_by))
      )`);
    await createDrafts(queryRunner);
    await refuseChanges(queryRunner);
    await grantToService(
      queryRunner,
      ['SELECT', 'INSERT'],
      ['regulation', 'regulation_version', 'regulation_draft'],
    );
    await grantColumnsToService(queryRunner, 'regulation_draft', [
      'code',
      'document',
      'version',
      'status',
      'written_by',
      'changed_at',
      'published_version_id',
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['regulation_draft', 'regulation_version', 'regulation']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
    await queryRunner.query('DROP FUNCTION refuse_change_of_published');
  }
}

async function createDrafts(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
      CREATE TABLE regulation_draft (
        id uuid CONSTRAINT regulation_draft_pkey PRIMARY KEY,
        code text NOT NULL,
        document jsonb NOT NULL,
        version integer NOT NULL CONSTRAINT regulation_draft_positive CHECK (version > 0),
        status text NOT NULL CONSTRAINT regulation_draft_status_known CHECK (status IN ('draft', 'published')),
        written_by text[] NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        published_version_id uuid
          CONSTRAINT regulation_draft_version REFERENCES regulation_version (id),
        CONSTRAINT regulation_draft_published_once CHECK ((status = 'published') = (published_version_id IS NOT NULL))
      )`);
}

async function refuseChanges(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'A published regulation never changes: publish a successor' USING ERRCODE = 'restrict_violation';
    END $$`);
  await queryRunner.query(`
    CREATE TRIGGER regulation_version_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON regulation_version
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_published()`);
}
