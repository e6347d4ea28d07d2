import { present } from '../../src/kernel/assert.ts';
import { drive } from '../load/drive.ts';
import { Caller, completeApplication } from '../load/requests.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';
import type { BenchService } from '../service/bench-service.ts';
import { type Layer, layers } from '../service/commands.ts';

const connections = 16;
const rounds = 5;
const roundMilliseconds = 1_500;
const warmUpMilliseconds = 4_000;
const residents = ['fenna', 'gijs', 'zeynep', 'rik', 'sanne'];
const kernCodes = ['ingen', 'zoelen', 'ravenswaaij', 'buren', 'maurik', 'lienden', 'asch'];

/** What is left out, by the name under which it is reported. */
const variants: Readonly<Record<string, readonly Layer[]>> = {
  everything: [],
  ...Object.fromEntries(layers.map((layer) => [layer, [layer]])),
  together: layers,
};

function share(withAll: number, without: number): number {
  return rounded(1 - withAll / without);
}

/** Rounds alternate, because the machine is not equally quick all the time. */
async function measure(service: BenchService): Promise<Result> {
  await service.tell('set-clock', '2019-03-04T09:00:00Z');
  const callers = await Promise.all(residents.map((person) => Caller.of(service, person)));
  const load = (milliseconds: number) =>
    drive(service.url, connections, milliseconds, (connection) => {
      const caller = present(callers[connection % callers.length], 'there are callers');
      const kernCode = present(kernCodes[connection % kernCodes.length], 'there are kernen');
      return caller.post('/v1/applications', { body: completeApplication(kernCode) });
    });
  const perSecond = new Map<string, number[]>(Object.keys(variants).map((name) => [name, []]));
  await load(warmUpMilliseconds);
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, leftOut] of Object.entries(variants)) {
        await service.tell('leave-out', leftOut);
        present(perSecond.get(name), 'every variant has its list').push(await load(roundMilliseconds));
      }
    }
  } finally {
    await service.tell('leave-out', []);
  }
  const medianOf = (name: string) => median(present(perSecond.get(name), 'every variant was measured'));
  const everything = medianOf('everything');
  return {
    value: share(everything, medianOf('together')),
    goal: 0.35,
    better: 'lower',
    unit: 'van de doorvoer kost alles samen',
    parts: {
      submissionsPerSecond: rounded(everything),
      submissionsPerSecondWithoutAll: rounded(medianOf('together')),
      ...Object.fromEntries(layers.map((layer) => [`${layer}Share`, share(everything, medianOf(layer))])),
      connections,
    },
  };
}

/**
 * What authentication, rights, audit, idempotency and validation take of the throughput of one route (submitting an
 * application), each and together. Tokens are remembered, as they are for a caller who sends several requests; what
 * a signature costs is in `token-verification`. Rights that a service asks about one thing stay in: they are a few
 * comparisons.
 */
export const routeLayers: Measurement = {
  names: ['route-layers'],
  run: async ({ service }) => ({ 'route-layers': await measure(await service()) }),
};
