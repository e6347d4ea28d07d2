import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantColumnsToService, grantToService } from '../src/platform/database/grants.ts';

/**
 * The officials who work with the service, as their last token named them, and who stands in for whom on which days.
 * That somebody is away is kept, and never why.
 */
export class Substitutions1574000000162 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE official (
        subject text CONSTRAINT official_pkey PRIMARY KEY,
        name text NOT NULL,
        roles text[] NOT NULL,
        kern_codes text[] NOT NULL,
        seen_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE substitution (
        id uuid CONSTRAINT substitution_pkey PRIMARY KEY,
        absent_subject text NOT NULL,
        absent_name text NOT NULL,
        substitute_subject text NOT NULL,
        substitute_name text NOT NULL,
        from_on date NOT NULL,
        until_on date NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        ended_by text,
        ended_at timestamptz,
        CONSTRAINT substitution_of_another CHECK (absent_subject <> substitute_subject),
        CONSTRAINT substitution_has_days CHECK (from_on <= until_on),
        CONSTRAINT substitution_end_whole CHECK (num_nulls(ended_by, ended_at) IN (0, 2))
      )`);
    await queryRunner.query(
      'CREATE INDEX substitution_substitute ON substitution (substitute_subject, until_on) WHERE ended_at IS NULL',
    );
    await grantToService(queryRunner, ['SELECT', 'INSERT', 'UPDATE'], ['official']);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['substitution']);
    await grantColumnsToService(queryRunner, 'substitution', ['ended_by', 'ended_at']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE substitution');
    await queryRunner.query('DROP TABLE official');
  }
}
