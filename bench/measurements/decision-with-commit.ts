import pg from 'pg';
import { present } from '../../src/kernel/assert.ts';
import { burenKernen } from '../../src/seeds/buren-municipality.ts';
import { sendAtOnce } from '../load/drive.ts';
import type { RawRequest } from '../load/http-connection.ts';
import { Caller } from '../load/requests.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';
import { asOwner } from '../service/as-owner.ts';
import type { BenchService } from '../service/bench-service.ts';
import { removeApplications } from '../service/without-applications.ts';
import { prepareDecisions, type PreparedDecision } from './prepared-decisions.ts';
import { RecordedDecision } from './recorded-decision.ts';

const rounds = 7;
const warmUpRounds = 3;
const connections = 15;

function registration(caller: Caller, { listId, listVersion }: PreparedDecision): RawRequest {
  const body = { number: 'B&W 2019-24', resolutionDate: '2019-06-11' };
  return caller.post(`/v1/college-lists/${listId}/resolution`, { version: listVersion, body });
}

/** Lets the service take one decision while its statements are written down. */
async function record(service: BenchService, roos: Caller): Promise<RecordedDecision> {
  const [prepared] = await prepareDecisions(service, ['ingen']);
  const decision = present(prepared, 'one was prepared');
  await service.tell('start-recording', null);
  const startedAt = Date.now();
  await sendAtOnce(service.url, [registration(roos, decision)]);
  return new RecordedDecision(await service.tell('stop-recording', null), decision, startedAt);
}

/** Decisions per second by the service. */
async function overHttp(
  service: BenchService,
  roos: Caller,
  prepared: readonly PreparedDecision[],
): Promise<number> {
  const { milliseconds } = await sendAtOnce(
    service.url,
    prepared.map((decision) => registration(roos, decision)),
  );
  return (prepared.length / milliseconds) * 1000;
}

/** Decisions per second when as many bare clients send the same statements, one after another. */
async function bySql(
  clients: readonly pg.Client[],
  recorded: RecordedDecision,
  prepared: readonly PreparedDecision[],
): Promise<number> {
  const scripts = prepared.map((decision) => recorded.for(decision));
  const started = performance.now();
  await Promise.all(
    scripts.map(async (script, index) => {
      const client = present(clients[index], 'a client per decision');
      for (const statement of script) await client.query(statement);
    }),
  );
  return (prepared.length / (performance.now() - started)) * 1000;
}

async function measure(service: BenchService, clients: readonly pg.Client[]): Promise<Result> {
  const roos = await Caller.of(service, 'roos');
  const recorded = await record(service, roos);
  const kernCodes = Object.keys(burenKernen).slice(0, connections);
  const decided: number[] = [];
  const replayed: number[] = [];
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    decided.push(await overHttp(service, roos, await prepareDecisions(service, kernCodes)));
    replayed.push(await bySql(clients, recorded, await prepareDecisions(service, kernCodes)));
  }
  const pairs = decided.map((perSecond, round) => ({
    perSecond,
    bare: present(replayed[round], 'a pair per round'),
  }));
  const measured = pairs.slice(warmUpRounds);
  const ratios = measured.map(({ perSecond, bare }) => perSecond / bare);
  return {
    value: rounded(median(ratios)),
    goal: 0.3,
    better: 'higher',
    unit: 'besluiten per besluit met kale SQL',
    parts: {
      decisionsPerSecond: rounded(median(measured.map(({ perSecond }) => perSecond))),
      bareSqlPerSecond: rounded(median(measured.map(({ bare }) => bare))),
      ratioPerRound: ratios.map(rounded),
      statementsPerDecision: recorded.statementCount,
      connections,
    },
  };
}

/**
 * Registering a resolution of one line over HTTP (proposal made again and compared, decision, ledger entry, letter,
 * audit entries, stored answer) against bare clients that send the very same statements.
 */
export const decisionWithCommit: Measurement = {
  names: ['decision-with-commit'],
  async run({ service: started }) {
    const service = await started();
    // What others left undecided would come onto the lists.
    await asOwner(service.ownerUrl, removeApplications);
    const clients = Array.from(
      { length: connections },
      () => new pg.Client({ connectionString: service.serviceUrl }),
    );
    await Promise.all(clients.map((client) => client.connect()));
    try {
      return { 'decision-with-commit': await measure(service, clients) };
    } finally {
      await Promise.all(clients.map((client) => client.end()));
    }
  },
};
