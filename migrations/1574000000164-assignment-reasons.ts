import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a case was given to somebody, sealed with its key; older assignments have no reason. */
export class AssignmentReasons1574000000164 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE assignment ADD COLUMN reason_sealed bytea');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE assignment DROP COLUMN reason_sealed');
  }
}
