import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../../src/kernel/ids.ts';
import { cents } from '../../../src/kernel/money.ts';
import type { LedgerState, LimitState } from '../../../src/budgets/domain/ledger-state.ts';
import { accounts, emptyPosition, grantAccounts } from '../../../src/budgets/domain/position.ts';
import { post } from '../../../src/budgets/domain/posting.ts';
import {
  grantsPerKern,
  LedgerModel,
  postingOf,
  schemeLimit,
  someSteps,
  type Step,
  themeLimit,
} from '../../support/ledger-model.ts';
import { createLedger, type TestLedger } from '../../support/test-ledger.ts';

const names = () => ({
  budgetIds: [newId(), newId()],
  grantIds: Array.from({ length: 2 * grantsPerKern }, newId),
  themeIds: [newId(), newId()],
});

type Names = ReturnType<typeof names>;

function emptyState({ budgetIds, themeIds }: Names): LedgerState {
  const scheme = { regulationId: 'r', year: 2019 };
  const limit = { version: 1, usedCents: cents(0), binds: true, ...scheme };
  const limits: LimitState[] = [
    ...themeIds.map((id, kern) => ({
      ...{ ...limit, id, kind: 'theme' as const, code: 'groen', budgetId: budgetIds[kern]! },
      limitCents: cents(themeLimit),
    })),
    { ...limit, id: newId(), kind: 'scheme', code: 'totaal', budgetId: null, limitCents: cents(schemeLimit) },
  ];
  return {
    budgets: new Map(
      budgetIds.map((id) => [id, { id, kernId: id, ...scheme, version: 0, ...emptyPosition }]),
    ),
    grants: new Map(),
    limits: new Map(limits.map((one) => [one.id, one])),
    closedYears: new Set(),
    kernNames: new Map(),
  };
}

/** The boxes of the model and the accounts of the ledger must hold the same. */
function compare(model: LedgerModel, state: LedgerState, { budgetIds, grantIds, themeIds }: Names): void {
  budgetIds.forEach((id, kern) => {
    const boxes = model.kernen[kern]!;
    for (const account of accounts) {
      expect(state.budgets.get(id)![account]).toBe(boxes[account] ?? 0);
    }
    expect(state.limits.get(themeIds[kern]!)?.usedCents).toBe(model.grantedIn([kern], true));
  });
  grantIds.forEach((id, index) => {
    for (const account of grantAccounts) {
      expect(state.grants.get(id)?.[account] ?? 0).toBe(model.grants[index]![account] ?? 0);
    }
  });
  const scheme = [...state.limits.values()].find(({ kind }) => kind === 'scheme');
  expect(scheme?.usedCents).toBe(model.grantedIn([0, 1]));
}

describe('The rules of the ledger against a simple model', () => {
  it('allow and refuse the same, whatever is tried in whatever order, and hold the same money', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const named = names();
        const model = new LedgerModel();
        let state = emptyState(named);
        for (const step of steps) {
          const outcome = post(state, postingOf(step, named));
          expect(outcome.kind === 'booked').toBe(model.take(step));
          if (outcome.kind === 'booked') state = outcome.state;
        }
        compare(model, state, named);
      }),
      { numRuns: 300 },
    );
  });
});

describe('The ledger on PostgreSQL against the same model', () => {
  let ledger: TestLedger;

  beforeAll(async () => {
    ledger = await createLedger([]);
  });
  afterAll(() => ledger.database.drop());

  async function prepare(named: Names): Promise<void> {
    const { regulationId } = ledger.database;
    const year = 2019;
    // A scheme of its own for each run, so that its limit counts these two kernen alone.
    const scheme = newId();
    await ledger.database.asOwner(
      'INSERT INTO regulation (id, code, title, year) VALUES ($1::uuid, $1::text, $2, 2019)',
      [scheme, regulationId],
    );
    for (const id of named.budgetIds) {
      await ledger.database.asOwner(
        "INSERT INTO kern (id, code, name, valid_from) VALUES ($1::uuid, $1::text, 'Dorp', '2019-01-01')",
        [id],
      );
      await ledger.database.asOwner(
        'INSERT INTO budget (id, kern_id, regulation_id, year) VALUES ($1, $1, $2, $3)',
        [...[id, scheme, year]],
      );
    }
    const limits: [string, string, string | null, number][] = [
      ...named.themeIds.map((id, kern): [string, string, string | null, number] => [
        id,
        'theme',
        named.budgetIds[kern]!,
        themeLimit,
      ]),
      [newId(), 'scheme', null, schemeLimit],
    ];
    for (const [id, kind, budgetId, limit] of limits) {
      await ledger.database.asOwner(
        'INSERT INTO ledger_limit (id, kind, code, budget_id, regulation_id, year) VALUES ($1, $2, $2, $3, $4, $5)',
        [id, kind, budgetId, scheme, year],
      );
      await ledger.database.asOwner("SELECT post_limit_entry($1, NULL, 0, $2, true, 'model', now())", [
        id,
        limit,
      ]);
    }
  }

  const lock = (named: Names) =>
    ledger.database.transactions.run((manager) =>
      ledger.ledger.lock(manager, named.budgetIds, { grantIds: named.grantIds }),
    );

  async function attempt(step: Step, named: Names): Promise<boolean> {
    const posting = postingOf(step, named);
    try {
      await ledger.database.transactions.run(async (manager) => {
        const { grantIds } = named;
        ledger.ledger.post(manager, await ledger.ledger.lock(manager, [posting.budgetId], { grantIds }), [
          posting,
        ]);
      });
      return true;
    } catch (error) {
      expect(error).toMatchObject({ name: 'DomainError', kind: 'conflict' });
      return false;
    }
  }

  it('allows and refuses the same, and holds the same money', async () => {
    await fc.assert(
      fc.asyncProperty(someSteps, async (steps) => {
        const named = names();
        const model = new LedgerModel();
        await prepare(named);
        for (const step of steps) expect(await attempt(step, named)).toBe(model.take(step));
        compare(model, await lock(named), named);
      }),
      { numRuns: 8 },
    );
  });
});
