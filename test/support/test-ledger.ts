import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { AdjustableClock } from '../../src/kernel/clock.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { AuditLog } from '../../src/audit/audit-log.service.ts';
import { BudgetOpening } from '../../src/budgets/budget-opening.service.ts';
import { DecideRun } from '../../src/budgets/decide-run.service.ts';
import { LedgerHeads } from '../../src/budgets/ledger-heads.service.ts';
import { LedgerVerifier } from '../../src/budgets/ledger-verifier.service.ts';
import { ProofRows } from '../../src/budgets/proof-rows.service.ts';
import { LedgerResolutions } from '../../src/budgets/ledger-resolutions.service.ts';
import { LedgerService } from '../../src/budgets/ledger.service.ts';
import type { ProposeRunRequest } from '../../src/budgets/ledger-run.request.ts';
import type { LedgerRunResponse } from '../../src/budgets/ledger-run.response.ts';
import { CeilingMoney } from '../../src/budgets/ceiling-money.service.ts';
import { ProposeRun } from '../../src/budgets/propose-run.service.ts';
import { ReadRuns } from '../../src/budgets/read-runs.service.ts';
import { ReversedEntries } from '../../src/budgets/reversed-entries.service.ts';
import { RunBooking } from '../../src/budgets/run-booking.service.ts';
import { RunDuties } from '../../src/budgets/run-duties.service.ts';
import { RunFactsService } from '../../src/budgets/run-facts.service.ts';
import { DutyRules } from '../../src/identity/duty-rules.service.ts';
import { KernenService } from '../../src/kernen/kernen.service.ts';
import { KernInhabitants } from '../../src/regulations/kern-inhabitants.service.ts';
import { YearlyCeilings } from '../../src/regulations/yearly-ceilings.service.ts';
import { RegulationsService } from '../../src/regulations/regulations.service.ts';
import type { Remainder } from '../../src/regulations/domain/groups/remainder.ts';
import { exampleRegulation } from './example-regulation.ts';
import { createBudgetDatabase } from './test-budget.ts';

export function financePerson(subject: string): Actor {
  return { subject, name: subject, roles: ['finance'], kernCodes: [], represents: null };
}

export const proposer = financePerson('farid');
export const confirmer = financePerson('marijke');

/** The rule under which a test's kernen are, as long as it sets no other. */
const mayRedistribute: Remainder = {
  kind: 'redistribute',
  from: calendarDate('2019-01-01'),
  condition: 'er kernen zijn die tekortkomen',
  by: 'college',
};

const claim = () => ({ key: newId(), route: 'test', bodyHash: 'test' });

/** What finance works with, on a database of the test's own, with kernen and two years of one scheme. */
export async function createLedger(kernCodes: readonly string[]) {
  const database = await createBudgetDatabase(40);
  const clock = new AdjustableClock(new Date('2019-06-11T08:00:00Z'));
  const { transactions, dataSource } = database;
  const { manager } = dataSource;
  const audit = new AuditLog(clock);
  const ledger = new LedgerService(clock);
  const kernen = new KernenService();
  const facts = new RunFactsService(ledger, kernen, new RegulationsService(), new ReversedEntries());
  const runs = new ReadRuns(kernen, manager);
  const inhabitants = new KernInhabitants(transactions, kernen, audit, clock, manager);
  const ceilings = new CeilingMoney(new YearlyCeilings(new RegulationsService(), kernen, inhabitants));
  const proposing = new ProposeRun(transactions, ceilings, facts, runs, audit, clock);
  const booking = new RunBooking(ledger, new BudgetOpening(ledger, audit), clock);
  const duties = new RunDuties(new DutyRules([]));
  const deciding = new DecideRun(transactions, facts, booking, duties, audit, runs);
  for (const code of kernCodes) {
    await database.asOwner(
      "INSERT INTO kern (id, code, name, valid_from) VALUES ($1, $2, initcap($2), '2019-01-01')",
      [newId(), code],
    );
  }
  /** Publishes the example regulation again, which says this about money that is left. */
  const remainder = (rule: Remainder, code = 'voorbeeld-2019') =>
    database.asOwner(
      `INSERT INTO regulation_version (id, regulation_id, version, document, published_on, publication_reference,
         in_force_from, written_by, published_by)
       SELECT $1, r.id, places.next, $2, '2018-12-01', 'gmb-voorbeeld', date '2018-01-01' + places.next, '{}', 'test'
         FROM regulation r CROSS JOIN LATERAL (SELECT count(*)::integer + 1 AS next FROM regulation_version v
           WHERE v.regulation_id = r.id) AS places WHERE r.code = $3`,
      [newId(), JSON.stringify({ ...exampleRegulation, remainder: rule }), code],
    );
  const addRegulation = (code: string, year: number) =>
    database.asOwner('INSERT INTO regulation (id, code, title, year) VALUES ($1, $2, $2, $3)', [
      ...[newId(), code, year],
    ]);
  await addRegulation('voorbeeld-2020', 2020);
  await remainder(mayRedistribute);
  await remainder(mayRedistribute, 'voorbeeld-2020');
  const resolutions = new LedgerResolutions(transactions, manager, audit, clock);
  const resolution = await resolutions.register(proposer, claim(), {
    body: 'council',
    number: 'RB 2018-112',
    decidedOn: calendarDate('2018-12-18'),
    title: 'Begroting 2019',
    documentReference: 'ris/2018/112',
  });
  const propose = (request: Omit<ProposeRunRequest, 'countsOn'> & { countsOn?: string }) =>
    proposing.propose(proposer, claim(), {
      regulationCode: 'voorbeeld-2019',
      ...request,
      countsOn: calendarDate(request.countsOn ?? '2019-06-11'),
    });
  const confirm = ({ id, version }: LedgerRunResponse, actor = confirmer) =>
    deciding.confirm(actor, claim(), id, version);
  return {
    ...{ database, clock, ledger, resolution, propose, confirm, remainder, addRegulation },
    verifier: new LedgerVerifier(transactions, new ProofRows()),
    heads: new LedgerHeads(transactions, manager, clock),
    reject: ({ id, version }: LedgerRunResponse) =>
      deciding.reject(confirmer, claim(), id, version, 'Niet nodig'),
    run: async (request: Parameters<typeof propose>[0]) => confirm(await propose(request)),
    /** Gives kernen money for 2019. */
    allocate: async (euros: Readonly<Record<string, number>>) =>
      confirm(
        await propose({
          kind: 'allocation',
          resolutionId: resolution.id,
          lines: Object.entries(euros).map(([kernCode, amount]) => ({ kernCode, amountCents: amount * 100 })),
        } as Parameters<typeof propose>[0]),
      ),
    /** The balances of a kern in euros, those that are not zero. */
    async balances(kernCode: string, year = 2019): Promise<Record<string, number>> {
      const [row = {}] = await database.asOwner<Record<string, string>>(
        `SELECT budget.* FROM budget JOIN kern ON kern.id = kern_id WHERE kern.code = $1 AND year = $2`,
        [kernCode, year],
      );
      const amounts = Object.entries(row).filter(([name, value]) => name.endsWith('_cents') && value !== '0');
      return Object.fromEntries(amounts.map(([name, value]) => [name.slice(0, -6), Number(value) / 100]));
    },
    async budgetId(kernCode: string, year = 2019): Promise<string> {
      const [row] = await database.asOwner<{ id: string }>(
        `SELECT budget.id FROM budget JOIN kern ON kern.id = kern_id WHERE kern.code = $1 AND year = $2`,
        [kernCode, year],
      );
      return row!.id;
    },
  };
}

export type TestLedger = Awaited<ReturnType<typeof createLedger>>;
