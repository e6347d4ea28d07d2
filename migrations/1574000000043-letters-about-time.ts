import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService } from '../src/platform/database/grants.ts';

/**
 * A notice of delay and a decision on a penalty are told in a letter. A notice counts from the day on which its letter
 * is sent; one that was told in another way has its day from the start.
 */
export class LettersAboutTime1574000000043 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE delay_notice
        ADD COLUMN letter_id uuid CONSTRAINT delay_notice_letter REFERENCES letter (id),
        ALTER COLUMN announced_on DROP NOT NULL,
        ADD CONSTRAINT delay_notice_told CHECK (announced_on IS NOT NULL OR letter_id IS NOT NULL)`);
    await queryRunner.query('CREATE UNIQUE INDEX delay_notice_letter_once ON delay_notice (letter_id)');
    await queryRunner.query(`
      ALTER TABLE penalty_decision
        ADD COLUMN letter_id uuid CONSTRAINT penalty_decision_letter REFERENCES letter (id),
        ADD COLUMN resolution_number text`);
    await grantColumnsToService(queryRunner, 'delay_notice', ['announced_on']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE penalty_decision DROP COLUMN resolution_number, DROP COLUMN letter_id',
    );
    await queryRunner.query('DELETE FROM delay_notice WHERE announced_on IS NULL');
    await queryRunner.query(`
      ALTER TABLE delay_notice DROP CONSTRAINT delay_notice_told, ALTER COLUMN announced_on SET NOT NULL,
        DROP COLUMN letter_id`);
  }
}
