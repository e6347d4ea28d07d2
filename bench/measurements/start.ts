import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/platform/database/embedded-server.ts';
import { type Measurement, type Result, rounded } from '../measurement.ts';

const notInAClone = new Set(['node_modules', 'dist', '.git', '.data', 'demo', 'coverage']);
const patienceMilliseconds = 120_000;
const pauseMilliseconds = 20;
const warmStarts = 3;

/** The sources as `git clone` and `npm ci` leave them: nothing built, no data. */
async function freshClone(directory: string): Promise<string> {
  const clone = join(directory, 'clone');
  const root = process.cwd();
  await cp(root, clone, {
    recursive: true,
    filter: (path) => path === root || !notInAClone.has(basename(path)),
  });
  await symlink(join(root, 'node_modules'), join(clone, 'node_modules'));
  return clone;
}

async function firstAnswer(url: string, npm: ChildProcess): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  while (Date.now() < deadline && npm.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await pause(pauseMilliseconds);
  }
  throw new Error('npm start gaf geen antwoord.');
}

/** Runs `npm start` until it answers, and stops it. @returns seconds to the first answer */
async function secondsToStart(clone: string): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  // A group of its own, as a terminal makes it: the signal must reach what npm started.
  const npm = spawn('npm', ['start'], {
    cwd: clone,
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, PORT: String(port) },
  });
  const exited = once(npm, 'exit');
  try {
    await firstAnswer(`http://localhost:${port}/v1/kernen`, npm);
    return (performance.now() - started) / 1000;
  } finally {
    if (npm.pid !== undefined && npm.exitCode === null) process.kill(-npm.pid, 'SIGINT');
    await exited;
  }
}

function result(seconds: number, goal: number, parts: Result['parts']): Result {
  return { value: rounded(seconds), goal, better: 'lower', unit: 'seconden tot het eerste antwoord', parts };
}

/** How long a newcomer waits after `npm start`: the first time (build, initdb, migrations, seed) and later. */
export const start: Measurement = {
  names: ['cold-start', 'warm-start'],
  async run({ directory }) {
    const clone = await freshClone(directory);
    try {
      const cold = await secondsToStart(clone);
      const warm: number[] = [];
      for (let turn = 0; turn < warmStarts; turn += 1) warm.push(await secondsToStart(clone));
      return {
        'cold-start': result(cold, 10, { seconds: rounded(cold) }),
        'warm-start': result(Math.max(...warm), 4, { secondsPerStart: warm.map(rounded) }),
      };
    } finally {
      await rm(clone, { recursive: true, force: true });
    }
  },
};
