import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProcess } from '../../../src/platform/database/running-process.ts';
import { repositoryRoot, scriptArguments } from '../../support/own-script.ts';
import { onDatabase } from '../../support/test-database.ts';

const isRoot = process.getuid?.() === 0;
const started: ChildProcess[] = [];
let directory: string;

beforeAll(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'kernbudget-embedded-')));
  await chmod(directory, 0o755);
});

afterAll(async () => {
  for (const child of started) child.kill('SIGTERM');
  await rm(directory, { recursive: true, force: true });
});

interface Service {
  readonly child: ChildProcess;
  readonly ownerUrl: string;
}

/** Starts a process with an embedded database, or throws what it said on its error stream. */
async function startService(dataDirectory: string): Promise<Service> {
  const child = spawn(process.execPath, scriptArguments('test/support/embedded-service', [dataDirectory]), {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.endsWith('\n')) resolve({ child, ...(JSON.parse(output) as { ownerUrl: string }) });
    });
    child.once('close', () => reject(new Error(complaint)));
  });
}

async function stopService({ child }: Service, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  return code;
}

function pidFile(dataDirectory = directory): string {
  return join(dataDirectory, 'postgres/cluster/postmaster.pid');
}

async function serverPid(): Promise<number> {
  return Number((await readFile(pidFile(), 'utf8')).split('\n')[0]);
}

async function notes(service: Service): Promise<string[]> {
  const rows = await onDatabase<{ text: string }>(service.ownerUrl, 'SELECT text FROM note ORDER BY text');
  return rows.map(({ text }) => text);
}

async function write(service: Service, text: string): Promise<void> {
  await onDatabase(service.ownerUrl, 'CREATE TABLE IF NOT EXISTS note (text text)');
  await onDatabase(service.ownerUrl, 'INSERT INTO note VALUES ($1)', [text]);
}

describe('The database of somebody who has none', () => {
  it('is there after the first start, with secrets that only its owner can read', async () => {
    const service = await startService(directory);
    await write(service, '1 first start');
    expect((await stat(join(directory, 'postgres.json'))).mode & 0o777).toBe(0o600);
    expect(await stopService(service)).toBe(0);
  });

  it('has its data again at the second start, on the same port', async () => {
    const first = JSON.parse(await readFile(join(directory, 'postgres.json'), 'utf8')) as { port: number };
    const service = await startService(directory);
    expect(await notes(service)).toEqual(['1 first start']);
    expect(new URL(service.ownerUrl).port).toBe(String(first.port));
    await stopService(service);
  });

  it('says clearly that it is in use when the service is started twice', async () => {
    const service = await startService(directory);
    const second = startService(directory);
    await expect(second).rejects.toThrow(`De dienst draait al met de gegevens in ${directory}`);
    await write(service, '2 while refused');
    await stopService(service);
  });

  it('comes back after the service was killed, although its server was still running', async () => {
    const killed = await startService(directory);
    await write(killed, '3 before the kill');
    const orphan = await serverPid();
    await stopService(killed, 'SIGKILL');
    expect(findProcess(orphan)).not.toBeNull();

    const service = await startService(directory);
    expect(findProcess(orphan)).toBeNull();
    expect(await notes(service)).toEqual(['1 first start', '2 while refused', '3 before the kill']);
    await stopService(service);
  });

  it('comes back after service and server were both killed', async () => {
    const killed = await startService(directory);
    await write(killed, '4 before the power went');
    const server = await serverPid();
    killed.child.kill('SIGSTOP');
    process.kill(server, 'SIGKILL');
    await stopService(killed, 'SIGKILL');

    const service = await startService(directory);
    expect(await notes(service)).toContain('4 before the power went');
    await stopService(service);
  });

  it('leaves another program alone that has the number of the old server by now', async () => {
    const lines = [
      String(process.pid),
      join(directory, 'postgres/cluster'),
      '0',
      '5432',
      '',
      '',
      '',
      'ready',
    ];
    await writeFile(pidFile(), `${lines.join('\n')}\n`);
    const service = await startService(directory);
    expect(await notes(service)).toHaveLength(4);
    await stopService(service);
  });

  it('refuses to start empty when the passwords of existing data are gone', async () => {
    await rm(join(directory, 'postgres.json'));
    await expect(startService(directory)).rejects.toThrow(/postgres\.json ontbreekt/);
  });

  it('works in a directory that only its owner may enter, for root with the data elsewhere', async () => {
    const home = await realpath(await mkdtemp(join(tmpdir(), 'kernbudget-root-')));
    const dataDirectory = join(home, '.data');
    const first = await startService(dataDirectory);
    await write(first, 'out of reach');
    await stopService(first);
    const second = await startService(dataDirectory);
    expect(await notes(second)).toEqual(['out of reach']);
    await stopService(second);

    const state = JSON.parse(await readFile(join(dataDirectory, 'postgres.json'), 'utf8')) as {
      elsewhere: string | null;
    };
    // The server never runs as root, and the account that it runs as instead cannot enter root's directory.
    const place = isRoot ? expect.stringMatching(/kernbudget\/[0-9a-f]{12}$/) : null;
    expect(state.elsewhere).toEqual(place);
    if (state.elsewhere !== null) await rm(state.elsewhere, { recursive: true });
    await rm(home, { recursive: true });
  });
});
