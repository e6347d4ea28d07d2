import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pekela } from '../../src/seeds/regulations/pekela.ts';
import { waalwijk } from '../../src/seeds/regulations/waalwijk.ts';
import {
  type ApplicationAnswer,
  expectRefusal,
  faultsOf,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import { attach } from '../support/attachment-steps.ts';
import { bookRun } from '../support/finance-steps.ts';
import { expectStatus, openScheme, proposedEuros, type Scheme } from '../support/scheme-steps.ts';
import type { Answer, TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

let townHall: TownHall;

beforeAll(async () => {
  townHall = await openTownHall();
});
afterAll(() => townHall.close());

const collective = {
  applicant: {
    ...{ kind: 'collective', name: 'Bewoners van de Verzonnen Straat', street: 'Dorpsstraat' },
    ...{ houseNumber: '12', postcode: '4031 AB', place: 'Ingen' },
  },
  particulars: { members: 5, deMinimisDeclared: true },
};

describe('A round with points (Pekela)', () => {
  let scheme: Scheme;
  let plans: ApplicationAnswer[];
  let first: TestCaller;
  let second: TestCaller;

  const give = (
    caller: TestCaller,
    { id, version }: Pick<ApplicationAnswer, 'id' | 'version'>,
    innovation: number,
    reach: number,
  ): Promise<Answer> =>
    caller.put(`/v1/applications/${id}/scores`, {
      version,
      body: {
        scores: [
          { criterionCode: 'innovation', points: innovation },
          { criterionCode: 'reach', points: reach },
        ],
      },
    });

  beforeAll(async () => {
    const distribution = { ...pekela.distribution, assessors: 2, thresholdPoints: 10 };
    scheme = await openScheme(townHall, {
      ...{ code: 'pekela-2024', document: { ...pekela, distribution }, on: '2024-06-03' },
      money: [{ euros: 15_000 }],
    });
    plans = [
      await scheme.apply('2024-10-15', 9_000, collective),
      await scheme.apply('2024-11-01', 9_000, { ...collective, kernCode: 'zoelen' }),
      await scheme.apply('2024-12-16', 5_000, collective),
    ];
    first = await townHall.person('punt-een', 'assessor');
    second = await townHall.person('punt-twee', 'assessor');
  });

  it('lets nobody make a plan better when the round is over; what is lacking can still be completed', async () => {
    const applicant = await townHall.person('te-laat', 'resident');
    townHall.today('2024-12-15');
    const late = await submit(applicant, {
      ...{ regulationCode: 'pekela-2024', requestedCents: 100_000, iban: undefined, ...collective },
      ...{ activityStartsOn: '2024-12-20', activityEndsOn: '2024-12-20' },
      costs: [{ description: 'Materiaal', amountCents: 100_000 }],
    });
    townHall.today('2024-12-18');
    const add = (body: object) =>
      applicant.post(`/v1/applications/${late.id}/supplements`, {
        version: late.version,
        body: { explanation: 'Nog iets.', ...body },
      });
    const better = await add({ costs: [{ description: 'Veel beter materiaal', amountCents: 100_000 }] });
    expectRefusal(better, 409, 'content-frozen');
    expect(faultsOf(better)).toEqual({ '/costs': 'content-frozen' });
    expect((await add({ iban: 'NL91ABNA0417164300' })).body).toMatchObject({ status: 'complete' });
    const { body } = await applicant.get<ApplicationAnswer>(`/v1/applications/${late.id}`);
    expectStatus(
      await applicant.post(`/v1/applications/${late.id}/withdrawal`, { version: body.version }),
      200,
    );
  });

  it('refuses points that are missing, out of range, unknown or twice, each in its place', async () => {
    const path = `/v1/applications/${plans[0]!.id}/scores`;
    const refused = await withoutTrace(townHall.service, () =>
      first.put(path, {
        version: plans[0]!.version,
        body: {
          scores: [
            { criterionCode: 'innovation', points: 11 },
            { criterionCode: 'beauty', points: 1 },
            { criterionCode: 'innovation', points: 1 },
          ],
        },
      }),
    );
    expectRefusal(refused, 400, 'scores-do-not-fit');
    expect(faultsOf(refused)).toEqual({
      '/scores/0/points': 'too-many-points',
      '/scores/1/criterionCode': 'criterion-unknown',
      '/scores/2/criterionCode': 'twice',
      '/scores': 'points-missing',
    });
  });

  it('refuses points of who has an interest', async () => {
    const interested = await townHall.person('buurman', 'assessor');
    const reason = 'De aanvrager is mijn zus.';
    const path = `/v1/applications/${plans[0]!.id}/recusals`;
    expectStatus(await interested.post(path, { body: { reason } }), 201);
    expectRefusal(await give(interested, plans[0]!, 5, 5), 403, 'has-interest');
  });

  it('hides the points of others until all are in, and lets nobody change them after that', async () => {
    expectStatus(await give(first, plans[0]!, 4, 4), 200);
    const path = `/v1/applications/${plans[0]!.id}/scores`;
    expect((await second.get(path)).body).toMatchObject({ received: 1, areComplete: false, sheets: [] });
    expect((await first.get(path)).body).toMatchObject({ sheets: [{ isOwn: true }] });
    // Until then one may think again.
    expectStatus(await give(first, plans[0]!, 6, 6), 200);
    const own = await give(second, plans[0]!, 9, 5);
    expect(own.body).toMatchObject({ received: 2, areComplete: true });
    expect((await first.get<{ sheets: object[] }>(path)).body.sheets).toHaveLength(2);
    expectRefusal(await give(first, plans[0]!, 10, 10), 409, 'scores-closed');
    expectRefusal(
      await give(await townHall.person('punt-drie', 'assessor'), plans[0]!, 1, 1),
      409,
      'scores-closed',
    );
  });

  it('waits for all points, and then grants the highest first, the remainder to the next, below the threshold nothing', async () => {
    const preparer = await townHall.person('voorbereider', 'assessor');
    townHall.today('2024-12-17');
    const early = await preparer.post('/v1/college-lists', { body: { regulationCode: 'pekela-2024' } });
    expectRefusal(early, 409, 'nothing-to-propose');
    expect(early.body['detail']).toContain('Nog niet alle beoordelaars hebben punten gegeven.');
    for (const caller of [first, second]) {
      expectStatus(await give(caller, plans[1]!, 10, 9), 200);
      expectStatus(await give(caller, plans[2]!, 4, 5), 200);
    }
    const list = await scheme.list('2025-01-06');
    expect(list.notReady).toEqual([]);
    expect(proposedEuros(list, ...plans)).toEqual([6_000, 9_000, 0]);
    const explanations = new Map(list.lines.map((line) => [line.applicationId, line.explanation]));
    expect(explanations.get(plans[0]!.id)).toMatch(/^13 punten\. Plaats 2 in de volgorde\./);
    expect(explanations.get(plans[2]!.id)).toContain('er zijn er minstens 10 nodig');
    expectStatus(await scheme.decide(list, '2025-01-14'), 200);
    expect(await scheme.granted()).toEqual(
      new Map([
        [plans[0]!.id, 6_000],
        [plans[1]!.id, 9_000],
        [plans[2]!.id, 0],
      ]),
    );
  });
});

describe('A vote of residents (Waalwijk)', () => {
  let scheme: Scheme;
  let plans: ApplicationAnswer[];

  const themed = (themeCode: string, likes: number) => ({ particulars: { themeCode, likes } });
  const record = (change: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    townHall.preparer.post('/v1/votes', {
      body: {
        ...{ regulationCode: 'waalwijk-2024', heldOn: '2024-09-17', place: 'Website en gemeentehuis' },
        ...{ entitled: 'Alle inwoners', entitledCount: 900, ballotCount: 100, invalidCount: 4 },
        counts: [70, 40, 55, 31].map((votes, index) => ({ applicationId: plans[index]!.id, votes })),
        ...{ minutesReference: 'verslag-17-9', tellers: ['Els Verzonnen', 'Piet Verzonnen'], ...change },
      },
    });

  beforeAll(async () => {
    scheme = await openScheme(townHall, {
      ...{ code: 'waalwijk-2024', document: waalwijk, on: '2024-04-16', money: [{ euros: 75_000 }] },
    });
    const limit = { kind: 'limit', regulationCode: 'waalwijk-2024', countsOn: '2024-01-01' };
    for (const limitCode of ['green', 'meeting', 'sports']) {
      await bookRun(scheme.finance, {
        ...{ ...limit, limitKind: 'theme', limitCode, limitCents: 2_500_000 },
        ...{ resolutionId: scheme.resolutionId, lines: [{}] },
      });
    }
    plans = [
      await scheme.apply('2024-05-02', 15_000, themed('green', 80)),
      await scheme.apply('2024-05-03', 8_000, themed('green', 90)),
      await scheme.apply('2024-05-04', 12_000, themed('green', 40)),
      await scheme.apply('2024-05-05', 9_000, themed('sports', 31)),
    ];
  });

  it('refuses more votes than ballots hold, more ballots than people, one teller twice, a day to come', async () => {
    townHall.today('2024-09-16');
    const refused = await withoutTrace(townHall.service, () =>
      record({ ballotCount: 1000, invalidCount: 990, tellers: ['Els Verzonnen', 'els verzonnen'] }),
    );
    expectRefusal(refused, 400, 'votes-do-not-fit');
    expect(faultsOf(refused)).toEqual({
      '/heldOn': 'in-the-future',
      '/ballotCount': 'more-than-entitled',
      '/tellers': 'two-tellers',
      '/counts/0/votes': 'too-many-votes',
      '/counts/1/votes': 'too-many-votes',
      '/counts/2/votes': 'too-many-votes',
      '/counts/3/votes': 'too-many-votes',
      '/counts': 'too-many-votes',
    });
  });

  it('skips what does not fit and takes a lower one that does; where there is money enough likes will do', async () => {
    townHall.today('2024-09-18');
    const [first, second] = plans as [ApplicationAnswer, ApplicationAnswer];
    const { id } = await attach(townHall.preparer, first.id, { kind: 'minutes', name: 'verslag.pdf' });
    const counted = (applicationId: string) =>
      record({ ballotCount: 110, invalidCount: 4, minutes: { applicationId, attachmentIds: [id] } });
    const elsewhere = await withoutTrace(townHall.service, () => counted(second.id));
    expectRefusal(elsewhere, 400, 'attachment-unknown');
    const vote = expectStatus(await counted(first.id), 201);
    expect(vote).toMatchObject({ hasMinutes: true });
    const anybody = await townHall.service.as(null);
    const published = await anybody.get<{ items: object[] }>('/v1/votes?regulationCode=waalwijk-2024');
    expect(published.body.items).toEqual([vote]);
    expect(JSON.stringify(published.body)).not.toContain('Els');
    // Anybody recomputes from what is published what fits, is skipped and is taken after all.
    const tally = await anybody.get<{ plans: { applicationNumber: string; fitsCents: number }[] }>(
      '/v1/regulations/waalwijk-2024/vote-tally',
    );
    const fits = new Map(tally.body.plans.map((plan) => [plan.applicationNumber, plan.fitsCents / 100]));
    expect(plans.map(({ number }) => fits.get(number!))).toEqual([15_000, 8_000, 0, 9_000]);
    expect(tally.body).toMatchObject({
      rule: expect.arrayContaining(['Bij gelijke stemmen beslist het lot.']),
      plans: expect.arrayContaining([
        expect.objectContaining({ votes: 55, requestedCents: 1_200_000, place: 2, standing: '55 stemmen.' }),
      ]),
    });
    expectRefusal(await anybody.get('/v1/regulations/pekela-2024/vote-tally'), 409, 'nobody-votes');
    const list = await scheme.list('2024-10-01');
    expect(list.notReady).toEqual([]);
    expect(proposedEuros(list, ...plans)).toEqual([15_000, 8_000, 0, 9_000]);
    const explained = list.lines.find(({ applicationId }) => applicationId === plans[3]!.id)!.explanation;
    expect(explained).toContain('31 steunbetuigingen, 30 zijn genoeg');
    expectStatus(await scheme.decide(list, '2024-10-08'), 200);
    expect((await scheme.granted()).size).toBe(4);
  });
});
