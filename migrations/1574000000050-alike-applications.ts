import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * What makes applications alike (who applies, from which address and street, for which activity) is kept as account
 * numbers are: sealed with the key of the case, and found again by blind index. With it a view of what was asked
 * and granted earlier.
 */
export class AlikeApplications1574000000050 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE case_secret DROP CONSTRAINT case_secret_field_known');
    await queryRunner.query(`
      ALTER TABLE case_secret ADD CONSTRAINT case_secret_field_known
        CHECK (field IN ('bsn', 'iban', 'applicant', 'address', 'area', 'activity'))`);
    await queryRunner.query('DROP INDEX case_secret_index');
    await queryRunner.query('CREATE INDEX case_secret_index ON case_secret (field, index_digest, case_id)');
    await queryRunner.query(`
      CREATE VIEW earlier_request AS
      SELECT application.id AS application_id, application.number, application.received_on,
        regulation.title AS regulation_title, coalesce(decision.granted_cents, 0) AS granted_cents
      FROM application
      JOIN regulation_version AS version ON version.id = application.regulation_version_id
      JOIN regulation ON regulation.id = version.regulation_id
      LEFT JOIN decision ON decision.application_id = application.id
      WHERE application.number IS NOT NULL AND application.destroyed_at IS NULL
        AND application.status <> 'withdrawn'`);
    await grantToService(queryRunner, ['SELECT'], ['earlier_request']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW earlier_request');
    await queryRunner.query('DROP INDEX case_secret_index');
    await queryRunner.query('CREATE INDEX case_secret_index ON case_secret (field, index_digest)');
    await queryRunner.query("DELETE FROM case_secret WHERE field NOT IN ('bsn', 'iban')");
    await queryRunner.query('ALTER TABLE case_secret DROP CONSTRAINT case_secret_field_known');
    await queryRunner.query(
      "ALTER TABLE case_secret ADD CONSTRAINT case_secret_field_known CHECK (field IN ('bsn', 'iban'))",
    );
  }
}
