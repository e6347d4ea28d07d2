import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * Applications, what happened to them, what applicants were asked to complete, and the counter of case numbers.
 * Columns that end in `_sealed` can be read with the key of the case alone.
 */
export class Applications1574000000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createApplications(queryRunner);
    await queryRunner.query(`
      CREATE TABLE application_event (
        id uuid CONSTRAINT application_event_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT application_event_application REFERENCES application (id),
        kind text NOT NULL,
        recorded_at timestamptz NOT NULL,
        counts_on date NOT NULL,
        actor_subject text NOT NULL,
        personal_sealed bytea NOT NULL
      )`);
    await queryRunner.query(
      'CREATE INDEX application_event_application ON application_event (application_id, id)',
    );
    await queryRunner.query(`
      CREATE TABLE completion_request (
        id uuid CONSTRAINT completion_request_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT completion_request_application REFERENCES application (id),
        letter_id uuid NOT NULL CONSTRAINT completion_request_letter REFERENCES letter (id),
        items_sealed bytea NOT NULL,
        asked_on date,
        last_day date,
        answered_on date,
        CONSTRAINT completion_request_asked_whole CHECK ((asked_on IS NULL) = (last_day IS NULL)),
        CONSTRAINT completion_request_answered_after_asked CHECK (answered_on IS NULL OR answered_on >= asked_on)
      )`);
    await queryRunner.query(
      'CREATE INDEX completion_request_application ON completion_request (application_id, id)',
    );
    await queryRunner.query(`
      CREATE TABLE case_number_counter (
        year integer CONSTRAINT case_number_counter_pkey PRIMARY KEY,
        last_sequence integer NOT NULL
      )`);
    await grantToService(
      queryRunner,
      ['SELECT', 'INSERT', 'UPDATE'],
      ['application', 'completion_request', 'case_number_counter'],
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['application_event']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['case_number_counter', 'completion_request', 'application_event', 'application']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}

async function createApplications(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE application (
      id uuid CONSTRAINT application_pkey PRIMARY KEY,
      number text CONSTRAINT application_number_unique UNIQUE,
      regulation_version_id uuid NOT NULL CONSTRAINT application_regulation_version REFERENCES regulation_version (id),
      kern_id uuid NOT NULL CONSTRAINT application_kern REFERENCES kern (id),
      status text NOT NULL,
      version integer NOT NULL,
      channel text NOT NULL,
      owner_subject text,
      electronic_messages boolean NOT NULL,
      personal_sealed bytea NOT NULL,
      activity_starts_on date,
      activity_ends_on date,
      requested_cents bigint NOT NULL CONSTRAINT application_requested_positive CHECK (requested_cents > 0),
      received_at timestamptz,
      received_on date,
      completed_on date,
      created_at timestamptz NOT NULL,
      destroyed_at timestamptz,
      CONSTRAINT application_status_known CHECK (status IN
        ('draft', 'received', 'incomplete', 'complete', 'decided', 'announced', 'withdrawn')),
      CONSTRAINT application_activity_in_order CHECK (activity_ends_on >= activity_starts_on),
      CONSTRAINT application_number_when_received CHECK ((number IS NULL) = (received_on IS NULL)),
      CONSTRAINT application_completed_after_received CHECK (completed_on >= received_on),
      CONSTRAINT application_complete_has_day CHECK (status <> 'complete' OR completed_on IS NOT NULL)
    )`);
  await queryRunner.query('CREATE INDEX application_work_list ON application (kern_id, status, number)');
  await queryRunner.query('CREATE INDEX application_status ON application (status, number)');
  await queryRunner.query('CREATE INDEX application_owner ON application (owner_subject, id)');
  await queryRunner.query(
    'CREATE INDEX application_regulation_version ON application (regulation_version_id, kern_id, status)',
  );
}
