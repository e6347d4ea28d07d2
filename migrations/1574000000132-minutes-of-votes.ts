import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The minutes of a vote as a document, which is kept with one of the cases that were voted on: when that case is
 * destroyed, the minutes are, and the counts stay. So nothing in the database holds on to it.
 */
export class MinutesOfVotes1574000000132 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "ALTER TABLE vote_record ADD COLUMN minutes_attachment_ids uuid[] NOT NULL DEFAULT '{}'",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE vote_record DROP COLUMN minutes_attachment_ids');
  }
}
