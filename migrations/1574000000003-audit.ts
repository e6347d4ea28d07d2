import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/** Who did what, written in the same transaction as what it records. The service can only add. */
export class Audit1574000000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_entry (
        id uuid CONSTRAINT audit_entry_pkey PRIMARY KEY,
        recorded_at timestamptz NOT NULL,
        actor_subject text NOT NULL,
        actor_roles text[] NOT NULL,
        on_behalf_of text,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        request_id text,
        detail jsonb NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX audit_entry_subject ON audit_entry (subject_id, id)');
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['audit_entry']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE audit_entry');
  }
}
