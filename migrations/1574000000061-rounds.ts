import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * What applications are compared by: points of assessors, the order and advice of a body, votes of residents. Nothing is
 * ever changed; what is recorded later counts, and what was recorded before stays.
 */
export class Rounds1574000000061 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE score_sheet (
        id uuid CONSTRAINT score_sheet_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT score_sheet_application REFERENCES application (id),
        assessor_subject text NOT NULL,
        assessor_name text NOT NULL,
        points jsonb NOT NULL,
        recorded_at timestamptz NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX score_sheet_of ON score_sheet (application_id, id)');
    await queryRunner.query(`
      CREATE TABLE ranking (
        id uuid CONSTRAINT ranking_pkey PRIMARY KEY,
        regulation_id uuid NOT NULL CONSTRAINT ranking_regulation REFERENCES regulation (id),
        body text NOT NULL,
        advised_on date NOT NULL,
        minutes_reference text NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE advice (
        ranking_id uuid NOT NULL CONSTRAINT advice_ranking REFERENCES ranking (id),
        application_id uuid NOT NULL CONSTRAINT advice_application REFERENCES application (id),
        place integer CONSTRAINT advice_place_positive CHECK (place > 0),
        outcome text NOT NULL CONSTRAINT advice_outcome_known CHECK (outcome IN ('positive', 'negative')),
        reason_sealed bytea,
        CONSTRAINT advice_pkey PRIMARY KEY (ranking_id, application_id),
        CONSTRAINT advice_negative_has_reason CHECK (outcome = 'positive' OR reason_sealed IS NOT NULL)
      )`);
    await queryRunner.query('CREATE INDEX advice_of ON advice (application_id, ranking_id)');
    await queryRunner.query(`
      CREATE TABLE vote_record (
        id uuid CONSTRAINT vote_record_pkey PRIMARY KEY,
        regulation_id uuid NOT NULL CONSTRAINT vote_record_regulation REFERENCES regulation (id),
        held_on date NOT NULL,
        place text NOT NULL,
        entitled text NOT NULL,
        entitled_count integer NOT NULL,
        ballot_count integer NOT NULL,
        invalid_count integer NOT NULL,
        counts jsonb NOT NULL,
        theme_counts jsonb NOT NULL,
        minutes_reference text NOT NULL,
        tellers jsonb NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT vote_record_ballots CHECK (ballot_count <= entitled_count AND invalid_count <= ballot_count
          AND invalid_count >= 0)
      )`);
    await queryRunner.query('CREATE INDEX vote_record_of ON vote_record (regulation_id, id)');
    await grantToService(
      queryRunner,
      ['SELECT', 'INSERT'],
      ['score_sheet', 'ranking', 'advice', 'vote_record'],
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['vote_record', 'advice', 'ranking', 'score_sheet']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
