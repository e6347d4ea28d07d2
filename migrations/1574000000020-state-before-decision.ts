import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last step before a decision that gave an application its state. */
const statusBefore = `
  SELECT CASE event.kind WHEN 'find-complete' THEN 'complete' WHEN 'ask-completion' THEN 'incomplete' ELSE 'received' END
  FROM application_event event
  WHERE event.application_id = application.id AND event.kind IN ('submit', 'find-complete', 'ask-completion')
  ORDER BY event.id DESC LIMIT 1`;

/** The state in which an application was decided: what its applicant goes on seeing until the decision is announced. */
export class StateBeforeDecision1574000000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE application ADD COLUMN undecided_status text');
    await queryRunner.query(
      `UPDATE application SET undecided_status = (${statusBefore}) WHERE status IN ('decided', 'announced')`,
    );
    await queryRunner.query(`
      ALTER TABLE application ADD CONSTRAINT application_undecided_status_known
        CHECK (undecided_status IN ('received', 'incomplete', 'complete'))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE application DROP COLUMN undecided_status');
  }
}
