import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

/**
 * Who takes part in a case beside the applicant: co-applicants, the next representative, and a payee. Each is named,
 * and takes part from the day on which he or she said yes; nobody is removed.
 */
export class Parties1574000000171 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE application ADD COLUMN consented_co_applicants integer');
    await queryRunner.query(`
      CREATE TABLE case_party (
        id uuid CONSTRAINT case_party_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT case_party_application REFERENCES application (id),
        role text NOT NULL CONSTRAINT case_party_role_known
          CHECK (role IN ('co-applicant', 'representative', 'payee')),
        code_hash bytea NOT NULL CONSTRAINT case_party_code UNIQUE,
        agreement_attachment_id uuid CONSTRAINT case_party_agreement REFERENCES attachment (id),
        named_by text NOT NULL,
        named_at timestamptz NOT NULL,
        personal_sealed bytea NOT NULL,
        consented_on date,
        consented_by text CONSTRAINT case_party_consent_known CHECK (consented_by IN ('login', 'paper')),
        consent_subject text,
        consent_attachment_id uuid CONSTRAINT case_party_consent_attachment REFERENCES attachment (id),
        ended_on date,
        CONSTRAINT case_party_consent_whole CHECK ((consented_on IS NULL) = (consented_by IS NULL)
          AND (consented_by IS DISTINCT FROM 'login' OR consent_subject IS NOT NULL)
          AND (consented_by IS DISTINCT FROM 'paper' OR consent_attachment_id IS NOT NULL))
      )`);
    await queryRunner.query('CREATE INDEX case_party_application ON case_party (application_id, id)');
    await queryRunner.query(`
      CREATE UNIQUE INDEX case_party_one_in_force ON case_party (application_id, role)
      WHERE role <> 'co-applicant' AND consented_on IS NOT NULL AND ended_on IS NULL`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX case_party_person_once ON case_party (application_id, role, consent_subject)
      WHERE consent_subject IS NOT NULL AND ended_on IS NULL`);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['case_party']);
    await grantColumnsToService(queryRunner, 'case_party', [
      ...['consented_on', 'consented_by', 'consent_subject', 'consent_attachment_id', 'ended_on'],
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE case_party');
    await queryRunner.query('ALTER TABLE application DROP COLUMN consented_co_applicants');
  }
}
