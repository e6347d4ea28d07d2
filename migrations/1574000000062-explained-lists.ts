import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * Lists keep from what they were computed and where officials propose otherwise; applicants can say that they have no
 * use for a part of what they asked. What they said last counts; what they said before stays.
 */
export class ExplainedLists1574000000062 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE college_list ADD COLUMN inputs jsonb');
    await queryRunner.query('ALTER TABLE college_list_line ADD COLUMN deviation jsonb');
    await queryRunner.query(`
      CREATE TABLE remainder_choice (
        id uuid CONSTRAINT remainder_choice_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT remainder_choice_application REFERENCES application (id),
        declines boolean NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX remainder_choice_of ON remainder_choice (application_id, id)');
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['remainder_choice']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE remainder_choice');
    await queryRunner.query('ALTER TABLE college_list_line DROP COLUMN deviation');
    await queryRunner.query('ALTER TABLE college_list DROP COLUMN inputs');
  }
}
