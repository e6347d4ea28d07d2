import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

/**
 * Runs of the laboratory: what is tried on which past, how far it is, and sums alone of what came of it. Nothing of an
 * application is kept here, so that there is nothing to destroy with it.
 */
export class Laboratory1574000000150 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE laboratory_run (
        id uuid CONSTRAINT laboratory_run_pkey PRIMARY KEY,
        ways jsonb NOT NULL,
        regulation_id uuid NOT NULL CONSTRAINT laboratory_run_regulation REFERENCES regulation (id),
        kern_codes text[] NOT NULL CONSTRAINT laboratory_run_kern CHECK (cardinality(kern_codes) > 0),
        received_from date,
        received_until date,
        total integer NOT NULL CONSTRAINT laboratory_run_total CHECK (total >= 0),
        replayed integer NOT NULL CONSTRAINT laboratory_run_replayed CHECK (replayed >= 0),
        last_application_id uuid,
        figures jsonb NOT NULL,
        requested_by text NOT NULL,
        requested_at timestamptz NOT NULL,
        finished_at timestamptz,
        CONSTRAINT laboratory_run_days CHECK (received_until >= received_from)
      )`);
    await queryRunner.query(
      'CREATE INDEX laboratory_run_unfinished ON laboratory_run (id) WHERE finished_at IS NULL',
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['laboratory_run']);
    await grantColumnsToService(queryRunner, 'laboratory_run', [
      ...['total', 'replayed', 'last_application_id', 'figures', 'finished_at'],
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE laboratory_run');
  }
}
