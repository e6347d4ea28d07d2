import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

/**
 * A data key per case, wrapped by a master key, and what is found again by blind index. They stand apart from the
 * cases, so that a change of keys rewrites narrow rows and holds up nobody who works on a case.
 */
export class CaseKeys1574000000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE case_key (
        case_id uuid CONSTRAINT case_key_pkey PRIMARY KEY,
        key_id text,
        wrapped bytea,
        destroyed_at timestamptz,
        CONSTRAINT case_key_there_or_destroyed CHECK ((key_id IS NULL) = (wrapped IS NULL)
          AND (wrapped IS NULL) = (destroyed_at IS NOT NULL))
      ) WITH (fillfactor = 50)`);
    await queryRunner.query(`
      CREATE TABLE case_secret (
        case_id uuid NOT NULL CONSTRAINT case_secret_case REFERENCES case_key (case_id),
        field text NOT NULL CONSTRAINT case_secret_field_known CHECK (field IN ('bsn', 'iban')),
        sealed bytea NOT NULL,
        index_key_id text NOT NULL,
        index_digest bytea NOT NULL CONSTRAINT case_secret_digest_length CHECK (octet_length(index_digest) = 32),
        CONSTRAINT case_secret_pkey PRIMARY KEY (case_id, field)
      )`);
    await queryRunner.query('CREATE INDEX case_secret_index ON case_secret (field, index_digest)');
    await queryRunner.query(
      'ALTER TABLE application ADD CONSTRAINT application_case_key FOREIGN KEY (id) REFERENCES case_key (case_id)',
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['case_key']);
    await grantColumnsToService(queryRunner, 'case_key', ['key_id', 'wrapped', 'destroyed_at']);
    await grantToService(queryRunner, ['SELECT', 'INSERT', 'UPDATE', 'DELETE'], ['case_secret']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE application DROP CONSTRAINT application_case_key');
    await queryRunner.query('DROP TABLE case_secret');
    await queryRunner.query('DROP TABLE case_key');
  }
}
