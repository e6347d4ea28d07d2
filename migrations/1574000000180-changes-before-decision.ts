import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

const statuses = (...more: readonly string[]) =>
  ['draft', 'received', 'incomplete', 'complete', 'decided', 'announced', 'withdrawn', ...more]
    .map((status) => `'${status}'`)
    .join(', ');

const earlierRequests = (ended: string) => `
  CREATE OR REPLACE VIEW earlier_request AS
  SELECT application.id AS application_id, application.number, application.received_on,
    regulation.title AS regulation_title, coalesce(decision.granted_cents, 0) AS granted_cents
  FROM application
  JOIN regulation_version AS version ON version.id = application.regulation_version_id
  JOIN regulation ON regulation.id = version.regulation_id
  LEFT JOIN decision ON decision.application_id = application.id
  WHERE application.number IS NOT NULL AND application.destroyed_at IS NULL
    AND application.status NOT IN (${ended})`;

/**
 * What officials do to an application before the decision: correct it, record that less was agreed, merge a double
 * intake, and send it on to the body that is competent. Each is a row that is added and never changed. What was merged
 * or sent on is no earlier request of anybody.
 */
export class ChangesBeforeDecision1574000000180 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await knowStatuses(queryRunner, statuses('merged', 'forwarded'));
    await queryRunner.query(earlierRequests("'withdrawn', 'merged', 'forwarded'"));
    await createChanges(queryRunner);
    await queryRunner.query(`
      CREATE TABLE application_merger (
        ended_id uuid CONSTRAINT application_merger_pkey PRIMARY KEY
          CONSTRAINT application_merger_ended REFERENCES application (id),
        continued_id uuid NOT NULL CONSTRAINT application_merger_continued REFERENCES application (id),
        former_received_on date NOT NULL,
        former_completed_on date,
        merged_at timestamptz NOT NULL,
        merged_by text NOT NULL,
        texts_sealed bytea NOT NULL,
        CONSTRAINT application_merger_of_two CHECK (ended_id <> continued_id)
      )`);
    await queryRunner.query('CREATE INDEX application_merger_continued ON application_merger (continued_id)');
    await queryRunner.query(`
      CREATE TABLE forwarding (
        application_id uuid CONSTRAINT forwarding_pkey PRIMARY KEY
          CONSTRAINT forwarding_application REFERENCES application (id),
        forwarded_on date NOT NULL,
        letter_id uuid NOT NULL CONSTRAINT forwarding_letter REFERENCES letter (id),
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        texts_sealed bytea NOT NULL
      )`);
    const tables = ['application_change', 'application_merger', 'forwarding'];
    await grantToService(queryRunner, ['SELECT', 'INSERT'], tables);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['forwarding', 'application_merger', 'application_change']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
    await queryRunner.query(
      "UPDATE application SET status = 'withdrawn' WHERE status IN ('merged', 'forwarded')",
    );
    await queryRunner.query(earlierRequests("'withdrawn'"));
    await knowStatuses(queryRunner, statuses());
  }
}

async function knowStatuses(queryRunner: QueryRunner, known: string): Promise<void> {
  await queryRunner.query('ALTER TABLE application DROP CONSTRAINT application_status_known');
  await queryRunner.query(
    `ALTER TABLE application ADD CONSTRAINT application_status_known CHECK (status IN (${known}))`,
  );
}

async function createChanges(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE application_change (
      id uuid CONSTRAINT application_change_pkey PRIMARY KEY,
      application_id uuid NOT NULL CONSTRAINT application_change_application REFERENCES application (id),
      kind text NOT NULL CONSTRAINT application_change_kind_known CHECK (kind IN ('correction', 'reduction')),
      origin text CONSTRAINT application_change_origin_known CHECK (origin IN ('entry', 'clerical', 'applicant')),
      from_kern_id uuid CONSTRAINT application_change_from_kern REFERENCES kern (id),
      to_kern_id uuid CONSTRAINT application_change_to_kern REFERENCES kern (id),
      from_cents bigint NOT NULL,
      to_cents bigint NOT NULL,
      agreed_on date,
      agreed_how text CONSTRAINT application_change_how_known
        CHECK (agreed_how IN ('conversation', 'phone', 'letter', 'email')),
      letter_id uuid CONSTRAINT application_change_letter REFERENCES letter (id),
      recorded_at timestamptz NOT NULL,
      recorded_by text NOT NULL,
      texts_sealed bytea NOT NULL,
      CONSTRAINT application_change_has_origin CHECK ((kind = 'correction') = (origin IS NOT NULL)),
      CONSTRAINT application_change_was_agreed
        CHECK ((kind = 'reduction') = (agreed_on IS NOT NULL AND agreed_how IS NOT NULL)),
      CONSTRAINT application_change_never_upwards CHECK (kind = 'correction' OR to_cents <= from_cents)
    )`);
  await queryRunner.query(
    'CREATE INDEX application_change_application ON application_change (application_id, id)',
  );
}
