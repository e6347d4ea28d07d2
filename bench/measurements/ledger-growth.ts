import type pg from 'pg';
import { present } from '../../src/kernel/assert.ts';
import { latencies } from '../load/drive.ts';
import { Caller } from '../load/requests.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';
import { asOwner } from '../service/as-owner.ts';
import type { BenchService } from '../service/bench-service.ts';
import { openBudgets } from './ledger-place.ts';

const kernCount = 16;
const sizes = [20_000, 200_000, 2_000_000] as const;
const warmUpReads = 50;
const rounds = 3;
const readsPerRound = 60;
const batch = 100_000;

/** So many more grants of one cent, evenly over the kernen, each entry with the balances after it. */
const moreGrants = `
  INSERT INTO ledger_entry (id, journal_id, budget_id, version, counts_on, amount_cents, source_cents,
    transferred_cents, available_cents, held_cents, committed_cents, in_payment_cents, paid_cents, receivable_cents,
    lapsed_cents, written_off_cents, recorded_at, grant_id, movement, debit_account, credit_account, reference,
    actor_subject, hash)
  SELECT uuidv7(), uuidv7(), b.id, b.version + n, date '2019-01-01' + (n % 300), 1, b.source_cents, 0,
    b.available_cents - n, 0, b.committed_cents + n, 0, 0, 0, 0, 0,
    timestamptz '2019-01-01 09:00Z' + (b.version + n) * interval '1 minute', uuidv7(), 'commit', 'committed',
    'available', 'B&W 2019-24', 'roos', sha256(n::text::bytea)
  FROM budget b CROSS JOIN generate_series(1, $2::integer) AS n WHERE b.id = ANY($1)`;

const newBalances = `
  UPDATE budget SET version = version + $2::integer, available_cents = available_cents - $2,
    committed_cents = committed_cents + $2 WHERE id = ANY($1)`;

async function growTo(
  client: pg.Client,
  budgetIds: readonly string[],
  from: number,
  to: number,
): Promise<void> {
  for (let left = (to - from) / kernCount; left > 0; left -= batch / kernCount) {
    const each = Math.min(left, batch / kernCount);
    await client.query(moreGrants, [budgetIds, each]);
    await client.query(newBalances, [budgetIds, each]);
  }
  await client.query('VACUUM (ANALYZE) ledger_entry, budget');
}

/** What is asked at each size: balances and reports of now, of then, and up to a day. */
function questionsAt(budgetId: string, size: number): Readonly<Record<string, string>> {
  const spending = '/v1/reports/spending?year=2019';
  return {
    balance: `/v1/budgets/${budgetId}`,
    balanceKnown: `/v1/budgets/${budgetId}?version=${Math.round(size / kernCount / 2)}`,
    entriesBehind: `/v1/budgets/${budgetId}/entries?account=committed&limit=50`,
    report: spending,
    reportKnown: `${spending}&knownAt=2019-06-30T12:00:00Z`,
  };
}

async function answerTimes(
  service: BenchService,
  budgetId: string,
  size: number,
): Promise<ReadonlyMap<string, number>> {
  const farid = await Caller.of(service, 'farid');
  const times = new Map<string, number>();
  for (const [question, path] of Object.entries(questionsAt(budgetId, size))) {
    const request = farid.get(path);
    await latencies(service.url, warmUpReads, () => request);
    const medians: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      medians.push(median(await latencies(service.url, readsPerRound, () => request)));
    }
    times.set(question, median(medians));
  }
  return times;
}

function result(perSize: readonly ReadonlyMap<string, number>[]): Result {
  const parts: Record<string, readonly number[]> = { entries: [...sizes] };
  const [few, many] = [present(perSize[0], 'the smallest'), present(perSize.at(-1), 'the largest')];
  const ratios = [...few].map(([question, before]) => {
    parts[`${question}Milliseconds`] = perSize.map((times) => rounded(times.get(question) ?? Number.NaN));
    return present(many.get(question), 'every question was asked') / before;
  });
  return {
    ...{ value: rounded(Math.max(...ratios)), goal: 2, better: 'lower', parts },
    unit: `keer zo lang (p50) bij ${sizes.at(-1)} als bij ${sizes[0]} boekingen`,
  };
}

/** Whether balances and reports stay as fast with a hundred times the history. */
export const ledgerGrowth: Measurement = {
  names: ['ledger-growth'],
  async run({ service: started }) {
    const service = await started();
    return asOwner(service.ownerUrl, async (client) => {
      const budgetIds = await openBudgets(client, 'bench-growth', kernCount);
      const perSize: ReadonlyMap<string, number>[] = [];
      let size = 0;
      for (const next of sizes) {
        await growTo(client, budgetIds, size, next);
        size = next;
        const answers = await answerTimes(service, present(budgetIds[0], 'there are kernen'), size);
        // Once for nothing: else what the first size has in warming up would make it look slow.
        perSize.push(perSize.length === 0 ? await answerTimes(service, budgetIds[0] ?? '', size) : answers);
      }
      return { 'ledger-growth': result(perSize) };
    });
  },
};
