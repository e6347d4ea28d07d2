import { chown, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.ts';
import { bootstrapDatabase } from '../../src/platform/database/bootstrap-database.ts';
import { embeddedBinaries } from '../../src/platform/database/embedded-binaries.ts';
import {
  freePort,
  initialiseCluster,
  type RunningServer,
  startServer,
} from '../../src/platform/database/embedded-server.ts';
import { refugeFor } from '../../src/platform/database/embedded-state.ts';
import { runMigrations } from '../../src/platform/database/migrations.ts';
import { canReach, serverAccountFor } from '../../src/platform/database/server-account.ts';
import { testRoles, testServerVariable, testTemplate, urlFor } from './test-server.ts';

declare global {
  var kernbudgetTestServer: { server: RunningServer; directory: string } | undefined;
}

/** Nobody keeps the data of tests, so that nothing waits for a disk. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

async function temporaryDirectory(): Promise<string> {
  const account = serverAccountFor('/');
  const parent = account && !canReach(account, tmpdir()) ? '/tmp' : tmpdir();
  const directory = await mkdtemp(join(parent, 'kernbudget-test-'));
  if (account) await chown(directory, account.uid, account.gid);
  return directory;
}

/** Runs once before all tests: one PostgreSQL, and a template with roles and tables to clone per test file. */
export default async function startDatabase(): Promise<void> {
  const directory = await temporaryDirectory();
  const account = serverAccountFor(directory);
  const place = {
    binaries: await embeddedBinaries(account, refugeFor),
    account,
    dataDirectory: directory,
    logFile: join(directory, 'server.log'),
  };
  const [port] = await Promise.all([freePort(), initialiseCluster(place, testRoles.administrator.password)]);
  const server = await startServer(place, port, forgetful);
  globalThis.kernbudgetTestServer = { server, directory };
  process.env[testServerVariable] = String(port);
  await bootstrapDatabase({
    administratorUrl: urlFor(testRoles.administrator, 'postgres'),
    database: testTemplate,
    schema: 'kernbudget',
    owner: testRoles.owner,
    service: testRoles.service,
  });
  await runMigrations(urlFor(testRoles.owner, testTemplate), migrations);
}
