import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buren2019 } from '../../src/seeds/buren-2019.ts';
import type { ApplicationAnswer } from '../support/case-steps.ts';
import { bookRun } from '../support/finance-steps.ts';
import { expectStatus, openScheme, proposedEuros, type Scheme } from '../support/scheme-steps.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

const code = 'jaargrens-2019';
const rules = {
  ...buren2019,
  window: {
    ...{ kind: 'rolling', opensOn: '2019-01-01', closesOn: '2020-12-31' },
    cutOver: { from: '2019-11-01', countsForYear: 2020 },
  },
  // Decided within eight weeks of receipt, since the window never closes before the year is over.
  terms: { ...buren2019.terms, decisionStartsAt: 'receipt', promisedAnswerOn: undefined },
  ceiling: { ...buren2019.ceiling, period: { lastYear: 2020, amountsAre: 'per-year' } },
  distribution: { ...buren2019.distribution, moment: 'as-they-come' },
} as unknown as typeof buren2019;

describe('An application from the cut-over date on', () => {
  let townHall: TownHall;
  let scheme: Scheme;
  let plans: ApplicationAnswer[];

  beforeAll(async () => {
    townHall = await openTownHall();
    const money = [{ kernCode: 'ingen', euros: 2_000 }];
    scheme = await openScheme(townHall, { code, document: rules, on: '2018-12-21', money });
    plans = [
      await scheme.apply('2019-10-30', 1_500),
      await scheme.apply('2019-10-31', 900),
      await scheme.apply('2019-11-01', 900),
    ];
  });
  afterAll(() => townHall.close());

  it('takes nothing of the old year, and waits for the money of the new one', async () => {
    const nothingYet = await scheme.list('2019-11-05');
    expect(proposedEuros(nothingYet, ...plans.slice(0, 2))).toEqual([1_500, 500]);
    expect(nothingYet.notReady).toMatchObject([{ applicationId: plans[2]!.id }]);
    const resolutionId = scheme.resolutionId;
    await bookRun(scheme.finance, {
      ...{ kind: 'ceilings', regulationCode: code, year: 2020, countsOn: '2020-01-01', resolutionId },
    });
    const list = await scheme.list('2019-11-06');
    expect(list.notReady).toMatchObject([
      { applicationId: plans[2]!.id, reason: expect.stringContaining('De aanvraag telt voor 2020') },
    ]);
    expectStatus(await scheme.decide(list, '2019-11-12'), 200);
    const next = await scheme.list('2020-01-07');
    expect(proposedEuros(next, plans[2]!)).toEqual([900]);
    expectStatus(await scheme.decide(next, '2020-01-14'), 200);
    expect([...(await scheme.granted()).values()].sort((a, b) => a - b)).toEqual([500, 900, 1_500]);
  });
});
