import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/** Findings per criterion. A later finding replaces an earlier one in force, but both remain. */
export class Assessment1574000000008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE finding (
        id uuid CONSTRAINT finding_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT finding_application REFERENCES application (id),
        criterion_code text NOT NULL,
        outcome text NOT NULL CONSTRAINT finding_outcome_known CHECK (outcome IN ('met', 'not-met', 'needs-judgement')),
        reason text NOT NULL,
        assessor_subject text NOT NULL,
        assessor_name text NOT NULL,
        recorded_at timestamptz NOT NULL
      )`);
    await queryRunner.query(
      'CREATE INDEX finding_application ON finding (application_id, criterion_code, id)',
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['finding']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE finding');
  }
}
