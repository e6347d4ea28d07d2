import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * One lot for all lists of a regulation. It can be drawn once and never again: who could draw a second time, could go
 * on until the order suits. A list that was made before the lot was needed names no seed.
 */
export class LotDraws1574000000060 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE lot_draw (
        regulation_id uuid CONSTRAINT lot_draw_pkey PRIMARY KEY
          CONSTRAINT lot_draw_regulation REFERENCES regulation (id),
        seed text NOT NULL CONSTRAINT lot_draw_seed_form CHECK (seed ~ '^[0-9a-f]{32}$'),
        drawn_by text NOT NULL,
        drawn_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      INSERT INTO lot_draw (regulation_id, seed, drawn_by, drawn_at)
      SELECT DISTINCT ON (regulation_id) regulation_id, lot_seed, prepared_by, prepared_at
      FROM college_list ORDER BY regulation_id, (status = 'proposed'), prepared_at`);
    await queryRunner.query('ALTER TABLE college_list ALTER COLUMN lot_seed DROP NOT NULL');
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['lot_draw']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("UPDATE college_list SET lot_seed = repeat('0', 32) WHERE lot_seed IS NULL");
    await queryRunner.query('ALTER TABLE college_list ALTER COLUMN lot_seed SET NOT NULL');
    await queryRunner.query('DROP TABLE lot_draw');
  }
}
