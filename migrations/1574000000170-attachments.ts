import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * Attachments of a case, each in pieces that are sealed with the key of the case, and what was said about publishing
 * a photo. How many there are of each kind stands with the application, which is complete by it or not.
 */
export class Attachments1574000000170 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "ALTER TABLE application ADD COLUMN attachment_counts jsonb NOT NULL DEFAULT '{}'",
    );
    await queryRunner.query(`
      CREATE TABLE attachment (
        id uuid CONSTRAINT attachment_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT attachment_application REFERENCES application (id),
        kind text NOT NULL,
        internal boolean NOT NULL,
        media_type text NOT NULL,
        size_bytes integer NOT NULL CONSTRAINT attachment_not_empty CHECK (size_bytes > 0),
        replaces_id uuid CONSTRAINT attachment_replaces REFERENCES attachment (id)
          CONSTRAINT attachment_replaced_once UNIQUE,
        received_on date NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        personal_sealed bytea NOT NULL,
        store text NOT NULL CONSTRAINT attachment_store_known CHECK (store IN ('database', 'objects'))
      )`);
    await queryRunner.query('CREATE INDEX attachment_application ON attachment (application_id, id)');
    await queryRunner.query(`
      CREATE TABLE attachment_piece (
        attachment_id uuid CONSTRAINT attachment_piece_attachment REFERENCES attachment (id) ON DELETE CASCADE,
        position integer,
        sealed bytea NOT NULL,
        CONSTRAINT attachment_piece_pkey PRIMARY KEY (attachment_id, position)
      )`);
    // Photos are compressed already.
    await queryRunner.query('ALTER TABLE attachment_piece ALTER COLUMN sealed SET STORAGE EXTERNAL');
    await queryRunner.query(`
      CREATE TABLE publication_consent (
        id uuid CONSTRAINT publication_consent_pkey PRIMARY KEY,
        attachment_id uuid NOT NULL
          CONSTRAINT publication_consent_attachment REFERENCES attachment (id) ON DELETE CASCADE,
        given boolean NOT NULL,
        said_on date NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        said_by_sealed bytea NOT NULL
      )`);
    await queryRunner.query(
      'CREATE INDEX publication_consent_attachment ON publication_consent (attachment_id, id)',
    );
    // What belongs to a draft may go; the service deletes nothing of what was submitted.
    await grantToService(queryRunner, ['SELECT', 'INSERT', 'DELETE'], ['attachment']);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['attachment_piece', 'publication_consent']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE publication_consent');
    await queryRunner.query('DROP TABLE attachment_piece');
    await queryRunner.query('DROP TABLE attachment');
    await queryRunner.query('ALTER TABLE application DROP COLUMN attachment_counts');
  }
}
