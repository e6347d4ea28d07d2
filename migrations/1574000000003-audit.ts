import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * Who did what, written in the same transaction as what it records; and the chain that is laid over it afterwards.
 * Of entries and seals the service can only add. The row in `audit_unsealed` says that an entry still waits for its seal.
 */
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
        outcome text NOT NULL CONSTRAINT audit_entry_outcome_known CHECK (outcome IN ('done', 'read', 'denied')),
        subject_kind text,
        subject_id uuid,
        case_id uuid,
        request_id text,
        trace_id text,
        changed_fields text[] NOT NULL,
        detail jsonb NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX audit_entry_recorded ON audit_entry (recorded_at, id)');
    await queryRunner.query('CREATE INDEX audit_entry_case ON audit_entry (case_id, recorded_at, id)');
    await queryRunner.query('CREATE INDEX audit_entry_actor ON audit_entry (actor_subject, recorded_at, id)');
    await queryRunner.query(`
      CREATE TABLE audit_seal (
        sequence bigint CONSTRAINT audit_seal_pkey PRIMARY KEY CONSTRAINT audit_seal_from_one CHECK (sequence > 0),
        entry_id uuid NOT NULL CONSTRAINT audit_seal_once UNIQUE,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL CONSTRAINT audit_seal_hash_length CHECK (octet_length(hash) = 32),
        sealed_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE audit_unsealed (
        entry_id uuid CONSTRAINT audit_unsealed_pkey PRIMARY KEY
      )`);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['audit_entry', 'audit_seal']);
    await grantToService(queryRunner, ['SELECT', 'INSERT', 'DELETE'], ['audit_unsealed']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['audit_unsealed', 'audit_seal', 'audit_entry']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
