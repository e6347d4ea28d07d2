import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * The words by which a case is found, as blind indexes beside the others of `case_secret`. There are many per case, so
 * each is eight bytes of its hash; the words themselves stand sealed in `case_secret`, from where they can be computed
 * anew.
 */
export class SearchWords1574000000160 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE case_secret DROP CONSTRAINT case_secret_field_known');
    await queryRunner.query(`
      ALTER TABLE case_secret ADD CONSTRAINT case_secret_field_known CHECK (field IN
        ('bsn', 'iban', 'applicant', 'address', 'area', 'activity', 'search-application', 'search-people'))`);
    await queryRunner.query(`
      CREATE TABLE case_search_word (
        digest bigint NOT NULL,
        case_id uuid NOT NULL CONSTRAINT case_search_word_case REFERENCES case_key (case_id),
        field text NOT NULL,
        CONSTRAINT case_search_word_pkey PRIMARY KEY (digest, case_id, field)
      )`);
    await queryRunner.query('CREATE INDEX case_search_word_case ON case_search_word (case_id)');
    await grantToService(queryRunner, ['SELECT', 'INSERT', 'DELETE'], ['case_search_word']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE case_search_word');
    await queryRunner.query("DELETE FROM case_secret WHERE field IN ('search-application', 'search-people')");
    await queryRunner.query('ALTER TABLE case_secret DROP CONSTRAINT case_secret_field_known');
    await queryRunner.query(`
      ALTER TABLE case_secret ADD CONSTRAINT case_secret_field_known
        CHECK (field IN ('bsn', 'iban', 'applicant', 'address', 'area', 'activity'))`);
  }
}
