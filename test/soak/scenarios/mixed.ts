import { cents } from '../../../src/kernel/money.ts';
import { mixedLoad } from '../../support/mixed-load.ts';
import { createLedger, type TestLedger } from '../../support/test-ledger.ts';
import type { SoakOutcome, SoakScenario, SoakSurroundings } from '../scenario.ts';

const kernCodes = ['asch', 'beusichem', 'ingen', 'lienden', 'maurik', 'zoelen'];
const clients = 16;

async function prepare(): Promise<TestLedger> {
  const ledger = await createLedger(kernCodes);
  await ledger.allocate(Object.fromEntries(kernCodes.map((code) => [code, 2000])));
  const scheme = { kind: 'limit', limitKind: 'scheme', limitCode: 'totaal' } as const;
  await ledger.run({ ...scheme, resolutionId: ledger.resolution.id, limitCents: cents(500_000) });
  return ledger;
}

/** Every so often everything is checked while the load goes on, and once more at the end. */
async function loadFor(
  seconds: number,
  { tell }: SoakSurroundings,
  every: { readonly seconds: number; readonly disturb: (ledger: TestLedger) => Promise<unknown> },
): Promise<SoakOutcome> {
  const ledger = await prepare();
  const faults: string[] = [];
  let checks = 0;
  const check = async () => {
    const { fault, entryCount } = await ledger.verifier.verify();
    checks += 1;
    if (fault) faults.push(`${fault.place} (${fault.rule}): ${fault.detail}`);
    tell(`${entryCount} entries, ${fault === null ? 'sound' : fault.rule}`);
    return entryCount;
  };
  const ends = performance.now() + seconds * 1000;
  const disturbing = (async () => {
    while (performance.now() < ends) {
      await new Promise((resolve) => setTimeout(resolve, every.seconds * 1000));
      await every.disturb(ledger);
      await check();
    }
  })();
  const { dataSource, transactions } = ledger.database;
  const { booked, refused } = await mixedLoad(
    {
      ...{ transactions, ledger: ledger.ledger },
      budgetIds: await Promise.all(kernCodes.map((code) => ledger.budgetId(code))),
      query: (sql, values) => dataSource.query(sql, values),
    },
    {
      clients,
      steps: Number.MAX_SAFE_INTEGER,
      seed: Date.now() % 1_000_000,
      until: () => performance.now() >= ends,
    },
  );
  await disturbing;
  const entries = await check();
  await ledger.database.drop();
  const refusals = Object.fromEntries([...refused].map(([code, count]) => [`refused ${code}`, count]));
  return { figures: { seconds, clients, booked, entries, checks, ...refusals }, faults };
}

/** All movements at random from 16 clients, for ten minutes; the chains are sealed and checked meanwhile. */
export const mixed: SoakScenario = {
  name: 'mixed',
  summary: 'all movements at random from 16 clients for ten minutes, checked every half minute and after',
  run: (surroundings) =>
    loadFor(600 * surroundings.scale, surroundings, {
      seconds: 30,
      disturb: (ledger) => ledger.heads.seal(),
    }),
};

const dayMilliseconds = 86_400_000;

/** As `mixed`, while the clock is set back and forth by days. */
export const clock: SoakScenario = {
  name: 'clock',
  summary: 'the same for two minutes while the clock is set back and forth',
  run: (surroundings) =>
    loadFor(120 * surroundings.scale, surroundings, {
      seconds: 3,
      disturb: (ledger) => {
        const days = Math.floor(Math.random() * 60) - 30;
        ledger.clock.set(new Date(Date.parse('2019-06-11T08:00:00Z') + days * dayMilliseconds));
        return ledger.heads.seal();
      },
    }),
};
