import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../../src/kernel/ids.ts';
import { cents } from '../../../src/kernel/money.ts';
import type { LedgerState } from '../../../src/budgets/domain/ledger-state.ts';
import { post, type Posting } from '../../../src/budgets/domain/posting.ts';
import { compareWith } from '../../support/booking-client.ts';
import type { PersistentCaller } from '../../support/persistent-caller.ts';
import { rulesAgainstModel } from '../../support/rules-against-model.ts';
import { posting } from '../../support/test-budget.ts';
import { createLedger, type TestLedger } from '../../support/test-ledger.ts';

type Rules = typeof post;

describe('A rule that somebody broke is found by the model', () => {
  const failed = (rules: Rules) => fc.check(rulesAgainstModel(rules), { numRuns: 300 }).failed;

  it.each<[string, Rules]>([
    ['limits are forgotten', (state, one) => post({ ...state, limits: new Map() }, one)],
    ['what a grant has is forgotten', (state, one) => post({ ...state, grants: new Map() }, one)],
    [
      'what is reserved for one is used for another',
      (state, one) => {
        const { holdId, ...unnamed } = one as Posting;
        return post(state, holdId === undefined ? one : unnamed);
      },
    ],
    [
      'a cent too much is booked',
      (state, one) =>
        'corrects' in one
          ? post(state, one)
          : post(state, { ...one, amountCents: cents(one.amountCents + 1) }),
    ],
  ])('when %s', (_what, broken) => {
    expect(failed(post)).toBe(false);
    expect(failed(broken)).toBe(true);
  });
});

describe('A check that somebody dropped is found by the race and by the verifier', () => {
  let ledger: TestLedger;
  let budgetId: string;

  beforeEach(async () => {
    ledger = await createLedger(['ingen', 'zoelen']);
    await ledger.allocate({ ingen: 5000, zoelen: 5000 });
    budgetId = await ledger.budgetId('ingen');
  });
  afterEach(() => ledger.database.drop());

  /** The rules are broken too: they look at balances of long ago, so that only the checks of the tables are left. */
  async function race(stale: LedgerState): Promise<{ granted: number; codes: Set<string> }> {
    const { transactions } = ledger.database;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 80 }, () =>
        transactions.run((manager) =>
          Promise.resolve(
            ledger.ledger.post(manager, stale, [
              posting(budgetId, { amountCents: cents(10_000), grantId: newId() }),
            ]),
          ),
        ),
      ),
    );
    const refused = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as { code: string }] : [],
    );
    return { granted: 80 - refused.length, codes: new Set(refused.map(({ code }) => code)) };
  }

  const balances = () =>
    ledger.database.transactions.run((manager) => ledger.ledger.lock(manager, [budgetId]));
  const drop = (table: string, check: string) =>
    ledger.database.asOwner(`ALTER TABLE ${table} DROP CONSTRAINT ${check}`);
  const limit = (limitKind: 'scheme', euros: number) =>
    ledger.run({
      ...{ kind: 'limit', limitKind, limitCode: 'totaal', limitCents: cents(euros * 100) },
      resolutionId: ledger.resolution.id,
    });

  it('with its checks, the database alone lets no cent too much go', async () => {
    expect(await race(await balances())).toEqual({ granted: 50, codes: new Set(['ceiling-reached']) });
    expect((await ledger.verifier.verify()).fault).toBeNull();
  });

  it('without the check on what is available, too much is granted and the verifier says so', async () => {
    await drop('budget', 'budget_available_not_negative');
    expect((await race(await balances())).granted).toBe(80);
    expect((await ledger.verifier.verify()).fault).toMatchObject({ rule: 'negative' });
  });

  it('without the checks on limits, a limit is exceeded and the verifier says so', async () => {
    await limit('scheme', 2000);
    const before = await balances();
    expect(await race(before)).toEqual({ granted: 20, codes: new Set(['scheme-limit-reached']) });
    await drop('ledger_limit', 'ledger_limit_not_exceeded');
    await drop('ledger_limit_entry', 'ledger_limit_entry_within');
    expect((await race(before)).granted).toBe(30);
    expect((await ledger.verifier.verify()).fault).toMatchObject({ rule: 'exceeded' });
  });
});

describe('Something acknowledged that is lost is found by the crash test', () => {
  it.each([
    ['a proposal', { kind: 'proposed', id: 'two' }, 'lost proposal two'],
    ['a confirmation', { kind: 'confirmed', id: 'one', journalId: 'other' }, 'lost confirmation one'],
    ['an answer that should not be', { kind: 'fault', detail: 'another answer: one' }, 'another answer: one'],
  ] as const)('be it %s', async (_what, line, wrong) => {
    const answers: Record<string, unknown> = {
      '/v1/ledger-runs?limit=100': {
        items: [{ id: 'one', status: 'confirmed', journalId: 'j' }],
        next: null,
      },
      '/v1/budgets?limit=100': { items: [{ heldCents: 1 }] },
      '/v1/ledger-check': { sound: true, fault: null },
    };
    const caller = { get: (_person: string, path: string) => Promise.resolve(answers[path]) };
    const comparison = await compareWith(caller as unknown as PersistentCaller, [line]);
    expect(comparison.wrong).toEqual([wrong]);
  });
});
