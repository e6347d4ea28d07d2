import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

/** A version that ends before its time: proposed by one person, published by another. The version itself stays as it is. */
export class RegulationEndings1574000000052 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE regulation_ending (
        id uuid CONSTRAINT regulation_ending_pkey PRIMARY KEY,
        version_id uuid NOT NULL CONSTRAINT regulation_ending_version REFERENCES regulation_version (id),
        last_day date NOT NULL,
        reason text NOT NULL,
        status text NOT NULL
          CONSTRAINT regulation_ending_status_known CHECK (status IN ('proposed', 'published', 'rejected')),
        version integer NOT NULL CONSTRAINT regulation_ending_positive CHECK (version > 0),
        published_on date,
        publication_reference text,
        proposed_by text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by text,
        decided_at timestamptz,
        CONSTRAINT regulation_ending_four_eyes CHECK (status <> 'published' OR decided_by <> proposed_by),
        CONSTRAINT regulation_ending_decided CHECK ((status = 'proposed') = (decided_by IS NULL)),
        CONSTRAINT regulation_ending_published
          CHECK ((status = 'published') = (published_on IS NOT NULL AND publication_reference IS NOT NULL)),
        CONSTRAINT regulation_ending_published_in_time CHECK (published_on <= last_day)
      )`);
    await queryRunner.query(
      'CREATE INDEX regulation_ending_of_version ON regulation_ending (version_id, status)',
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['regulation_ending']);
    await grantColumnsToService(queryRunner, 'regulation_ending', [
      ...['status', 'version', 'published_on', 'publication_reference', 'decided_by', 'decided_at'],
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE regulation_ending');
  }
}
