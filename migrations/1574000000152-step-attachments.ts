import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which attachments of the case belong to what was done in a step, such as photos of a visit or minutes of a meeting. */
export class StepAttachments1574000000152 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("ALTER TABLE step_record ADD attachment_ids uuid[] NOT NULL DEFAULT '{}'");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE step_record DROP attachment_ids');
  }
}
