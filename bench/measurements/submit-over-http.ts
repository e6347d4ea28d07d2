import { present } from '../../src/kernel/assert.ts';
import { drive } from '../load/drive.ts';
import { Caller, completeApplication } from '../load/requests.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';
import { bareInsertPath } from '../service/bare-insert.ts';
import type { BenchService } from '../service/bench-service.ts';

const connections = 16;
const rounds = 5;
const roundMilliseconds = 3_000;
const warmUpMilliseconds = 5_000;
const residents = ['fenna', 'gijs', 'zeynep', 'rik', 'sanne'];
const kernCodes = ['ingen', 'zoelen', 'ravenswaaij', 'buren', 'maurik', 'lienden', 'asch'];

/** The load generator and the service share the machine: only rounds that alternate are fair to both sides. */
async function measure(service: BenchService): Promise<Result> {
  await service.tell('set-clock', '2019-03-04T09:00:00Z');
  const callers = await Promise.all(residents.map((person) => Caller.of(service, person)));
  // Both sides get the same bytes: only what is done with them differs.
  const load = (path: string, milliseconds: number) =>
    drive(service.url, connections, milliseconds, (connection) => {
      const caller = present(callers[connection % callers.length], 'there are callers');
      const kernCode = present(kernCodes[connection % kernCodes.length], 'there are kernen');
      return caller.post(path, { body: completeApplication(kernCode) });
    });
  const submit = (milliseconds: number) => load('/v1/applications', milliseconds);
  const insert = (milliseconds: number) => load(bareInsertPath, milliseconds);
  await submit(warmUpMilliseconds);
  await insert(warmUpMilliseconds);
  const submitted: number[] = [];
  const inserted: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    submitted.push(await submit(roundMilliseconds));
    inserted.push(await insert(roundMilliseconds));
  }
  const ratios = submitted.map(
    (perSecond, round) => perSecond / present(inserted[round], 'a pair per round'),
  );
  return {
    value: rounded(median(ratios)),
    goal: 0.5,
    better: 'higher',
    unit: 'aanvragen per kale insert',
    parts: {
      submissionsPerSecond: rounded(median(submitted)),
      bareInsertsPerSecond: rounded(median(inserted)),
      ratioPerRound: ratios.map(rounded),
      connections,
    },
  };
}

/**
 * Submitting an application over HTTP (validation, case number, timeline, acknowledgement, audit entry, stored
 * answer) against a route of the same process that stores the same body as one row.
 */
export const submitOverHttp: Measurement = {
  names: ['submit-over-http'],
  run: async ({ service }) => ({ 'submit-over-http': await measure(await service()) }),
};
