import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * The term to decide as it stood when the decision was sent. Stored due dates disappear when there is nothing more to
 * do; this one stays, so that a municipality knows how often it was in time. The view gives no more than that.
 */
export class DecisionTerms1574000000190 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE decision_term (
        application_id uuid NOT NULL CONSTRAINT decision_term_application REFERENCES application (id),
        due_on date NOT NULL,
        stood_still boolean NOT NULL,
        announced_on date NOT NULL,
        is_in_time boolean NOT NULL,
        kept_at timestamptz NOT NULL,
        CONSTRAINT decision_term_pkey PRIMARY KEY (application_id)
      )`);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['decision_term']);
    await queryRunner.query(
      'CREATE VIEW decision_measure AS SELECT application_id, is_in_time FROM decision_term',
    );
    await grantToService(queryRunner, ['SELECT'], ['decision_measure']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW decision_measure');
    await queryRunner.query('DROP TABLE decision_term');
  }
}
