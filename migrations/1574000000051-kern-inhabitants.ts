import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/** Inhabitants per kern on a reference date, with their source. A number that was wrong is followed by another. */
export class KernInhabitants1574000000051 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE kern_inhabitants (
        id uuid CONSTRAINT kern_inhabitants_pkey PRIMARY KEY,
        kern_id uuid NOT NULL CONSTRAINT kern_inhabitants_kern REFERENCES kern (id),
        reference_date date NOT NULL,
        inhabitants integer NOT NULL CONSTRAINT kern_inhabitants_not_negative CHECK (inhabitants >= 0),
        source text NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL
      )`);
    await queryRunner.query(
      'CREATE INDEX kern_inhabitants_kern_date ON kern_inhabitants (kern_id, reference_date, id)',
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['kern_inhabitants']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE kern_inhabitants');
  }
}
