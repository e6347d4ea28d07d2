import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ruleSets = ['adr-2.1.spectral.yaml', 'adr-2.2.spectral.yaml'].map((name) =>
  resolve('..', 'shared', 'conformance', name),
);
const startsWithin = 60_000;

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/**
 * Starts the built service, in a data directory of its own, and holds its description of the API against both
 * versions of the Dutch API Design Rules. Gives one line for each finding, whatever its severity.
 */
export async function checkOpenApi(): Promise<string[]> {
  const missing = ruleSets.filter((file) => !existsSync(file));
  if (missing.length > 0) {
    console.log(`OpenAPI is not checked, because these rules are not here: ${missing.join(', ')}`);
    return [];
  }
  return lintOpenApi(await documentOfService());
}

/** Holds a description of an API (as JSON) against both rule sets. */
export async function lintOpenApi(document: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kernbudget-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, document);
    const findings = await Promise.all(ruleSets.map((ruleSet) => lint(file, ruleSet)));
    return findings.flat();
  } finally {
    await rm(folder, { recursive: true });
  }
}

function lint(file: string, ruleSet: string): Promise<string[]> {
  const program = join(
    createRequire(import.meta.url).resolve('@stoplight/spectral-cli/package.json'),
    '..',
    'dist',
    'index.js',
  );
  const options = [
    'lint',
    file,
    '--ruleset',
    ruleSet,
    '--format',
    'json',
    '--fail-severity',
    'hint',
    '--quiet',
  ];
  return new Promise((resolveFindings, reject) => {
    execFile(
      process.execPath,
      [program, ...options],
      { maxBuffer: 32 * 1024 * 1024 },
      (_error, output, complaint) => {
        try {
          const findings = JSON.parse(output || '[]') as Finding[];
          const lines = findings.map(
            ({ code, message, path }) => `${code}: ${message} (${path.join(' > ')})`,
          );
          if (complaint.trim() === '') resolveFindings(lines);
          else reject(new Error(complaint));
        } catch {
          reject(new Error(`Spectral did not answer with findings: ${output} ${complaint}`));
        }
      },
    );
  });
}

async function documentOfService(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kernbudget-service-'));
  // Started by root, the database runs as a user of its own, who must be able to enter.
  await chmod(folder, 0o755);
  const port = await freePort();
  const service = spawn(process.execPath, ['dist/src/main.js'], {
    env: {
      ...process.env,
      PORT: String(port),
      // The rules ask for an address with https, which a service on a desk does not have.
      PUBLIC_URL: 'https://kernbudget.example',
      DATA_DIRECTORY: join(folder, 'data'),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stopped = once(service, 'exit');
  try {
    return await answerOf(`http://127.0.0.1:${port}/v1/openapi.json`, () => service.exitCode !== null);
  } finally {
    service.kill('SIGTERM');
    await stopped;
    await rm(folder, { recursive: true, force: true });
  }
}

async function answerOf(url: string, hasStopped: () => boolean): Promise<string> {
  const deadline = Date.now() + startsWithin;
  while (Date.now() < deadline && !hasStopped()) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return answer.text();
    await wait(200);
  }
  throw new Error(`The service did not answer at ${url}.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
