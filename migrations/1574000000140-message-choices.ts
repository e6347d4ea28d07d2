import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/** How applicants want to get each kind of message, as they chose after applying. Nothing is ever changed. */
export class MessageChoices1574000000140 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE message_choice (
        id uuid CONSTRAINT message_choice_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT message_choice_application REFERENCES application (id),
        message_kind text NOT NULL
          CONSTRAINT message_choice_kind_known CHECK (message_kind IN ('handling', 'decision')),
        channel text NOT NULL CONSTRAINT message_choice_channel_known CHECK (channel IN ('post', 'electronic')),
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX message_choice_of ON message_choice (application_id, id)');
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['message_choice']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE message_choice');
  }
}
