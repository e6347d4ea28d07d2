import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * The due dates of every case that still ask for something, computed whenever something changes that they follow
 * from. They can be computed anew at any time: `npm run deadlines:verify` does, and compares.
 */
export class DueDates1574000000041 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE due_date (
        application_id uuid NOT NULL CONSTRAINT due_date_application REFERENCES application (id),
        kind text NOT NULL,
        kern_id uuid NOT NULL CONSTRAINT due_date_kern REFERENCES kern (id),
        due_on date NOT NULL,
        chased boolean NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT due_date_pkey PRIMARY KEY (application_id, kind)
      )`);
    await queryRunner.query(
      'CREATE INDEX due_date_coming ON due_date (kern_id, due_on, application_id, kind)',
    );
    await queryRunner.query(
      'CREATE INDEX due_date_late ON due_date (kern_id, due_on, application_id, kind) WHERE chased',
    );
    await queryRunner.query('CREATE INDEX due_date_kind ON due_date (kern_id, kind, due_on, application_id)');
    await grantToService(queryRunner, ['SELECT', 'INSERT', 'UPDATE', 'DELETE'], ['due_date']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE due_date');
  }
}
