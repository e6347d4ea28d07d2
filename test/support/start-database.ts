import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.ts';
import { bootstrapDatabase } from '../../src/platform/database/bootstrap-database.ts';
import { embeddedBinaries } from '../../src/platform/database/embedded-binaries.ts';
import {
  clusterDirectory,
  freePort,
  initialiseCluster,
  type RunningServer,
  type ServerPlace,
  startServer,
} from '../../src/platform/database/embedded-server.ts';
import { refugeFor } from '../../src/platform/database/embedded-state.ts';
import { stopLeftoverServer } from '../../src/platform/database/leftover-server.ts';
import { runMigrations } from '../../src/platform/database/migrations.ts';
import { findProcess } from '../../src/platform/database/running-process.ts';
import { canReach, serverAccountFor } from '../../src/platform/database/server-account.ts';
import stopDatabase from './stop-database.ts';
import { testRoles, testServerVariable, testTemplate, urlFor } from './test-server.ts';

declare global {
  var kernbudgetTestServer: { server: RunningServer; directory: string } | undefined;
}

/** Nobody keeps the data of tests, so that nothing waits for a disk, nor for what makes passwords hard to guess. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  scram_iterations: '1',
};

const namePrefix = 'kernbudget-test-';

/** Removes what test runs left that were killed; the name of a directory tells which process made it. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = /^kernbudget-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || findProcess(Number(pid))) continue;
    const directory = join(parent, name);
    await stopLeftoverServer(clusterDirectory({ dataDirectory: directory }));
    await rm(directory, { recursive: true, force: true });
  }
}

async function temporaryPlace(): Promise<ServerPlace> {
  const account = serverAccountFor('/');
  const parent = account && !canReach(account, tmpdir()) ? '/tmp' : tmpdir();
  // Somebody else's leftovers are not ours to remove.
  await sweep(parent).catch(() => undefined);
  const dataDirectory = await mkdtemp(join(parent, `${namePrefix}${process.pid}-`));
  return {
    binaries: await embeddedBinaries(account, refugeFor),
    account,
    dataDirectory,
    logFile: join(dataDirectory, 'server.log'),
  };
}

async function makeTemplate(): Promise<void> {
  await bootstrapDatabase({
    administratorUrl: urlFor(testRoles.administrator, 'postgres'),
    database: testTemplate,
    schema: 'kernbudget',
    owner: testRoles.owner,
    service: testRoles.service,
  });
  await runMigrations(urlFor(testRoles.owner, testTemplate), migrations);
}

/** Runs once before all tests: one PostgreSQL, and a template with roles and tables to clone per test file. */
export default async function startDatabase(): Promise<void> {
  const place = await temporaryPlace();
  const [port] = await Promise.all([freePort(), initialiseCluster(place, testRoles.administrator.password)]);
  const server = await startServer(place, port, forgetful);
  globalThis.kernbudgetTestServer = { server, directory: place.dataDirectory };
  process.env[testServerVariable] = String(port);
  process.once('SIGINT', () => void stopDatabase().then(() => process.exit(130)));
  try {
    await makeTemplate();
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}
