import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lot } from '../../src/decisions/domain/distribution/lot.ts';
import { buren2019 } from '../../src/seeds/buren-2019.ts';
import { type ApplicationAnswer, expectRefusal, submit, withoutTrace } from '../support/case-steps.ts';
import { bookRun } from '../support/finance-steps.ts';
import { decisionOf, versionOf } from '../support/grant-steps.ts';
import { expectStatus, openScheme, proposedEuros, type Scheme } from '../support/scheme-steps.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

interface Commitment {
  readonly grantId: string;
  readonly committedCents: number;
}

let townHall: TownHall;

beforeAll(async () => {
  townHall = await openTownHall();
});
afterAll(() => townHall.close());

/** The rules of Buren 2019, dividing in another way. */
const divided = (distribution: object) =>
  ({ ...buren2019, distribution: { moment: 'after-window-closes', ...distribution } }) as typeof buren2019;

const open = (code: string, distribution: object, euros: number): Promise<Scheme> =>
  openScheme(townHall, {
    ...{ code, document: divided(distribution), on: '2019-01-02', money: [{ kernCode: 'ingen', euros }] },
  });

const counted = (regulationCode: string, counts: readonly [ApplicationAnswer, number][], change = {}) =>
  townHall.preparer.post('/v1/votes', {
    body: {
      ...{ regulationCode, heldOn: '2019-06-01', place: 'Dorpshuis', entitled: 'Elk huishouden in Ingen' },
      ...{ entitledCount: 60, ballotCount: 40, invalidCount: 0, minutesReference: 'verslag 1 juni' },
      tellers: ['Els Verzonnen', 'Piet Verzonnen'],
      counts: counts.map(([{ id }, votes]) => ({ applicationId: id, votes })),
      ...change,
    },
  });

describe('Money that is divided without an order', () => {
  it('is split equally, and what one does not need goes to the others', async () => {
    const scheme = await open('gelijk-2019', { kind: 'equal-split', atCeiling: 'remainder' }, 1_000);
    const plans = [
      await scheme.apply('2019-03-04', 100),
      await scheme.apply('2019-03-11', 900),
      await scheme.apply('2019-05-20', 900),
    ];
    const list = await scheme.list('2019-06-04');
    expect(proposedEuros(list, ...plans)).toEqual([100, 450, 450]);
    expectStatus(await scheme.decide(list, '2019-06-11'), 200);
    expect([...(await scheme.granted()).values()].sort((a, b) => a - b)).toEqual([100, 450, 450]);
  });

  it('is what a body is entitled to, and nothing for who is not named', async () => {
    const bodies = [{ name: 'Dorpsraad', kvkNumber: '12345678', amountCents: 85_000 }];
    const scheme = await open('recht-2019', { kind: 'entitlement', bodies, atCeiling: 'remainder' }, 2_000);
    const organisation = (kvkNumber: string) => ({
      applicant: {
        ...{ kind: 'organisation', name: 'Verzonnen', street: 'Dorpsstraat', houseNumber: '1' },
        ...{ postcode: '4031 AB', place: 'Ingen', kvkNumber },
      },
    });
    const named = await scheme.apply('2019-03-04', 900, organisation('12345678'));
    const other = await scheme.apply('2019-03-04', 900, organisation('87654321'));
    const list = await scheme.list('2019-06-04');
    expect(proposedEuros(list, named, other)).toEqual([850, 0]);
    const line = list.lines.find(({ applicationId }) => applicationId === named.id)!;
    // All that it is entitled to: nothing was refused for the ceiling.
    expect(line).toMatchObject({ kind: 'grant' });
    expect(line.explanation).toContain('heeft recht op ten hoogste');
    expectStatus(await scheme.decide(list, '2019-06-11'), 200);
  });

  it('is what residents handed in for a plan in vouchers', async () => {
    const rule = { kind: 'vouchers', holders: 'Elk huishouden', perHolder: 3, valueCents: 500, tie: 'lot' };
    const scheme = await open('bonnen-2019', { ...rule, atCeiling: 'remainder' }, 500);
    const plans = [
      await scheme.apply('2019-03-04', 900),
      await scheme.apply('2019-03-05', 100),
      await scheme.apply('2019-03-06', 900),
    ];
    townHall.today('2019-06-04');
    const preparer = await townHall.person('voorbereider', 'assessor');
    const early = await preparer.post('/v1/college-lists', { body: { regulationCode: 'bonnen-2019' } });
    expectRefusal(early, 409, 'nothing-to-propose');
    const handedIn = [40, 60, 0].map((votes, index): [ApplicationAnswer, number] => [plans[index]!, votes]);
    const tooMany = await withoutTrace(townHall.service, () =>
      counted('bonnen-2019', handedIn, { ballotCount: 30 }),
    );
    expectRefusal(tooMany, 400, 'votes-do-not-fit');
    expectStatus(await counted('bonnen-2019', handedIn), 201);
    const list = await scheme.list('2019-06-05');
    expect(proposedEuros(list, ...plans)).toEqual([200, 100, 0]);
    expectStatus(await scheme.decide(list, '2019-06-11'), 200);
  });

  it('is voted on in two levels: the themes first, and then the plans within those that won', async () => {
    const vote = {
      ...{ kind: 'vote', voters: 'Inwoners', place: 'meeting', votesPerVoter: 2, per: 'scheme', tie: 'lot' },
      ...{ winningThemes: 1, atCeiling: 'nothing' },
    };
    const scheme = await open('themas-2019', vote, 1_000);
    const themed = (themeCode: string) => ({ particulars: { themeCode } });
    const plans = [
      await scheme.apply('2019-03-04', 600, themed('sport')),
      await scheme.apply('2019-03-05', 600, themed('groen')),
      await scheme.apply('2019-03-06', 300, themed('groen')),
    ];
    const votes = [30, 10, 4].map((count, index): [ApplicationAnswer, number] => [plans[index]!, count]);
    townHall.today('2019-06-04');
    expectRefusal(await counted('themas-2019', votes), 400, 'votes-do-not-fit');
    const themeCounts = [
      { themeCode: 'sport', votes: 10 },
      { themeCode: 'groen', votes: 30 },
    ];
    expectStatus(await counted('themas-2019', votes, { themeCounts }), 201);
    const list = await scheme.list('2019-06-04');
    expect(proposedEuros(list, ...plans)).toEqual([0, 600, 300]);
    const fallen = list.lines.find(({ applicationId }) => applicationId === plans[0]!.id)!;
    expect(fallen.explanation).toContain('Dat was niet genoeg om door te gaan');
    expectStatus(await scheme.decide(list, '2019-06-11'), 200);
  });
});

describe('Three on one day who do not fit together, where a tie is split', () => {
  it('get the same to the cent, the odd cent by the lot, and who comes later gets nothing', async () => {
    const rule = { kind: 'order-of-completeness', tie: 'equal-split', atCeiling: 'remainder' };
    const scheme = await open('gelijke-dag-2019', rule, 1_000);
    const earlier = await scheme.apply('2019-05-13', 300);
    const tied = [
      await scheme.apply('2019-05-20', 500),
      await scheme.apply('2019-05-20', 500),
      await scheme.apply('2019-05-20', 500),
    ];
    const later = await scheme.apply('2019-05-21', 100);
    const { lines, lotSeed, ...list } = await scheme.list('2019-06-04');
    const byLot = tied
      .map(({ id, number }) => ({ id, place: lot(lotSeed!, number!) }))
      .sort((one, other) => (one.place < other.place ? -1 : 1));
    const expected = [
      ...[
        { id: earlier.id, euros: 300 },
        { id: byLot[0]!.id, euros: 233.34 },
      ],
      ...[
        { id: byLot[1]!.id, euros: 233.33 },
        { id: byLot[2]!.id, euros: 233.33 },
      ],
      { id: later.id, euros: 0 },
    ];
    expect(lines.map((line) => ({ id: line.applicationId, euros: line.proposedCents / 100 }))).toEqual(
      expected,
    );
    expectStatus(await scheme.decide({ ...list, lines, lotSeed }, '2019-06-11'), 200);
    expect(await scheme.granted()).toEqual(new Map(expected.map(({ id, euros }) => [id, euros])));
    const year = await scheme.finance.proposer.get<{ items: Commitment[] }>('/v1/open-commitments?year=2019');
    const committed = new Map(
      year.body.items.map(({ grantId, committedCents }) => [grantId, committedCents / 100]),
    );
    for (const { id, euros } of expected.slice(1, 4)) {
      const decision = await decisionOf(townHall.registrar, { id });
      expect(decision).toMatchObject({ kind: 'partial-grant', grantedCents: Math.round(euros * 100) });
      expect(committed.get(decision['id'] as string)).toBe(euros);
    }
    const anybody = await townHall.service.as(null);
    const { body } = await anybody.get('/v1/regulations/gelijke-dag-2019/availability');
    expect(body).toMatchObject({ kernen: [{ kernCode: 'ingen', availableCents: 0 }] });
    const auditor = await townHall.person('aagje', 'auditor');
    expect((await auditor.get('/v1/ledger-check')).body).toMatchObject({ sound: true });
  });
});

describe('Three on one day, one of them completed late, and a ceiling that changes', () => {
  it('are placed by one lot, and the list says what the ceiling was and is', async () => {
    const rule = { kind: 'order-of-completeness', tie: 'lot', atCeiling: 'remainder' };
    const scheme = await open('loten-2019', rule, 1_000);
    const tied = [
      await scheme.apply('2019-05-20', 500),
      await scheme.apply('2019-05-20', 500),
      await scheme.apply('2019-05-20', 500),
    ];
    const applicant = await townHall.person('laatkomer', 'resident');
    const late = await submit(applicant, {
      ...{ regulationCode: 'loten-2019', requestedCents: 50_000, iban: undefined },
      costs: [{ description: 'Bank', amountCents: 50_000 }],
    });
    const list = await scheme.list('2019-06-04');
    expect(list.lines.map(({ place, byLot, proposedCents }) => [place, byLot, proposedCents / 100])).toEqual([
      [1, true, 500],
      [2, true, 500],
      [3, true, 0],
    ]);
    // In time but complete after the round: it takes its place behind them, on the day of completeness.
    townHall.today('2019-06-05');
    expectStatus(
      await applicant.post(`/v1/applications/${late.id}/supplements`, {
        version: await versionOf(townHall, late),
        body: { explanation: 'Mijn rekeningnummer.', iban: 'NL91ABNA0417164300' },
      }),
      200,
    );
    const countsOn = '2019-06-05';
    await bookRun(scheme.finance, {
      ...{ kind: 'allocation', regulationCode: 'loten-2019', countsOn, resolutionId: scheme.resolutionId },
      lines: [{ kernCode: 'ingen', amountCents: 25_000 }],
    });
    const stale = await withoutTrace(townHall.service, () => scheme.decide(list, '2019-06-11'));
    expectRefusal(stale, 409, 'list-stale');
    expect(stale.body['detail']).toMatch(/Voor Ingen was er €.1\.000,00; nu is er €.1\.250,00\./u);
    expect(stale.body['detail']).toContain(`${late.number}: veranderd is de stand`);
    const again = await scheme.list('2019-06-12');
    expect(again.lines.map(({ applicationId }) => applicationId)).toEqual(
      list.lines.map(({ applicationId }) => applicationId),
    );
    expect(again.lines.map(({ proposedCents }) => proposedCents / 100)).toEqual([500, 500, 250]);
    expect(again.notReady).toMatchObject([{ applicationId: late.id }]);
    expect(tied.map(({ id }) => id).sort()).toEqual(
      list.lines.map(({ applicationId }) => applicationId).sort(),
    );
  });
});
