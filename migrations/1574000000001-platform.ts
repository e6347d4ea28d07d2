import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrationTable } from '../src/platform/database/data-source.ts';
import { grantToService } from '../src/platform/database/grants.ts';

/** Answers kept for repeated requests, and sight of the list of migrations for the service. */
export class Platform1574000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE idempotency_record (
        claim_hash bytea NOT NULL,
        body_hash text NOT NULL,
        answer text,
        ends_at timestamptz NOT NULL,
        CONSTRAINT idempotency_record_pkey PRIMARY KEY (claim_hash),
        CONSTRAINT idempotency_record_claim_hash_length CHECK (octet_length(claim_hash) = 32)
      )`);
    await queryRunner.query('CREATE INDEX idempotency_record_ends_at_index ON idempotency_record (ends_at)');
    await grantToService(queryRunner, ['SELECT', 'INSERT', 'UPDATE', 'DELETE'], ['idempotency_record']);
    await grantToService(queryRunner, ['SELECT'], [migrationTable]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE idempotency_record');
  }
}
