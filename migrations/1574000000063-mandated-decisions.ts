import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision rests on a resolution of the college about a list, or on a mandate: never on both, never on nothing. */
export class MandatedDecisions1574000000063 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE decision ALTER COLUMN list_id DROP NOT NULL');
    await queryRunner.query(
      'ALTER TABLE decision ADD COLUMN mandate_id uuid CONSTRAINT decision_mandate REFERENCES mandate (id)',
    );
    await queryRunner.query(
      'ALTER TABLE decision ADD CONSTRAINT decision_basis CHECK ((list_id IS NULL) <> (mandate_id IS NULL))',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE decision DROP CONSTRAINT decision_basis');
    await queryRunner.query('ALTER TABLE decision DROP COLUMN mandate_id');
    await queryRunner.query('ALTER TABLE decision ALTER COLUMN list_id SET NOT NULL');
  }
}
