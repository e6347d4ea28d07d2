import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { present } from '../../kernel/assert.ts';

const { escapeIdentifier } = pg;

type TablePrivilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** The role that `bootstrapDatabase` made for the service. */
async function serviceRole(queryRunner: QueryRunner): Promise<string> {
  const [row] = (await queryRunner.query('SELECT service_role() AS name')) as { name: string }[];
  return escapeIdentifier(present(row, 'the schema tells who the service is').name);
}

/**
 * For migrations: gives the service's role rights on tables or views of this schema. Append-only tables get
 * SELECT and INSERT and nothing more.
 */
export async function grantToService(
  queryRunner: QueryRunner,
  privileges: readonly TablePrivilege[],
  tables: readonly string[],
): Promise<void> {
  const role = await serviceRole(queryRunner);
  const names = tables.map(escapeIdentifier).join(', ');
  await queryRunner.query(`GRANT ${privileges.join(', ')} ON ${names} TO ${role}`);
}

/**
 * For migrations: lets the service's role change single columns of a table whose other columns stay as they
 * were written.
 */
export async function grantColumnsToService(
  queryRunner: QueryRunner,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const role = await serviceRole(queryRunner);
  const names = columns.map(escapeIdentifier).join(', ');
  await queryRunner.query(`GRANT UPDATE (${names}) ON ${escapeIdentifier(table)} TO ${role}`);
}

/**
 * For migrations: lets the service's role call functions of this schema, which nobody else may.
 * @param functions bare names when the schema has one of that name, else with argument types
 */
export async function grantExecuteToService(
  queryRunner: QueryRunner,
  functions: readonly string[],
): Promise<void> {
  const role = await serviceRole(queryRunner);
  await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${functions.join(', ')} TO ${role}`);
}
