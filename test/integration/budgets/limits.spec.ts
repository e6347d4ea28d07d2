import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/ids.ts';
import { cents } from '../../../src/kernel/money.ts';
import type { Posting } from '../../../src/budgets/domain/posting.ts';
import { book, posting } from '../../support/test-budget.ts';
import { createLedger, type TestLedger } from '../../support/test-ledger.ts';

interface LimitRow {
  id: string;
  version: number;
  limit_cents: string;
  used_cents: string;
  binds: boolean;
}

describe('Limits beside the ceiling of a kern', () => {
  let ledger: TestLedger;

  beforeEach(async () => {
    ledger = await createLedger(['asch', 'ingen', 'zoelen']);
    await ledger.allocate({ ingen: 2000, zoelen: 2000 });
  });
  afterEach(() => ledger.database.drop());

  const setLimit = (
    limitKind: 'category' | 'theme' | 'scheme',
    limitCode: string,
    euros: number,
    kernCode?: string,
  ) =>
    ledger.run({
      ...{
        kind: 'limit',
        resolutionId: ledger.resolution.id,
        limitKind,
        limitCode,
        limitCents: cents(euros * 100),
      },
      ...(kernCode !== undefined && { lines: [{ kernCode }] }),
    });

  const limits = () => ledger.database.asOwner<LimitRow>('SELECT * FROM ledger_limit ORDER BY kind, id');

  const commit = async (kernCode: string, euros: number, change: Partial<Posting> = {}) => {
    const grantId = newId();
    const amountCents = cents(euros * 100);
    await book(
      ledger.database,
      posting(await ledger.budgetId(kernCode), { grantId, amountCents, ...change }),
    );
    return grantId;
  };

  it('a commitment passes all limits or none, and the refusal names which one and what is left in each', async () => {
    await setLimit('category', 'spelen', 500, 'ingen');
    await setLimit('theme', 'groen', 800, 'ingen');
    const [category, theme] = await limits();
    const limitIds = [category!.id, theme!.id];
    await commit('ingen', 400, { limitIds });
    await expect(commit('ingen', 200, { limitIds })).rejects.toMatchObject({
      code: 'category-limit-reached',
      detail: expect.stringMatching(
        /Er is nog €\s1\.600,00 voor de kern Ingen, €\s100,00 voor de categorie spelen, €\s400,00 voor het thema groen beschikbaar\.$/,
      ) as unknown,
    });
    expect((await limits()).map(({ used_cents: used }) => used)).toEqual(['40000', '40000']);
    expect(await ledger.balances('ingen')).toMatchObject({ committed: 400 });
  });

  it('what is released or paid back can be used again, in the same category', async () => {
    await setLimit('category', 'spelen', 500, 'ingen');
    const [limit] = await limits();
    const grantId = await commit('ingen', 500, { limitIds: [limit!.id] });
    const step = async (movement: Posting['movement'], euros: number) =>
      commit('ingen', euros, { movement, grantId });
    await step('release', 100);
    await step('order-payment', 400);
    await step('pay', 400);
    await step('claim-back', 150);
    await step('receive', 50);
    expect((await limits())[0]).toMatchObject({ used_cents: '35000', version: 4 });
  });

  it('a scheme limit that does not bind is not touched; once kernen get more together it counts all of them', async () => {
    await setLimit('scheme', 'totaal', 5000);
    await commit('ingen', 1500);
    expect(await limits()).toMatchObject([{ used_cents: '0', binds: false, version: 1 }]);
    await ledger.allocate({ asch: 2000 });
    expect(await limits()).toMatchObject([{ used_cents: '150000', binds: true, version: 2 }]);
    await commit('zoelen', 2000);
    await expect(commit('asch', 1501)).rejects.toMatchObject({ code: 'scheme-limit-reached' });
    await commit('asch', 1500);
    expect(await limits()).toMatchObject([{ used_cents: '500000', limit_cents: '500000' }]);
  });

  it('16 clients in all kernen at once never exceed a scheme limit that binds', async () => {
    await setLimit('scheme', 'totaal', 1000);
    const attempts = Array.from({ length: 32 }, (_, index) => commit(index % 2 ? 'ingen' : 'zoelen', 100));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await limits()).toMatchObject([{ used_cents: '100000' }]);
  });

  it('an extra allocation on the ground of Awb 4:25(3) raises the limit with it, and says so', async () => {
    await setLimit('scheme', 'totaal', 1000);
    await commit('ingen', 1000);
    const run = await ledger.run({
      ...{ kind: 'statutory-allocation', reference: 'BOB 2019-4', reason: 'gegrond bezwaar' },
      lines: [{ kernCode: 'zoelen', amountCents: cents(50_000) }],
    });
    expect(run).toMatchObject({ legalGround: 'artikel 4:25, derde lid, Awb', reference: 'BOB 2019-4' });
    await commit('zoelen', 500);
    expect(await limits()).toMatchObject([{ limit_cents: '150000', used_cents: '150000' }]);
    await expect(commit('zoelen', 1)).rejects.toMatchObject({ code: 'scheme-limit-reached' });
  });

  it('is not set below what was granted already', async () => {
    await commit('ingen', 1000);
    await expect(setLimit('scheme', 'totaal', 999)).rejects.toMatchObject({ code: 'limit-below-used' });
  });
});
