import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

const views = ['step_measure', 'case_measure', 'way_step'];

/**
 * What can be measured of ways of working: from when until when each step that was done had, how many people took part,
 * and which steps were over before anybody did them. The views give no name and no word of anybody.
 */
export class WayMeasures1574000000151 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE step_record ADD started_on date, ADD due_on date,
        ADD people integer CONSTRAINT step_record_people CHECK (people >= 0)`);
    await queryRunner.query(`
      CREATE TABLE step_lapse (
        application_id uuid NOT NULL CONSTRAINT step_lapse_application REFERENCES application (id),
        step_code text NOT NULL,
        started_on date NOT NULL,
        due_on date NOT NULL,
        noted_at timestamptz NOT NULL,
        CONSTRAINT step_lapse_pkey PRIMARY KEY (application_id, step_code)
      )`);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['step_lapse']);
    await createViews(queryRunner);
    await grantToService(queryRunner, ['SELECT'], views);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const view of views) await queryRunner.query(`DROP VIEW ${view}`);
    await queryRunner.query('DROP TABLE step_lapse');
    await queryRunner.query('ALTER TABLE step_record DROP started_on, DROP due_on, DROP people');
  }
}

async function createViews(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE VIEW way_step AS
    SELECT version.id AS way_version_id, version.code AS way_code, version.number AS way_number,
      version.document ->> 'title' AS way_title, step.place::integer AS place,
      step.value ->> 'code' AS step_code, step.value ->> 'title' AS step_title, step.value ->> 'kind' AS step_kind
    FROM way_version version
    CROSS JOIN LATERAL jsonb_array_elements(version.document -> 'steps') WITH ORDINALITY AS step (value, place)`);
  // A case keeps what was written down at its first step; else the version that held for its kern when it began.
  await queryRunner.query(`
    CREATE VIEW case_measure AS
    SELECT application.id AS application_id, kern.code AS kern_code, kern.name AS kern_name,
      regulation.code AS regulation_code, coalesce(kept.version_id, held.version_id) AS way_version_id,
      application.status = 'announced' AS is_announced, application.requested_cents, decided.granted_cents,
      decided.decided_on - application.received_on AS lead_days
    FROM application
    JOIN kern ON kern.id = application.kern_id
    JOIN regulation_version AS rules ON rules.id = application.regulation_version_id
    JOIN regulation ON regulation.id = rules.regulation_id
    CROSS JOIN LATERAL (SELECT decision.granted_cents, decision.decided_on FROM decision
      WHERE decision.application_id = application.id ORDER BY decision.id DESC LIMIT 1) AS decided
    LEFT JOIN case_way AS kept ON kept.application_id = application.id
    LEFT JOIN LATERAL (SELECT scope.version_id FROM way_scope AS scope
      JOIN way_version AS version ON version.id = scope.version_id
      WHERE scope.kern_id = application.kern_id AND scope.regulation_id = rules.regulation_id
        AND scope.active_from <= (application.received_at AT TIME ZONE 'Europe/Amsterdam')::date
        AND version.activated_at <= application.received_at
      ORDER BY scope.active_from DESC LIMIT 1) AS held ON kept.version_id IS NULL
    WHERE application.status IN ('decided', 'announced')`);
  await queryRunner.query(`
    CREATE VIEW step_measure AS
    SELECT application_id, step_code, true AS is_done, greatest(done_on - started_on, 0) AS lead_days,
      done_on <= due_on AS is_in_time, people, done_by
    FROM step_record WHERE started_on IS NOT NULL
    UNION ALL
    SELECT application_id, step_code, false, NULL, false, NULL, NULL FROM step_lapse AS lapse
    WHERE NOT EXISTS (SELECT FROM step_record AS record
      WHERE record.application_id = lapse.application_id AND record.step_code = lapse.step_code)`);
}
