import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

const application = (table: string) =>
  `application_id uuid NOT NULL CONSTRAINT ${table}_application REFERENCES application (id)`;
const recorded = 'recorded_by text NOT NULL, recorded_at timestamptz NOT NULL';

/**
 * What happens to the statutory clock beside the lifecycle: notices, standstills, default notices, penalties and
 * promises. They are added and never changed, but for the end of a standstill.
 */
export class Deadlines1574000000040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE delay_notice (
        id uuid CONSTRAINT delay_notice_pkey PRIMARY KEY,
        ${application('delay_notice')},
        basis text NOT NULL CONSTRAINT delay_notice_basis_known
          CHECK (basis IN ('scheme', 'named-date', 'reasonable-term')),
        announced_on date NOT NULL,
        weeks integer CONSTRAINT delay_notice_weeks_positive CHECK (weeks > 0),
        expected_on date,
        reason_sealed bytea NOT NULL,
        ${recorded},
        CONSTRAINT delay_notice_whole CHECK ((basis = 'scheme') = (weeks IS NOT NULL)
          AND (basis = 'scheme') = (expected_on IS NULL)),
        CONSTRAINT delay_notice_looks_ahead CHECK (expected_on > announced_on)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX delay_notice_lengthens_once ON delay_notice (application_id) WHERE basis <> 'named-date'`);
    await queryRunner.query('CREATE INDEX delay_notice_application ON delay_notice (application_id, id)');
    await queryRunner.query(`
      CREATE TABLE term_suspension (
        id uuid CONSTRAINT term_suspension_pkey PRIMARY KEY,
        ${application('term_suspension')},
        ground text NOT NULL CONSTRAINT term_suspension_ground_known
          CHECK (ground IN ('consent', 'applicant-delay', 'force-majeure')),
        starts_after date NOT NULL,
        until date,
        reason_sealed bytea NOT NULL,
        ${recorded},
        ended_by text,
        CONSTRAINT term_suspension_in_order CHECK (until > starts_after),
        CONSTRAINT term_suspension_consent_has_end CHECK (ground <> 'consent' OR until IS NOT NULL)
      )`);
    await queryRunner.query(
      'CREATE UNIQUE INDEX term_suspension_one_open ON term_suspension (application_id) WHERE until IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX term_suspension_application ON term_suspension (application_id, id)',
    );
    await createDefaults(queryRunner);
    const tables = ['delay_notice', 'term_suspension', 'default_notice', 'penalty_decision', 'promised_date'];
    await grantToService(queryRunner, ['SELECT', 'INSERT'], tables);
    await grantColumnsToService(queryRunner, 'term_suspension', ['until', 'ended_by']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'promised_date',
      'penalty_decision',
      'default_notice',
      'term_suspension',
      'delay_notice',
    ]) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}

/** What follows when the term is over, and what is promised meanwhile. */
async function createDefaults(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
      CREATE TABLE default_notice (
        id uuid CONSTRAINT default_notice_pkey PRIMARY KEY,
        ${application('default_notice')},
        received_on date NOT NULL,
        ${recorded},
        CONSTRAINT default_notice_once UNIQUE (application_id)
      )`);
  await queryRunner.query(`
      CREATE TABLE penalty_decision (
        id uuid CONSTRAINT penalty_decision_pkey PRIMARY KEY,
        ${application('penalty_decision')},
        decided_on date NOT NULL,
        days integer NOT NULL CONSTRAINT penalty_decision_days CHECK (days BETWEEN 0 AND 42),
        amount_cents bigint NOT NULL CONSTRAINT penalty_decision_amount CHECK (amount_cents >= 0),
        ground text CONSTRAINT penalty_decision_ground_known
          CHECK (ground IN ('unreasonably-late-notice', 'not-interested-party', 'manifestly-unfounded')),
        reason_sealed bytea NOT NULL,
        ${recorded},
        CONSTRAINT penalty_decision_once UNIQUE (application_id),
        CONSTRAINT penalty_decision_nothing_on_ground CHECK (ground IS NULL OR amount_cents = 0)
      )`);
  await queryRunner.query(`
      CREATE TABLE promised_date (
        id uuid CONSTRAINT promised_date_pkey PRIMARY KEY,
        ${application('promised_date')},
        promised_on date NOT NULL,
        reason_sealed bytea NOT NULL,
        ${recorded}
      )`);
  await queryRunner.query('CREATE INDEX promised_date_application ON promised_date (application_id, id)');
}
