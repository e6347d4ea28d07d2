import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

/**
 * Letters: the model is fixed when the letter is made, the bytes when it is announced. The service may only fill
 * in the announcement of a letter, once; a trigger refuses any other change, so that a sent letter never changes.
 */
export class Letters1574000000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE letter (
        id uuid CONSTRAINT letter_pkey PRIMARY KEY,
        application_id uuid NOT NULL,
        kind text NOT NULL,
        model jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        sent_on date,
        channel text CONSTRAINT letter_channel_known CHECK (channel IN ('post', 'electronic')),
        terms jsonb,
        CONSTRAINT letter_announced_whole CHECK ((sent_on IS NULL) = (channel IS NULL) AND (sent_on IS NULL) = (terms IS NULL))
      )`);
    await queryRunner.query('CREATE INDEX letter_application ON letter (application_id, id)');
    await queryRunner.query(`
      CREATE TABLE letter_document (
        letter_id uuid CONSTRAINT letter_document_pkey PRIMARY KEY CONSTRAINT letter_document_letter REFERENCES letter (id),
        content bytea NOT NULL,
        sha256 text NOT NULL,
        stored_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE letter_sender (
        valid_from date CONSTRAINT letter_sender_pkey PRIMARY KEY,
        sender jsonb NOT NULL
      )`);
    await queryRunner.query(`
      CREATE FUNCTION refuse_second_announcement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.sent_on IS NOT NULL THEN
          RAISE EXCEPTION 'A sent letter never changes'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'letter_announced_once';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(
      'CREATE TRIGGER letter_announced_once BEFORE UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION refuse_second_announcement()',
    );
    await grantColumnsToService(queryRunner, 'letter', ['sent_on', 'channel', 'terms']);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['letter', 'letter_document', 'letter_sender']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE letter_sender');
    await queryRunner.query('DROP TABLE letter_document');
    await queryRunner.query('DROP TABLE letter');
    await queryRunner.query('DROP FUNCTION refuse_second_announcement');
  }
}
