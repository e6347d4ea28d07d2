import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * What officials write down of calls, visits and what came in otherwise. A note is never changed: a following note
 * corrects it, and each is corrected once, so that there is one way to read them.
 */
export class CaseNotes1574000000161 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE case_note (
        id uuid CONSTRAINT case_note_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT case_note_application REFERENCES application (id),
        kind text NOT NULL CONSTRAINT case_note_kind_known
          CHECK (kind IN ('call', 'visit', 'conversation', 'letter', 'email')),
        direction text NOT NULL CONSTRAINT case_note_direction_known
          CHECK (direction IN ('received', 'sent', 'mutual')),
        held_on date NOT NULL,
        corrects_id uuid CONSTRAINT case_note_corrects REFERENCES case_note (id),
        texts_sealed bytea NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT case_note_corrected_once UNIQUE (corrects_id)
      )`);
    await queryRunner.query('CREATE INDEX case_note_application ON case_note (application_id, id)');
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['case_note']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE case_note');
  }
}
