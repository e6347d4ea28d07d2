import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/** Villages with the days between which they count as one. */
export class Kernen1574000000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE kern (
        id uuid CONSTRAINT kern_pkey PRIMARY KEY,
        code text NOT NULL CONSTRAINT kern_code_unique UNIQUE,
        name text NOT NULL,
        valid_from date NOT NULL,
        valid_until date,
        CONSTRAINT kern_validity_in_order CHECK (valid_until IS NULL OR valid_until >= valid_from)
      )`);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['kern']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE kern');
  }
}
