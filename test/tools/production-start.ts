import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../src/platform/database/embedded-server.ts';
import { composedServices, filledIn } from '../support/compose-file.ts';
import { operatorsVariables } from '../support/production-environment.ts';
import startDatabase from '../support/start-database.ts';
import stopDatabase from '../support/stop-database.ts';
import { testRoles, testServerVariable } from '../support/test-server.ts';

type Environment = Record<string, string>;

/** What the Dockerfile puts in the image, and nothing else: no development packages, no tests, no sources. */
async function layOut(directory: string): Promise<void> {
  for (const part of ['dist/src', 'dist/migrations', 'package.json', 'LICENSE']) {
    await cp(part, join(directory, part), { recursive: true });
  }
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { encoding: 'utf8' });
  const modules = listed
    .split('\n')
    .slice(1)
    .map((path) => relative(process.cwd(), path))
    // What stands within another package comes along with it.
    .filter((path) => path.startsWith('node_modules/') && !path.slice(13).includes('node_modules/'));
  for (const path of modules) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await symlink(join(process.cwd(), path), join(directory, path));
  }
}

/** The address of the database as compose knows it, and as it is here. */
function reachable(environment: Environment): Environment {
  const port = process.env[testServerVariable] ?? '';
  const { name, password } = testRoles.administrator;
  return Object.fromEntries(
    Object.entries(environment).map(([key, value]) => [
      key,
      value
        .replace('@database:5432', `@127.0.0.1:${port}`)
        .replace(/^postgres:\/\/postgres:[^@]*@/, `postgres://${name}:${password}@`),
    ]),
  );
}

async function statusOf(url: string): Promise<number | null> {
  const answer = await fetch(url, { redirect: 'manual' }).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.status ?? null;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    if ((await statusOf(`${url}/health/ready`)) === 200) return;
    await pause(100);
  }
  throw new Error('the service did not become ready');
}

/** Faults in what a started service answers. */
async function answersOf(url: string, metricsUrl: string): Promise<string[]> {
  const expected: readonly [string, number][] = [
    [`${url}/health/live`, 200],
    [`${url}/v1/openapi.json`, 200],
    [`${url}/v1/kernen`, 200],
    [`${url}/v1/applications`, 401],
    [`${url}/development/issuer`, 404],
    [`${url}/.well-known/security.txt`, 200],
    [metricsUrl, 200],
  ];
  const faults: string[] = [];
  for (const [address, status] of expected) {
    const found = await statusOf(address);
    if (found !== status) faults.push(`${address} gives ${found} instead of ${status}`);
  }
  return faults;
}

/** Starts, asks and stops the service with these variables; gives what is not as it should be. */
async function serviceFaults(directory: string, environment: Environment): Promise<string[]> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: directory,
    env: { ...environment, PORT: String(port), METRICS_PORT: String(metricsPort) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(url, child);
    const faults = await answersOf(url, `http://127.0.0.1:${metricsPort}/metrics`);
    child.kill('SIGTERM');
    const [code] = await ended;
    return code === 0 ? faults : [...faults, `ended with ${code}: ${output}`];
  } catch (error) {
    child.kill('SIGKILL');
    return [`${String(error)}: ${output}`];
  }
}

async function refusalFaults(directory: string, environment: Environment): Promise<string[]> {
  const faults: string[] = [];
  for (const name of ['DATABASE_URL', 'ISSUER_URL', 'ENCRYPTION_KEYS', 'BLIND_INDEX_KEYS']) {
    const env = { ...environment, [name]: '', PORT: '0' };
    const failure = await promisify(execFile)(process.execPath, ['dist/src/main.js'], {
      ...{ cwd: directory, env, timeout: 30_000 },
    }).then(
      () => 'it started',
      ({ code, stderr, stdout }: { code: number; stderr: string; stdout: string }) =>
        code === 1 && `${stderr}${stdout}`.includes(name) ? null : `${code} ${stderr}`,
    );
    if (failure !== null) faults.push(`without ${name}: ${failure}`);
  }
  return faults;
}

/**
 * The start that docker-compose.yml describes, without docker: the files of the image with production packages alone,
 * its commands and variables as they stand in the file, on an empty PostgreSQL.
 */
export async function checkProductionStart(): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'kernbudget-image-'));
  await startDatabase();
  try {
    await layOut(directory);
    const { bootstrap, service } = await composedServices(['bootstrap', 'service']);
    const given = operatorsVariables();
    const [shell = '', ...parameters] = bootstrap.command;
    const env = {
      ...{ PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' },
      ...reachable(filledIn(bootstrap.environment, given)),
    };
    // Twice: compose does it again at every start.
    await promisify(execFile)(shell, parameters, { cwd: directory, env });
    await promisify(execFile)(shell, parameters, { cwd: directory, env });
    const environment = reachable(filledIn(service.environment, given));
    return [
      ...(await serviceFaults(directory, environment)),
      ...(await refusalFaults(directory, environment)),
    ];
  } finally {
    await stopDatabase();
    await rm(directory, { recursive: true, force: true });
  }
}
