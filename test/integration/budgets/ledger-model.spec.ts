import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../../src/kernel/ids.ts';
import { post } from '../../../src/budgets/domain/posting.ts';
import {
  LedgerModel,
  postingOf,
  schemeLimit,
  someSteps,
  type Step,
  themeLimit,
} from '../../support/ledger-model.ts';
import {
  differences,
  modelNames,
  type ModelNames,
  rulesAgainstModel,
} from '../../support/rules-against-model.ts';
import { createLedger, type TestLedger } from '../../support/test-ledger.ts';

describe('The rules of the ledger against a simple model', () => {
  it('allow and refuse the same, whatever is tried in whatever order, and hold the same money', () => {
    fc.assert(rulesAgainstModel(post), { numRuns: 300 });
  });
});

describe('The ledger on PostgreSQL against the same model', () => {
  let ledger: TestLedger;

  beforeAll(async () => {
    ledger = await createLedger([]);
  });
  afterAll(() => ledger.database.drop());

  async function prepare(named: ModelNames): Promise<void> {
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

  const lock = (named: ModelNames) =>
    ledger.database.transactions.run((manager) =>
      ledger.ledger.lock(manager, named.budgetIds, { grantIds: named.grantIds }),
    );

  async function attempt(step: Step, named: ModelNames): Promise<boolean> {
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
        const named = modelNames();
        const model = new LedgerModel();
        await prepare(named);
        for (const step of steps) expect(await attempt(step, named)).toBe(model.take(step));
        expect(differences(model, await lock(named), named)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});
