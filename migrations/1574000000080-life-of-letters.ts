import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

const refuseChange = (condition: string) => `
  CREATE OR REPLACE FUNCTION refuse_second_announcement() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF ${condition} THEN
      RAISE EXCEPTION 'A sent letter never changes'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'letter_announced_once';
    END IF;
    RETURN NEW;
  END $$`;

/**
 * A letter that was overtaken before it was sent is void and can never be sent. Each letter has a code by which
 * anyone can ask whether it is genuine. Each time that a letter leaves is a row that nobody changes.
 */
export class LifeOfLetters1574000000080 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE letter
        ADD COLUMN voided_at timestamptz,
        ADD COLUMN verification_code text CONSTRAINT letter_code_unique UNIQUE,
        ADD CONSTRAINT letter_void_not_sent CHECK (voided_at IS NULL OR sent_on IS NULL)`);
    await queryRunner.query(refuseChange('OLD.sent_on IS NOT NULL OR OLD.voided_at IS NOT NULL'));
    await grantColumnsToService(queryRunner, 'letter', ['voided_at']);
    await queryRunner.query(`
      CREATE TABLE letter_dispatch (
        id uuid CONSTRAINT letter_dispatch_pkey PRIMARY KEY,
        letter_id uuid NOT NULL CONSTRAINT letter_dispatch_letter REFERENCES letter (id),
        sent_on date NOT NULL,
        channel text NOT NULL CONSTRAINT letter_dispatch_channel_known CHECK (channel IN ('post', 'electronic')),
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX letter_dispatch_letter ON letter_dispatch (letter_id, id)');
    await queryRunner.query(
      "CREATE INDEX letter_dispatch_post ON letter_dispatch (sent_on, id) WHERE channel = 'post'",
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['letter_dispatch']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE letter_dispatch');
    await queryRunner.query(refuseChange('OLD.sent_on IS NOT NULL'));
    await queryRunner.query(`
      ALTER TABLE letter DROP CONSTRAINT letter_void_not_sent, DROP COLUMN voided_at, DROP COLUMN verification_code`);
  }
}
