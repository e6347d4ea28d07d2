import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

const actions = "'grant', 'refuse', 'leave-untreated', 'settle', 'recover', 'decide-objection'";

/** Who keeps out of an application, and who may decide in the name of the college. Neither is ever removed. */
export class DutiesApart1574000000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE recusal (
        id uuid CONSTRAINT recusal_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT recusal_application REFERENCES application (id),
        subject text NOT NULL,
        reason_sealed bytea NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT recusal_once UNIQUE (application_id, subject)
      )`);
    await queryRunner.query(`
      CREATE TABLE mandate (
        id uuid CONSTRAINT mandate_pkey PRIMARY KEY,
        version integer NOT NULL,
        holder_subject text NOT NULL,
        holder_name text NOT NULL,
        action text NOT NULL CONSTRAINT mandate_action_known CHECK (action IN (${actions})),
        up_to_cents bigint CONSTRAINT mandate_limit_positive CHECK (up_to_cents > 0),
        valid_from date NOT NULL,
        valid_until date,
        reference text NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT mandate_days_in_order CHECK (valid_until >= valid_from),
        CONSTRAINT mandate_four_eyes CHECK (recorded_by <> holder_subject)
      )`);
    await queryRunner.query('CREATE INDEX mandate_holder ON mandate (holder_subject, id)');
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['recusal', 'mandate']);
    await grantColumnsToService(queryRunner, 'mandate', ['valid_until', 'version']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE mandate');
    await queryRunner.query('DROP TABLE recusal');
  }
}
