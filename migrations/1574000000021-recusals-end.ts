import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService } from '../src/platform/database/grants.ts';

/** A recusal can be ended, with a reason; the row stays, and the same person can be recused again. */
export class RecusalsEnd1574000000021 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE recusal
        ADD COLUMN ended_by text,
        ADD COLUMN ended_at timestamptz,
        ADD COLUMN end_reason_sealed bytea,
        ADD CONSTRAINT recusal_end_whole CHECK (num_nulls(ended_by, ended_at, end_reason_sealed) IN (0, 3)),
        ADD CONSTRAINT recusal_ends_later CHECK (ended_at >= recorded_at),
        DROP CONSTRAINT recusal_once`);
    await queryRunner.query(
      'CREATE UNIQUE INDEX recusal_once ON recusal (application_id, subject) WHERE ended_at IS NULL',
    );
    await grantColumnsToService(queryRunner, 'recusal', ['ended_by', 'ended_at', 'end_reason_sealed']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX recusal_once');
    await queryRunner.query(`
      ALTER TABLE recusal DROP COLUMN ended_by, DROP COLUMN ended_at, DROP COLUMN end_reason_sealed,
        ADD CONSTRAINT recusal_once UNIQUE (application_id, subject)`);
  }
}
