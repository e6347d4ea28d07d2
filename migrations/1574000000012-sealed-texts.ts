import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table, the readable column and the sealed one that takes its place. */
const columns = [
  ['letter', 'model jsonb NOT NULL', 'model_sealed bytea NOT NULL'],
  ['letter_document', 'content bytea NOT NULL', 'content_sealed bytea NOT NULL'],
  ['finding', 'reason text NOT NULL', 'reason_sealed bytea NOT NULL'],
  ['college_list_line', 'title text NOT NULL', 'texts_sealed bytea NOT NULL'],
  ['decision', 'reasons jsonb NOT NULL', 'reasons_sealed bytea NOT NULL'],
] as const;

/**
 * Letters and what people wrote about a case can be read with the key of the case alone. Of a line on a list the
 * amounts stay readable, because they are the accounts of the municipality and not of a person.
 */
export class SealedTexts1574000000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, readable, sealed] of columns) {
      await queryRunner.query(
        `ALTER TABLE ${table} DROP COLUMN ${readable.split(' ', 1)[0]}, ADD COLUMN ${sealed}`,
      );
    }
    await queryRunner.query('ALTER TABLE college_list_line ADD COLUMN resolution_reason_sealed bytea');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE college_list_line DROP COLUMN resolution_reason_sealed');
    for (const [table, readable, sealed] of columns) {
      await queryRunner.query(
        `ALTER TABLE ${table} DROP COLUMN ${sealed.split(' ', 1)[0]}, ADD COLUMN ${readable}`,
      );
    }
  }
}
