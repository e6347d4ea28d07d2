import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService } from '../src/platform/database/grants.ts';

/**
 * The facts that a letter was composed from are kept with it, sealed, so that it can be composed again: with what an
 * official adds before it is sent, or as a correction of a letter that was sent. A letter that was sent, or became
 * void, stays as it is; the trigger `refuse_second_announcement` sees to that.
 */
export class LettersComposedAgain1574000000141 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE letter
        ADD COLUMN facts_sealed bytea,
        ADD COLUMN revision integer NOT NULL DEFAULT 1 CONSTRAINT letter_revision_positive CHECK (revision > 0),
        ADD COLUMN corrects_id uuid CONSTRAINT letter_corrects REFERENCES letter (id)`);
    await queryRunner.query(
      'CREATE INDEX letter_corrections ON letter (corrects_id) WHERE corrects_id IS NOT NULL',
    );
    await grantColumnsToService(queryRunner, 'letter', ['model_sealed', 'facts_sealed', 'revision']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX letter_corrections');
    await queryRunner.query(
      'ALTER TABLE letter DROP COLUMN facts_sealed, DROP COLUMN revision, DROP COLUMN corrects_id',
    );
  }
}
