import pg from 'pg';
import type { DataSource } from 'typeorm';
import { driverFault } from './constraint-names.ts';
import { createDataSource, type MigrationClass, migrationTable } from './data-source.ts';

const applicationName = 'kernbudget migrations';

/**
 * Runs the migrations that are missing, as the owner and all in one transaction. Two processes that start at
 * once take turns, so that nothing is done twice.
 * @param migrations in order, oldest first
 * @returns the names of the migrations that were run
 */
export async function runMigrations(
  ownerUrl: string,
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  const turn = new pg.Client({ connectionString: ownerUrl, application_name: applicationName });
  await turn.connect();
  try {
    // The lock is per schema, belongs to this session, and goes when the session goes.
    await turn.query(
      "SELECT pg_advisory_lock(hashtext('kernbudget migrations'), hashtext(current_schema()))",
    );
    const dataSource = createDataSource({
      url: ownerUrl,
      entities: [],
      migrations,
      poolSize: 1,
      applicationName,
    });
    await dataSource.initialize();
    try {
      return (await dataSource.runMigrations()).map(({ name }) => name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await turn.end();
  }
}

/** How the tables stand to the code. */
export type SchemaState =
  | { readonly kind: 'current' }
  /** The database lacks migrations that the code has. */
  | { readonly kind: 'older'; readonly missing: readonly string[] }
  /** The database has had migrations that the code does not know. */
  | { readonly kind: 'newer'; readonly unknown: readonly string[] };

/** Compares the names of migrations. A database with unknown ones is newer, whatever else it lacks. */
export function compareMigrations(applied: readonly string[], known: readonly string[]): SchemaState {
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) return { kind: 'newer', unknown };
  const missing = known.filter((name) => !applied.includes(name));
  return missing.length > 0 ? { kind: 'older', missing } : { kind: 'current' };
}

const undefinedTable = '42P01';

/** Reads which migrations the database has had and compares them with the code's. */
export async function schemaState(
  dataSource: DataSource,
  migrations: readonly MigrationClass[],
): Promise<SchemaState> {
  const known = migrations.map(({ name }) => name);
  try {
    const rows = await dataSource.query<{ name: string }[]>(`SELECT name FROM ${migrationTable}`);
    return compareMigrations(
      rows.map(({ name }) => name),
      known,
    );
  } catch (error) {
    if (driverFault(error).code === undefinedTable) return compareMigrations([], known);
    throw error;
  }
}

/** @throws Error in Dutch when the database is older or newer than the code, saying what to do */
export async function refuseOtherVersion(
  dataSource: DataSource,
  migrations: readonly MigrationClass[],
): Promise<void> {
  const state = await schemaState(dataSource, migrations);
  switch (state.kind) {
    case 'current':
      return;
    case 'older':
      throw new Error(
        `De database is ouder dan deze versie van de dienst (ontbreekt: ${state.missing.join(', ')}). ` +
          'Voer npm run db:migrate uit.',
      );
    case 'newer':
      throw new Error(
        `De database is nieuwer dan deze versie van de dienst (onbekend: ${state.unknown.join(', ')}). ` +
          'Start de versie waarmee de database is bijgewerkt.',
      );
  }
}

/**
 * @throws Error in Dutch when the role of this data source owns the schema or is a superuser: such a role could
 *   change what must never change
 */
export async function refusePowerfulRole(dataSource: DataSource): Promise<void> {
  const rows = await dataSource.query<{ name: string; powerful: boolean }[]>(
    `SELECT current_user AS name,
            role.rolsuper OR role.rolcreaterole OR pg_has_role(current_user, namespace.nspowner, 'MEMBER') AS powerful
       FROM pg_roles AS role, pg_namespace AS namespace
      WHERE role.rolname = current_user AND namespace.nspname = current_schema()`,
  );
  if (rows[0]?.powerful !== false) {
    throw new Error(
      `De dienst mag niet werken als ${rows[0]?.name ?? 'een rol zonder schema'}: die rol is eigenaar of ` +
        'beheerder. Geef in DATABASE_URL de rol van de dienst (zie npm run db:bootstrap).',
    );
  }
}
