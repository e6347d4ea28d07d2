import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/** Who handles an application, and who did before: rows are added and never changed; the newest is in force. */
export class Assignments1574000000022 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE assignment (
        id uuid CONSTRAINT assignment_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT assignment_application REFERENCES application (id),
        assignee_subject text NOT NULL,
        assignee_name text NOT NULL,
        assigned_by text NOT NULL,
        assigned_at timestamptz NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX assignment_application ON assignment (application_id, id)');
    // The one in force stands with the application too, so that lists find it without looking further.
    await queryRunner.query(
      'ALTER TABLE application ADD COLUMN assignee_subject text, ADD COLUMN assignee_name text',
    );
    await queryRunner.query(
      'CREATE INDEX application_assignee ON application (assignee_subject, number) WHERE assignee_subject IS NOT NULL',
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['assignment']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE application DROP COLUMN assignee_subject, DROP COLUMN assignee_name',
    );
    await queryRunner.query('DROP TABLE assignment');
  }
}
