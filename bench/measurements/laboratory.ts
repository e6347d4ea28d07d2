import { setTimeout as pause } from 'node:timers/promises';
import { sendAtOnce } from '../load/drive.ts';
import { Caller, regulationCode } from '../load/requests.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';
import { asOwner } from '../service/as-owner.ts';
import type { BenchService } from '../service/bench-service.ts';
import { bulkLoad } from './bulk-load.ts';
import { doSteps } from './past-steps.ts';

/** Seven of ten are decided on. */
const applications = 14_300;
const rounds = 3;
const pollMilliseconds = 50;

/** Asks what is sealed, so that every application is opened, and has history for two of its four steps. */
const tried = {
  title: 'Een bezoek voor wie weinig steun heeft',
  regulationCode,
  kernCodes: ['ingen', 'zoelen', 'asch', 'maurik'],
  startsAt: 'window-close',
  decisionDays: 7,
  steps: [
    {
      ...{ kind: 'check', code: 'controle', title: 'Controle', by: 'assessor', termDays: 5 },
      ...{ whenLate: { kind: 'wait' }, ifNegative: 'voorstel' },
    },
    {
      ...{ kind: 'visit', code: 'bezoek', title: 'Bezoek', by: 'kernregisseur', termDays: 7 },
      ...{ whenLate: { kind: 'continue' }, when: [{ fact: 'supporters-fewer-than', count: 10 }] },
    },
    {
      ...{ kind: 'vote', code: 'stemming', title: 'Stemming', by: 'kernregisseur', body: 'inwoners' },
      ...{ place: 'both', binding: false, termDays: 14, whenLate: { kind: 'continue' } },
    },
    {
      ...{ kind: 'proposal', code: 'voorstel', title: 'Voorstel', by: 'kernregisseur', termDays: 3 },
      whenLate: { kind: 'wait' },
    },
  ],
};

interface Run {
  readonly id: string;
  readonly status: string;
  readonly replayed: number;
}

async function ask<Body>(service: BenchService, request: Buffer): Promise<Body> {
  const { answers } = await sendAtOnce(service.url, [request]);
  return JSON.parse(answers[0]?.body.toString() ?? 'null') as Body;
}

/** One run from the request until its figures are whole; gives the time, and how often it was seen to have moved. */
async function timeRun(service: BenchService, wayDraftId: string, kernCodes: readonly string[]) {
  const bas = await Caller.of(service, 'bas');
  const started = performance.now();
  const body = { wayDraftIds: [wayDraftId], kernCodes };
  let run = await ask<Run>(service, bas.post('/v1/laboratory-runs', { body }));
  const seen = new Set<number>();
  while (run.status !== 'finished') {
    await pause(pollMilliseconds);
    run = await ask<Run>(service, bas.get(`/v1/laboratory-runs/${run.id}`));
    seen.add(run.replayed);
  }
  return { seconds: (performance.now() - started) / 1000, replayed: run.replayed, moves: seen.size };
}

/** How long it takes to try a way on ten thousand past applications, and what that leaves in memory. */
export const laboratory: Measurement = {
  names: ['laboratory-run', 'laboratory-run-memory'],
  async run({ service: started }): Promise<Readonly<Record<string, Result>>> {
    const service = await started();
    const [decided, kernCodes] = await asOwner(service.ownerUrl, async (client) => {
      await bulkLoad(client, applications);
      const { rows } = await client.query<{ code: string }>('SELECT code FROM kern ORDER BY code');
      return [await doSteps(client), rows.map(({ code }) => code)] as const;
    });
    const bas = await Caller.of(service, 'bas');
    const content = { code: 'bench', document: tried };
    const draft = await ask<{ id: string }>(service, bas.post('/v1/way-drafts', { body: content }));
    // For nothing: the pages are read, the code is warm and the heap has its size after it.
    for (let round = 0; round < rounds; round += 1) await timeRun(service, draft.id, kernCodes);
    const before = await service.tell('kept-bytes', null);
    const runs = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await timeRun(service, draft.id, kernCodes));
    const after = await service.tell('kept-bytes', null);
    const resident = await service.tell('resident-bytes', null);
    const seconds = runs.map((run) => run.seconds);
    return {
      'laboratory-run': {
        value: rounded((median(seconds) * 10_000) / decided),
        goal: 5,
        better: 'lower',
        unit: 'seconden voor 10 duizend afgehandelde aanvragen, met elk hun stappen',
        parts: {
          secondsPerRound: seconds.map(rounded),
          replayed: runs.map(({ replayed }) => replayed),
          progressSeen: runs.map(({ moves }) => moves),
          steps: decided * 3,
        },
      },
      'laboratory-run-memory': {
        value: rounded(Math.max(0, after - before) / 1e6),
        goal: 20,
        better: 'lower',
        unit: `MB meer in gebruik na ${rounds} beproevingen van ${decided} aanvragen`,
        parts: {
          beforeMegabytes: rounded(before / 1e6),
          afterMegabytes: rounded(after / 1e6),
          // With what the collector has not taken back yet.
          residentMegabytes: rounded(resident / 1e6),
        },
      },
    };
  },
};
