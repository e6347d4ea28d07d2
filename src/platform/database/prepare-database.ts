import type { Configuration } from '../config/configuration.ts';
import type { MigrationClass } from './data-source.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { runMigrations } from './migrations.ts';

/** A database that is ready for the service. */
export interface PreparedDatabase {
  /** As the service's role. */
  readonly url: string;
  /** Fulfilled when the database has ended; never for a server that is not ours. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const never = new Promise<void>(() => undefined);

/**
 * Gives the configured database, or starts the embedded one, and runs missing migrations where the owner's
 * address is known.
 * @param tell receives Dutch sentences about what an operator should know
 * @throws Error in Dutch when the database is not to be had
 */
export async function prepareDatabase(
  configuration: Pick<Configuration, 'database' | 'dataDirectory'>,
  migrations: readonly MigrationClass[],
  tell: (message: string) => void,
): Promise<PreparedDatabase> {
  const { url, ownerUrl, schema } = configuration.database;
  if (url !== null) {
    if (ownerUrl !== null) await runMigrations(ownerUrl, migrations);
    return { url, ended: never, stop: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedDatabase({ dataDirectory: configuration.dataDirectory, schema, tell });
  try {
    await runMigrations(embedded.ownerUrl, migrations);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return { url: embedded.serviceUrl, ended: embedded.ended, stop: () => embedded.stop() };
}
