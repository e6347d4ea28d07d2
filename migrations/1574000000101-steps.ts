import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * The version of its way of working that a case keeps, and what was done in its steps. Both can only be added to: a
 * step is done once.
 */
export class Steps1574000000101 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE case_way (
        application_id uuid CONSTRAINT case_way_pkey PRIMARY KEY
          CONSTRAINT case_way_application REFERENCES application (id),
        version_id uuid NOT NULL CONSTRAINT case_way_version REFERENCES way_version (id),
        bound_at timestamptz NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX case_way_version ON case_way (version_id)');
    await queryRunner.query(`
      CREATE TABLE step_record (
        id uuid CONSTRAINT step_record_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT step_record_application REFERENCES application (id),
        step_code text NOT NULL,
        outcome text NOT NULL CONSTRAINT step_record_outcome_known
          CHECK (outcome IN ('positive', 'negative', 'none')),
        done_on date NOT NULL,
        done_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        findings_sealed bytea NOT NULL,
        CONSTRAINT step_record_once UNIQUE (application_id, step_code)
      )`);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['case_way', 'step_record']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE step_record');
    await queryRunner.query('DROP TABLE case_way');
  }
}
