import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

const decisionKinds = "'grant', 'partial-grant', 'refusal', 'left-untreated'";

/** Lists put before the college, their lines, and the decisions that a registered resolution yields. */
export class Decisions1574000000009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE college_list (
        id uuid CONSTRAINT college_list_pkey PRIMARY KEY,
        regulation_id uuid NOT NULL CONSTRAINT college_list_regulation REFERENCES regulation (id),
        status text NOT NULL CONSTRAINT college_list_status_known CHECK (status IN ('proposed', 'resolved')),
        version integer NOT NULL,
        kern_ids uuid[] NOT NULL,
        lot_seed text NOT NULL,
        remainders jsonb NOT NULL,
        prepared_by text NOT NULL,
        prepared_at timestamptz NOT NULL,
        resolution_number text,
        resolution_date date,
        registered_by text,
        registered_at timestamptz,
        CONSTRAINT college_list_resolved_whole CHECK ((status = 'resolved') = (resolution_number IS NOT NULL
          AND resolution_date IS NOT NULL AND registered_by IS NOT NULL AND registered_at IS NOT NULL)),
        CONSTRAINT college_list_four_eyes CHECK (registered_by <> prepared_by)
      )`);
    await queryRunner.query(`
      CREATE TABLE college_list_line (
        list_id uuid NOT NULL CONSTRAINT college_list_line_list REFERENCES college_list (id),
        application_id uuid NOT NULL CONSTRAINT college_list_line_application REFERENCES application (id),
        position integer NOT NULL,
        kern_id uuid NOT NULL,
        application_number text NOT NULL,
        title text NOT NULL,
        proposal jsonb NOT NULL,
        resolution jsonb,
        CONSTRAINT college_list_line_pkey PRIMARY KEY (list_id, application_id)
      )`);
    await queryRunner.query(`
      CREATE TABLE decision (
        id uuid CONSTRAINT decision_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT decision_application REFERENCES application (id)
          CONSTRAINT decision_once UNIQUE,
        kind text NOT NULL CONSTRAINT decision_kind_known CHECK (kind IN (${decisionKinds})),
        granted_cents bigint NOT NULL,
        budget_id uuid NOT NULL CONSTRAINT decision_budget REFERENCES budget (id),
        list_id uuid NOT NULL CONSTRAINT decision_list REFERENCES college_list (id),
        resolution_number text NOT NULL,
        decided_on date NOT NULL,
        reasons jsonb NOT NULL,
        computation jsonb NOT NULL,
        snapshot jsonb NOT NULL,
        letter_id uuid NOT NULL CONSTRAINT decision_letter REFERENCES letter (id),
        registered_by text NOT NULL,
        registered_at timestamptz NOT NULL,
        CONSTRAINT decision_amount_fits_kind CHECK ((kind IN ('grant', 'partial-grant')) = (granted_cents > 0)
          AND granted_cents >= 0)
      )`);
    await grantToService(queryRunner, ['SELECT', 'INSERT', 'UPDATE'], ['college_list', 'college_list_line']);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['decision']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['decision', 'college_list_line', 'college_list']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
