import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { buren2019 } from '../../src/seeds/buren-2019.ts';
import { hetHogeland } from '../../src/seeds/regulations/het-hogeland.ts';
import { leidschendamVoorburg } from '../../src/seeds/regulations/leidschendam-voorburg.ts';
import { valthermond } from '../../src/seeds/regulations/valthermond.ts';
import { type ApplicationAnswer, expectRefusal, faultsOf, withoutTrace } from '../support/case-steps.ts';
import {
  expectStatus,
  openScheme,
  proposedEuros,
  type ProposedList,
  type Scheme,
} from '../support/scheme-steps.ts';
import type { Answer } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

let townHall: TownHall;

beforeAll(async () => {
  townHall = await openTownHall();
});
afterAll(() => townHall.close());

const advise = (
  regulationCode: string,
  body: string,
  advisedOn: string,
  lines: readonly object[],
): Promise<Answer> =>
  townHall.preparer.post('/v1/rankings', {
    body: { regulationCode, body, advisedOn, minutesReference: 'verslag van de vergadering', lines },
  });

describe('The order of complete days (Buren 2019)', () => {
  let scheme: Scheme;
  let plans: ApplicationAnswer[];
  let list: ProposedList;

  beforeAll(async () => {
    scheme = await openScheme(townHall, {
      ...{ code: 'leefbaarheid-2019', document: buren2019, on: '2019-01-02' },
      money: [{ kernCode: 'ingen', euros: 2_000 }],
    });
    plans = [
      await scheme.apply('2019-03-04', 1_100),
      await scheme.apply('2019-04-01', 700),
      await scheme.apply('2019-05-20', 600),
      await scheme.apply('2019-05-20', 500),
    ];
  });

  const decline = (application: ApplicationAnswer, declinesPart: boolean, version: number) =>
    townHall.preparer.put<{ version: number }>(`/v1/applications/${application.id}/remainder-choice`, {
      version,
      body: { declinesPart },
    });

  it('gives the remainder to who won the lot of the last day', async () => {
    list = await scheme.list('2019-06-04');
    const [one, two, ...tied] = proposedEuros(list, ...plans);
    expect([one, two]).toEqual([1_100, 700]);
    expect(tied.sort((a, b) => a - b)).toEqual([0, 200]);
    expect(list.lines.map(({ place, byLot }) => [place, byLot])).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, true],
    ]);
    const again = await townHall.preparer.get<{ agrees: boolean; lines: object[] }>(
      `/v1/college-lists/${list.id}/recomputation`,
    );
    expect(again.body).toMatchObject({ agrees: true });
    expect(again.body.lines).toHaveLength(4);
  });

  it('gives the remainder to the next when the first of the two declines it, and says why the list is stale', async () => {
    const winner = plans.find(({ id }) => id === list.lines[2]!.applicationId)!;
    expectStatus(await decline(winner, true, winner.version), 200);
    const refused = await withoutTrace(townHall.service, () => scheme.decide(list, '2019-06-11'));
    expectRefusal(refused, 409, 'list-stale');
    expect(refused.body['detail']).toMatch(/LB-\S+: veranderd is of de aanvrager een deel wil\./);
    list = await scheme.list('2019-06-05');
    const [third, fourth] = list.lines.slice(2);
    expect([third!.proposedCents, fourth!.proposedCents]).toEqual([0, 20_000]);
    expect(third!.explanation).toContain('De aanvrager wil geen deel van het bedrag.');
  });

  it('is stale when somebody withdraws or money goes elsewhere, and says which', async () => {
    const resident = await townHall.person('aanvrager-1', 'resident');
    const before = await resident.get<ApplicationAnswer>(`/v1/applications/${plans[1]!.id}`);
    expectStatus(
      await resident.post(`/v1/applications/${plans[1]!.id}/withdrawal`, { version: before.body.version }),
      200,
    );
    const refused = await scheme.decide(list, '2019-06-11');
    expectRefusal(refused, 409, 'list-stale');
    expect(refused.body['detail']).toContain(`${before.body.number} is ingetrokken`);
    list = await scheme.list('2019-06-06');
    // With EUR 700 more both of the last day fit but for EUR 200: the lot says for whom, and one wants no part.
    const amounts = list.lines.map(({ proposedCents }) => proposedCents / 100);
    expect(amounts[0]).toBe(1_100);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeLessThanOrEqual(2_000);
  });

  it('lets officials differ from it only with a reason that fits, and never beyond what there is', async () => {
    const [first, second] = list.lines;
    const ask = (deviations: readonly object[]) =>
      townHall.preparer.post('/v1/college-lists', {
        body: { regulationCode: 'leefbaarheid-2019', kernCodes: ['ingen'], deviations },
      });
    const reason = 'Het plan is kleiner geworden.';
    const change = { applicationId: first!.applicationId, kind: 'partial-grant', grantedCents: 100_000 };
    expectRefusal(await ask([change]), 400, 'invalid-input');
    const wrong = await ask([
      { ...change, grantedCents: 120_000, reason },
      { ...change, kind: 'refusal', reason },
    ]);
    expectRefusal(wrong, 400, 'deviations-do-not-fit');
    expect(faultsOf(wrong)).toEqual({
      '/deviations/0': 'more-than-requested',
      '/deviations/1': 'amount-does-not-fit-kind',
    });
    const deviating = expectStatus(await ask([{ ...change, reason }]), 201) as unknown as ProposedList;
    expect(deviating.lines[0]).toMatchObject({
      ...{ computedCents: 110_000, proposedCents: 100_000, deviates: true, deviationReason: reason },
    });
    expect(deviating.lines[1]!.applicationId).toBe(second!.applicationId);
    expectStatus(await scheme.decide(deviating, '2019-06-11'), 200);
    expect((await scheme.granted()).get(first!.applicationId)).toBe(1_000);
  });
});

describe('A first round, and then who comes (Valthermond)', () => {
  it('serves the round in the order of the village body, and later plans from what remains', async () => {
    const scheme = await openScheme(townHall, {
      ...{ code: 'valthermond-2021', document: valthermond, on: '2020-12-16' },
      money: [{ kernCode: 'ingen', euros: 15_000 }],
    });
    const first = await scheme.apply('2021-01-10', 6_000);
    const second = await scheme.apply('2021-02-28', 8_000);
    const later = await scheme.apply('2021-03-02', 3_000);
    const waiting = await scheme.apply('2021-03-03', 500);
    townHall.today('2021-03-08');
    const body = { regulationCode: 'valthermond-2021' };
    const preparer = await townHall.person('voorbereider', 'assessor');
    const early = await preparer.post('/v1/college-lists', { body });
    expectRefusal(early, 409, 'nothing-to-propose');
    expect(early.body['detail']).toContain('Eerst wordt beslist over wie in een eerdere ronde aanvroeg.');
    const twice = await advise('valthermond-2021', 'De dorpsorganisatie', '2021-03-09', [
      { applicationId: first.id, outcome: 'positive' },
      { applicationId: first.id, outcome: 'negative', place: 1 },
    ]);
    expectRefusal(twice, 400, 'ranking-does-not-fit');
    expect(faultsOf(twice)).toEqual({
      '/advisedOn': 'in-the-future',
      '/lines/0/place': 'required',
      '/lines/1/applicationId': 'twice',
      '/lines/1/reason': 'required',
    });
    expectStatus(
      await advise('valthermond-2021', 'De dorpsorganisatie', '2021-03-07', [
        { applicationId: second.id, outcome: 'positive', place: 1 },
        { applicationId: first.id, outcome: 'negative', place: 2, reason: 'Er is al een speeltuin.' },
      ]),
      201,
    );
    const list = await scheme.list('2021-03-10');
    expect(proposedEuros(list, second, first, later, waiting)).toEqual([8_000, 6_000, 1_000, 0]);
    const explained = list.lines.find(({ applicationId }) => applicationId === first.id)!.explanation;
    expect(explained).toContain('Advies (niet bindend) van De dorpsorganisatie: negatief.');
    expectStatus(await scheme.decide(list, '2021-03-16'), 200);
    expect([...(await scheme.granted()).values()].sort((a, b) => a - b)).toEqual([0, 1_000, 6_000, 8_000]);
  });
});

/** The same rules, in years in which the kernen of the tests exist. */
const wishes = {
  ...leidschendamVoorburg,
  year: 2019,
  window: {
    ...leidschendamVoorburg.window,
    opensOn: calendarDate('2019-06-01'),
    closesOn: calendarDate('2021-12-31'),
  },
  ceiling: {
    ...leidschendamVoorburg.ceiling,
    period: { lastYear: 2021, amountsAre: 'for-all-years' },
    publishedOn: calendarDate('2019-05-20'),
  },
} as const;

describe('Binding advice of residents (Leidschendam-Voorburg)', () => {
  it('refuses what residents advise against, waits for advice, and does not wait for what is late', async () => {
    const scheme = await openScheme(townHall, {
      ...{ code: 'vlietwensen-2019', document: wishes, on: '2019-05-21' },
      money: [{ euros: 1_000 }],
    });
    const wished = await scheme.apply('2019-06-06', 400);
    const unwanted = await scheme.apply('2019-06-07', 300, { kernCode: 'zoelen' });
    const quiet = await scheme.apply('2019-06-08', 700, { kernCode: 'asch' });
    const name = 'De bewonerscommissie';
    townHall.today('2019-06-10');
    expectStatus(
      await advise('vlietwensen-2019', name, '2019-06-10', [
        { applicationId: wished.id, outcome: 'positive' },
        { applicationId: unwanted.id, outcome: 'negative', reason: 'Niemand in de buurt wil dit.' },
      ]),
      201,
    );
    const list = await scheme.list('2019-06-13');
    expect(list.lines.map(({ applicationId, kind }) => [applicationId, kind]).sort()).toEqual(
      [
        [wished.id, 'grant'],
        [unwanted.id, 'refusal'],
      ].sort(),
    );
    expect(list.notReady).toMatchObject([
      { applicationId: quiet.id, reason: expect.stringContaining('Het advies is positief van') },
    ]);
    const preparer = await townHall.person('voorbereider', 'assessor');
    const against = await preparer.post('/v1/college-lists', {
      body: {
        regulationCode: 'vlietwensen-2019',
        deviations: [
          {
            ...{ applicationId: unwanted.id, kind: 'grant', grantedCents: 30_000 },
            reason: 'Wij vinden het een goed plan.',
          },
        ],
      },
    });
    expectRefusal(against, 400, 'deviations-do-not-fit');
    expect(faultsOf(against)).toEqual({ '/deviations/0': 'advice-binds' });
    expectStatus(await scheme.decide(list, '2019-06-14'), 200);
    const late = await scheme.list('2019-07-08');
    expect(proposedEuros(late, quiet)).toEqual([600]);
    expectStatus(await scheme.decide(late, '2019-07-12'), 200);
    expect((await scheme.granted()).get(quiet.id)).toBe(600);
  });
});

describe('A budget per village, decided as plans come (Het Hogeland)', () => {
  const foundation = (kernCode: string) => ({
    ...{ kernCode, activityStartsOn: '2021-11-01', activityEndsOn: '2021-12-01' },
    applicant: {
      ...{ kind: 'organisation', name: 'Stichting Verzonnen', street: 'Dorpsstraat', houseNumber: '1' },
      ...{ postcode: '4031 AB', place: 'Ingen', kvkNumber: '00000000' },
    },
    particulars: {
      ...{ legalForm: 'foundation', nonProfit: true },
      own: { moneyCents: 0, hours: 40, inKindCents: 0 },
    },
  });

  it('decides on each village from its own budget, and uses nothing that an earlier plan may claim', async () => {
    const scheme = await openScheme(townHall, {
      ...{ code: 'dorpsbudget-2021', document: hetHogeland, on: '2020-12-17' },
      money: [
        { kernCode: 'ingen', euros: 7_000 },
        { kernCode: 'zoelen', euros: 9_000 },
      ],
    });
    const first = await scheme.apply('2021-02-01', 4_000, foundation('ingen'));
    const elsewhere = await scheme.apply('2021-02-02', 4_000, foundation('zoelen'));
    const same = await scheme.list('2021-02-02');
    expect(same.notReady).toMatchObject([
      { applicationId: elsewhere.id, reason: expect.stringContaining('Beslis vanaf morgen') },
    ]);
    expect(proposedEuros(same, first)).toEqual([3_960]);
    expectStatus(await scheme.decide(same, '2021-02-02'), 200);
    const second = await scheme.apply('2021-03-01', 4_000, foundation('ingen'));
    const list = await scheme.list('2021-03-02');
    expect(proposedEuros(list, elsewhere, second)).toEqual([3_960, 3_040]);
    expectStatus(await scheme.decide(list, '2021-03-09'), 200);
    expect([...(await scheme.granted()).values()].sort((a, b) => a - b)).toEqual([3_040, 3_960, 3_960]);
  });
});
