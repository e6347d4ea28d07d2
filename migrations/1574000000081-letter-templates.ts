import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/** How a municipality words its letters: one person writes, another activates, and then it never changes. */
export class LetterTemplates1574000000081 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE letter_template (
        id uuid CONSTRAINT letter_template_pkey PRIMARY KEY,
        kind text NOT NULL,
        subject text,
        sections jsonb NOT NULL,
        version integer NOT NULL,
        status text NOT NULL CONSTRAINT letter_template_status_known CHECK (status IN ('draft', 'checked', 'activated')),
        written_by text[] NOT NULL,
        changed_at timestamptz NOT NULL,
        activated_by text,
        valid_from date,
        CONSTRAINT letter_template_activated_whole CHECK (
          (status = 'activated') = (activated_by IS NOT NULL) AND (activated_by IS NULL) = (valid_from IS NULL)
        ),
        CONSTRAINT letter_template_four_eyes CHECK (activated_by IS NULL OR activated_by <> ALL (written_by))
      )`);
    await queryRunner.query(
      "CREATE INDEX letter_template_in_force ON letter_template (kind, valid_from DESC, id DESC) WHERE status = 'activated'",
    );
    await queryRunner.query(`
      CREATE FUNCTION refuse_template_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'activated' THEN
          RAISE EXCEPTION 'A template that is in use never changes'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'letter_template_never_changes';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(
      'CREATE TRIGGER letter_template_never_changes BEFORE UPDATE ON letter_template FOR EACH ROW EXECUTE FUNCTION refuse_template_change()',
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT', 'UPDATE'], ['letter_template']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE letter_template');
    await queryRunner.query('DROP FUNCTION refuse_template_change');
  }
}
