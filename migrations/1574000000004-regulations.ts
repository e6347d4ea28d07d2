import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/** Regulations and their published versions. The service can add a version and never change one. */
export class Regulations1574000000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE regulation (
        id uuid CONSTRAINT regulation_pkey PRIMARY KEY,
        code text NOT NULL CONSTRAINT regulation_code_unique UNIQUE,
        title text NOT NULL,
        year integer NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE regulation_version (
        id uuid CONSTRAINT regulation_version_pkey PRIMARY KEY,
        regulation_id uuid NOT NULL CONSTRAINT regulation_version_regulation REFERENCES regulation (id),
        version integer NOT NULL CONSTRAINT regulation_version_positive CHECK (version > 0),
        document jsonb NOT NULL,
        published_on date NOT NULL,
        publication_reference text NOT NULL,
        in_force_from date NOT NULL,
        CONSTRAINT regulation_version_unique UNIQUE (regulation_id, version)
      )`);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['regulation', 'regulation_version']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE regulation_version');
    await queryRunner.query('DROP TABLE regulation');
  }
}
