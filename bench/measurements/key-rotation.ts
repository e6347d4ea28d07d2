import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { drive, latencies } from '../load/drive.ts';
import { Caller, completeApplication } from '../load/requests.ts';
import { type Measurement, type Result, rounded } from '../measurement.ts';
import { asOwner } from '../service/as-owner.ts';
import type { BenchService } from '../service/bench-service.ts';
import { keyRingsBefore, keysBefore, throwAwayKeys } from '../service/throw-away-keys.ts';
import { loadApplications } from './bulk-load.ts';

/** Each case has three rows: its key, its account number and the words by which it is found. */
const cases = 33_334;
const calmMilliseconds = 15_000;

/** The value that 95 of 100 stay under. */
function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}

/** What people do all day, until they are told to stop: three looks for every application. @returns milliseconds */
async function work(service: BenchService, goesOn: () => boolean): Promise<number[]> {
  const fenna = await Caller.of(service, 'fenna');
  const bram = await Caller.of(service, 'bram');
  const body = completeApplication('ingen');
  const taken: number[] = [];
  while (goesOn()) {
    const some = await latencies(service.url, 20, (index) =>
      index % 4 === 0 ? fenna.post('/v1/applications', { body }) : bram.get('/v1/work-list?limit=20'),
    );
    taken.push(...some);
  }
  return taken;
}

/** Runs a command as an operator would, beside the service. @returns milliseconds */
async function operate(
  service: BenchService,
  command: 'index-search-words' | 'rotate-keys',
  keys: NodeJS.ProcessEnv,
): Promise<number> {
  const started = performance.now();
  const path = fileURLToPath(new URL(`../../src/cli/${command}.js`, import.meta.url));
  const env = { ...process.env, DATABASE_URL: service.serviceUrl, ...keys };
  const child = spawn(process.execPath, [path], { stdio: ['ignore', 'ignore', 'inherit'], env });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${command} mislukte.`);
  return performance.now() - started;
}

async function rowsUnderKeys(service: BenchService): Promise<number> {
  const text = `SELECT (SELECT count(*) FROM case_key) + (SELECT count(*) FROM case_secret) AS count`;
  return asOwner(service.ownerUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(text);
    return Number(rows[0]?.count);
  });
}

async function measure(service: BenchService): Promise<Result> {
  await asOwner(service.ownerUrl, (client) => loadApplications(client, cases, keyRingsBefore));
  await operate(service, 'index-search-words', keysBefore);
  await service.tell('set-clock', '2019-03-04T09:00:00Z');
  const bram = await Caller.of(service, 'bram');
  await drive(service.url, 4, 3_000, () => bram.get('/v1/work-list?limit=20'));
  const calmUntil = performance.now() + calmMilliseconds;
  const calm = percentile95(await work(service, () => performance.now() < calmUntil));
  let rotating = true;
  const rows = await rowsUnderKeys(service);
  const rotation = operate(service, 'rotate-keys', throwAwayKeys).finally(() => {
    rotating = false;
  });
  const meanwhile = percentile95(await work(service, () => rotating));
  const seconds = (await rotation) / 1000;
  return {
    value: rounded(meanwhile / calm),
    goal: 2,
    better: 'lower',
    unit: `keer zo lang (p95) terwijl ${rows} rijen onder andere sleutels komen`,
    parts: {
      calmMilliseconds: rounded(calm),
      meanwhileMilliseconds: rounded(meanwhile),
      rotationSeconds: rounded(seconds),
      rowsPerSecond: rounded(rows / seconds),
    },
  };
}

/** How much the service slows down while every case key and blind index goes under another key. */
export const keyRotation: Measurement = {
  names: ['key-rotation'],
  run: async ({ service }) => ({ 'key-rotation': await measure(await service()) }),
};
