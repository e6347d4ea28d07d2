import pg from 'pg';
import type { DataSource } from 'typeorm';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { SystemClock } from '../../src/kernel/clock.ts';
import { present } from '../../src/kernel/assert.ts';
import { newId } from '../../src/kernel/ids.ts';
import { cents } from '../../src/kernel/money.ts';
import { LedgerService } from '../../src/budgets/ledger.service.ts';
import { createDataSource } from '../../src/platform/database/data-source.ts';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { FieldCipher } from '../../src/platform/encryption/field-cipher.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';
import { asOwner } from '../service/as-owner.ts';
import type { BenchService } from '../service/bench-service.ts';
import { bareInsertStatement } from '../service/bare-insert.ts';
import { throwAwayKeyRings } from '../service/throw-away-keys.ts';
import { openBudgets } from './ledger-place.ts';
import { createNaiveTables, grantNaively, naiveEntities } from './naive-grant.ts';

const connections = 16;
const kernCount = 16;
const rounds = 5;
const roundMilliseconds = 2_000;
const amountCents = cents(100);

/** What is compared: each does one thing on the budget that it is given. */
const kinds = ['grant', 'hotGrant', 'insert', 'naive', 'hotNaive'] as const;

type Kind = (typeof kinds)[number];

/** How often a second so many clients do something, each one after another. */
async function rateOf(work: (client: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: connections }, async (_, client) => {
      while (performance.now() - started < roundMilliseconds) {
        await work(client);
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - started)) * 1000;
}

/** A grant by the code of the service: lock, rules, entry, balances, position of the grant, hash. */
function grantWith(dataSource: DataSource) {
  const transactions = new Transactions(dataSource, new FieldCipher(throwAwayKeyRings.encryption), {});
  const ledger = new LedgerService(new SystemClock());
  return (budgetId: string): Promise<unknown> =>
    transactions.run(async (manager) => {
      const state = await ledger.lock(manager, [budgetId]);
      return ledger.post(manager, state, [
        {
          ...{ budgetId, movement: 'commit', amountCents, grantId: newId(), reference: 'B&W 2019-24' },
          ...{ reason: null, actorSubject: 'roos', countsOn: calendarDate('2019-06-11') },
        },
      ]);
    });
}

const sizeText = `SELECT (pg_total_relation_size('ledger_entry') + pg_total_relation_size('grant_position')
    + pg_total_relation_size('budget'))::integer AS bytes,
  (SELECT count(*)::integer FROM grant_position) AS grants`;

async function sizeOf(client: pg.Client): Promise<{ bytes: number; grants: number }> {
  await client.query('VACUUM ledger_entry, grant_position, budget');
  const { rows } = await client.query<{ bytes: number; grants: number }>(sizeText);
  return present(rows[0], 'one row');
}

type Rates = Readonly<Record<Kind, readonly number[]>>;

async function measureRates(service: BenchService, budgetIds: readonly string[]): Promise<Rates> {
  const settings = { migrations: [], poolSize: connections, applicationName: 'kernbudget bench' };
  const url = service.serviceUrl;
  const own = await createDataSource({ url, entities: [], ...settings }).initialize();
  const naive = await createDataSource({ url, entities: naiveEntities, ...settings }).initialize();
  const bare = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  await Promise.all(bare.map((client) => client.connect()));
  const grant = grantWith(own);
  const budgetOf = (client: number) => present(budgetIds[client % kernCount], 'there are as many kernen');
  const works: Readonly<Record<Kind, (client: number) => Promise<unknown>>> = {
    grant: (client) => grant(budgetOf(client)),
    hotGrant: () => grant(budgetOf(0)),
    insert: (client) =>
      present(bare[client], 'a connection per client').query(bareInsertStatement({ amountCents })),
    naive: (client) => grantNaively(naive, budgetOf(client), amountCents),
    hotNaive: () => grantNaively(naive, budgetOf(0), amountCents),
  };
  const rates = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]])) as Record<Kind, number[]>;
  try {
    // The first round only warms up.
    for (let round = -1; round < rounds; round += 1) {
      for (const kind of kinds) {
        const rate = await rateOf(works[kind]);
        if (round >= 0) rates[kind].push(rate);
      }
    }
  } finally {
    await Promise.all([own.destroy(), naive.destroy(), ...bare.map((client) => client.end())]);
  }
  return rates;
}

/** The median of what two alternating sides come to, round by round: what else the machine does hits both. */
function ratio(rates: Rates, one: Kind, other: Kind, goal: number, unit: string): Result {
  const ratios = rates[one].map((rate, round) => rate / present(rates[other][round], 'a pair per round'));
  return {
    ...{ value: rounded(median(ratios)), goal, better: 'higher', unit },
    parts: {
      [`${one}PerSecond`]: rates[one].map(rounded),
      [`${other}PerSecond`]: rates[other].map(rounded),
      ratioPerRound: ratios.map(rounded),
      connections,
    },
  };
}

/** Against a bare insert there is a goal for 16 kernen; what one kern comes to stands with it. */
function withHotKern(rates: Rates): Result {
  const spread = ratio(rates, 'grant', 'insert', 0.3, 'verleningen per kale insert, over 16 kernen');
  const { ratioPerRound = [] } = ratio(rates, 'hotGrant', 'insert', 0, '').parts;
  const hot = { hotGrantPerSecond: rates.hotGrant.map(rounded), hotRatioPerRound: ratioPerRound };
  return { ...spread, parts: { ...spread.parts, ...hot } };
}

/**
 * Committing a grant by the service's own code, over 16 kernen and on one, against inserting one row and against a
 * transaction as one would write it with TypeORM; and what a grant takes on disk, indexes and all.
 */
export const ledgerCommit: Measurement = {
  names: ['ledger-commit', 'ledger-naive', 'ledger-naive-hot', 'ledger-bytes'],
  async run({ service: started }) {
    const service = await started();
    return asOwner(service.ownerUrl, async (client) => {
      const budgetIds = await openBudgets(client, 'bench-commit', kernCount);
      await createNaiveTables(client, budgetIds);
      const before = await sizeOf(client);
      const rates = await measureRates(service, budgetIds);
      const after = await sizeOf(client);
      const grants = after.grants - before.grants;
      return {
        'ledger-commit': withHotKern(rates),
        'ledger-naive': ratio(rates, 'grant', 'naive', 6, 'keer zo veel als met TypeORM, over 16 kernen'),
        'ledger-naive-hot': ratio(
          rates,
          'hotGrant',
          'hotNaive',
          8,
          'keer zo veel als met TypeORM, in één kern',
        ),
        'ledger-bytes': {
          ...{ value: Math.round((after.bytes - before.bytes) / grants), goal: 800, better: 'lower' },
          ...{
            unit: 'bytes per verlening, met indexen',
            parts: { grants, bytes: after.bytes - before.bytes },
          },
        },
      };
    });
  },
};
