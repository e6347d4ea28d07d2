import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { drive, latencies } from '../load/drive.ts';
import { Caller, completeApplication } from '../load/requests.ts';
import { type Measurement, type Result, rounded } from '../measurement.ts';
import { asOwner } from '../service/as-owner.ts';
import type { BenchService } from '../service/bench-service.ts';
import { changedKeys } from '../service/throw-away-keys.ts';
import { loadApplications } from './bulk-load.ts';

const cases = 100_000;
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

/** Runs `npm run keys:rotate` as an operator would, beside the service. @returns milliseconds */
async function rotate(service: BenchService): Promise<number> {
  const started = performance.now();
  const command = fileURLToPath(new URL('../../src/cli/rotate-keys.js', import.meta.url));
  const env = { ...process.env, DATABASE_URL: service.serviceUrl, ...changedKeys };
  const child = spawn(process.execPath, [command], { stdio: ['ignore', 'ignore', 'inherit'], env });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('Het omzetten van de sleutels mislukte.');
  return performance.now() - started;
}

async function measure(service: BenchService): Promise<Result> {
  await asOwner(service.ownerUrl, (client) => loadApplications(client, cases));
  await service.tell('set-clock', '2019-03-04T09:00:00Z');
  const bram = await Caller.of(service, 'bram');
  await drive(service.url, 4, 3_000, () => bram.get('/v1/work-list?limit=20'));
  const calmUntil = performance.now() + calmMilliseconds;
  const calm = percentile95(await work(service, () => performance.now() < calmUntil));
  let rotating = true;
  const rotation = rotate(service).finally(() => {
    rotating = false;
  });
  const meanwhile = percentile95(await work(service, () => rotating));
  const seconds = (await rotation) / 1000;
  return {
    value: rounded(meanwhile / calm),
    goal: 2,
    better: 'lower',
    unit: `keer zo lang (p95) terwijl de sleutels van ${cases} zaken worden omgezet`,
    parts: {
      calmMilliseconds: rounded(calm),
      meanwhileMilliseconds: rounded(meanwhile),
      rotationSeconds: rounded(seconds),
      casesPerSecond: rounded(cases / seconds),
    },
  };
}

/** How much the service slows down while every case key and blind index goes under another key. */
export const keyRotation: Measurement = {
  names: ['key-rotation'],
  run: async ({ service }) => ({ 'key-rotation': await measure(await service()) }),
};
