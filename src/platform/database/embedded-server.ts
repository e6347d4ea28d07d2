import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { assert } from '../../kernel/assert.ts';
import type { ServerBinaries } from './embedded-binaries.ts';
import type { ServerAccount } from './server-account.ts';

/** The superuser of an embedded server; it only bootstraps and clones. */
export const embeddedAdministrator = 'kernbudget_admin';

export interface ServerPlace {
  readonly binaries: ServerBinaries;
  readonly account: ServerAccount | null;
  readonly dataDirectory: string;
  /** Where the server's own messages go; overwritten at every start. */
  readonly logFile: string;
}

const startMilliseconds = 30_000;

function openLog(place: ServerPlace): number {
  const log = openSync(place.logFile, 'w', 0o600);
  if (place.account) fchownSync(log, place.account.uid, place.account.gid);
  return log;
}

function run(place: ServerPlace, program: string, parameters: string[]): Promise<void> {
  const log = openLog(place);
  const child = spawn(program, parameters, {
    ...place.account,
    cwd: place.dataDirectory,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`initdb mislukt (${code}): ${readFileSync(place.logFile, 'utf8')}`));
    });
  });
}

async function giveAway(path: string, account: ServerAccount | null): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

/**
 * Makes an empty database cluster, in UTF-8 with an ordering that does not depend on the machine. It gets its
 * name when it is complete, so that what an interrupted attempt left is never taken for a cluster.
 * @param password of the superuser `embeddedAdministrator`
 * @throws Error with the output of initdb when that fails
 */
export async function initialiseCluster(place: ServerPlace, password: string): Promise<void> {
  await mkdir(place.dataDirectory, { recursive: true, mode: 0o700 });
  await giveAway(place.dataDirectory, place.account);
  const unfinished = `${clusterDirectory(place)}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  // The password goes by way of a file in a directory that other accounts cannot enter.
  const secretDirectory = await mkdtemp(join(place.dataDirectory, 'setup-'));
  const passwordFile = join(secretDirectory, 'password');
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    await giveAway(secretDirectory, place.account);
    await giveAway(passwordFile, place.account);
    await run(place, place.binaries.initdb, [
      ...['-D', unfinished, '-U', embeddedAdministrator, `--pwfile=${passwordFile}`],
      ...['-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin'],
      ...['--builtin-locale=C.UTF-8', '--no-sync', '--no-instructions'],
    ]);
    await rename(unfinished, clusterDirectory(place));
  } finally {
    await rm(secretDirectory, { recursive: true, force: true });
  }
}

/** The directory that PostgreSQL itself calls its data directory. */
export function clusterDirectory(place: Pick<ServerPlace, 'dataDirectory'>): string {
  return join(place.dataDirectory, 'cluster');
}

/** Asks the operating system for a port on the loopback address: the preferred one, or any that is free. */
export async function freePort(preferredPort = 0): Promise<number> {
  const server = createServer();
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port: preferredPort, exclusive: true }, () => resolve(true));
  });
  if (!listening) return freePort();
  const address = server.address();
  assert(address !== null && typeof address === 'object', 'a listening server has an address');
  await new Promise((resolve) => server.close(resolve));
  return address.port;
}

/** A server that is this process's child. */
export class RunningServer {
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  readonly #killAtExit = (): void => {
    this.#child.kill('SIGINT');
  };

  constructor(child: ChildProcess) {
    this.#child = child;
    this.#exited = new Promise((resolve) => child.once('exit', () => resolve()));
    process.once('exit', this.#killAtExit);
  }

  /** Fulfilled when the server's process has ended, asked for or not. */
  get exited(): Promise<void> {
    return this.#exited;
  }

  /** Stops the server: `fast` closes the data neatly, `immediate` leaves it and is for data nobody keeps. */
  async stop(how: 'fast' | 'immediate' = 'fast'): Promise<void> {
    process.removeListener('exit', this.#killAtExit);
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    }
    await this.#exited;
  }
}

async function isReady(place: ServerPlace, pid: number): Promise<boolean> {
  // The postmaster writes its state on the eighth line of its own pid file.
  const text = await readFile(join(clusterDirectory(place), 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

/**
 * Starts a server on the loopback address and waits until it takes connections. It gets a session of its own,
 * so that Ctrl-C in a terminal reaches the service only, which then closes its connections before the server.
 * @param settings run-time settings, such as `{ fsync: 'off' }` for tests
 * @throws Error with the server's own log when it does not start within half a minute
 */
export async function startServer(
  place: ServerPlace,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_checkpoints: 'off',
    ...settings,
  };
  const log = openLog(place);
  const child = spawn(
    place.binaries.postgres,
    [
      ...['-D', clusterDirectory(place), '-p', String(port)],
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...place.account, cwd: place.dataDirectory, detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  let spawnFault: Error | undefined;
  child.once('error', (error) => (spawnFault = error));
  const server = new RunningServer(child);
  const deadline = Date.now() + startMilliseconds;
  while (Date.now() < deadline && child.exitCode === null && spawnFault === undefined) {
    if (child.pid !== undefined && (await isReady(place, child.pid))) return server;
    await pause(15);
  }
  if (spawnFault === undefined) await server.stop('immediate');
  const messages = await readFile(place.logFile, 'utf8').catch(() => '');
  throw new Error(`PostgreSQL is niet gestart. ${spawnFault?.message ?? ''}\n${messages}`.trim());
}
