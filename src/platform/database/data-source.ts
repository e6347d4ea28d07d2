import pg from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';

export type EntityClass = (new () => object) | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

/** Where TypeORM keeps which migrations were applied. */
export const migrationTable = 'schema_migration';

export interface DataSourceSettings {
  /** `postgres://user:password@host:port/database`; the role's own search_path says which schema. */
  readonly url: string;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
  /** The most connections that are open at once. */
  readonly poolSize: number;
  /** A statement that takes longer is broken off; without it none is. */
  readonly statementSeconds?: number;
  /** Shown by the server in its list of connections. */
  readonly applicationName: string;
}

const { builtins } = pg.types;

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a safe integer: ${text}`);
  return value;
}

/**
 * Amounts of cents (bigint) arrive as numbers, or fail when that would lose a cent; days (date) stay
 * YYYY-MM-DD, as the driver would otherwise turn them into an instant of this machine's time zone.
 */
const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => {
    if (oid === (builtins.INT8 as number)) return parseSafeInteger;
    if (oid === (builtins.DATE as number)) return (text: string) => text;
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  }) as typeof pg.types.getTypeParser,
};

/** Builds the data source with explicit arrays; it connects when `initialize` is called. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    entities: [...settings.entities],
    migrations: [...settings.migrations],
    migrationsTableName: migrationTable,
    migrationsTransactionMode: 'all',
    synchronize: false,
    // Statements carry personal data, and so never reach a log.
    logging: false,
    poolSize: settings.poolSize,
    connectTimeoutMS: 10_000,
    applicationName: settings.applicationName,
    // Statements that are sent one after another travel together; `open-transaction.ts` makes use of it.
    extra: {
      types: columnTypes,
      pipeline: true,
      ...(settings.statementSeconds !== undefined && { statement_timeout: settings.statementSeconds * 1000 }),
    },
  });
}
