import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a list asks of the college in words, and who of the college takes no part. Lists of before have no text. */
export class TextsOfLists1574000000131 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE college_list ADD COLUMN proposal_text text NOT NULL DEFAULT '',
        ADD COLUMN abstentions jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE college_list DROP COLUMN proposal_text, DROP COLUMN abstentions');
  }
}
