import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

/**
 * Secret addresses at which somebody's calendar program reads what is due. The secret itself is not kept; how far an
 * address reaches is what its owner could see when it was made.
 */
export class CalendarFeeds1574000000042 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE calendar_feed (
        id uuid CONSTRAINT calendar_feed_pkey PRIMARY KEY,
        version integer NOT NULL,
        subject text NOT NULL,
        secret_hash bytea NOT NULL CONSTRAINT calendar_feed_secret UNIQUE,
        reaches jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        ends_on date NOT NULL,
        revoked_at timestamptz
      )`);
    await queryRunner.query('CREATE INDEX calendar_feed_subject ON calendar_feed (subject, id)');
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['calendar_feed']);
    await grantColumnsToService(queryRunner, 'calendar_feed', ['revoked_at', 'version']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE calendar_feed');
  }
}
