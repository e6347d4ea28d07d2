import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buren2019 } from '../../src/seeds/buren-2019.ts';
import {
  type ApplicationAnswer,
  expectRefusal,
  faultsOf,
  lettersOf,
  paperApplication,
  withoutTrace,
} from '../support/case-steps.ts';
import { announceReady, changeGrant, decisionOf, versionOf } from '../support/grant-steps.ts';
import { expectStatus, openScheme, type ProposedList, type Scheme } from '../support/scheme-steps.ts';
import type { Answer } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

const code = 'wachtlijst-2019';
const document = {
  ...buren2019,
  distribution: { ...buren2019.distribution, waitingListUntilWeeks: 12 },
} as const;

let townHall: TownHall;
let scheme: Scheme;
let first: ApplicationAnswer;
let partly: ApplicationAnswer;
let refused: ApplicationAnswer;

async function waitingList<Body = ProposedList>(on: string): Promise<Answer<Body>> {
  townHall.today(on);
  const preparer = await townHall.person('voorbereider', 'assessor');
  return preparer.post<Body>('/v1/college-lists', {
    body: { regulationCode: code, subject: 'waiting-list' },
  });
}

const budget = async () => {
  const { body } = await townHall.registrar.get<{ kernen: { kernCode: string; availableCents: number }[] }>(
    `/v1/regulations/${code}/availability`,
  );
  return body.kernen.find(({ kernCode }) => kernCode === 'ingen')!.availableCents;
};

beforeAll(async () => {
  townHall = await openTownHall();
  scheme = await openScheme(townHall, {
    ...{ code, document, on: '2019-01-02', money: [{ kernCode: 'ingen', euros: 2_000 }] },
  });
  first = await scheme.apply('2019-03-04', 900);
  partly = await scheme.apply('2019-03-11', 1_400);
  refused = await scheme.apply('2019-03-18', 600);
});
afterAll(() => townHall.close());

describe('Who got too little, when money comes free', () => {
  it('waits for nothing while nothing was announced or nothing came free', async () => {
    const list = await scheme.list('2019-06-04');
    expect(list.lines.map(({ proposedCents }) => proposedCents)).toEqual([90_000, 110_000, 0]);
    expectStatus(await scheme.decide(list, '2019-06-11'), 200);
    const early = await waitingList<Answer['body']>('2019-06-12');
    expectRefusal(early, 409, 'nothing-to-propose');
    for (const application of [first, partly, refused])
      await announceReady(townHall, application, '2019-06-13');
    const nothing = await waitingList<Answer['body']>('2019-06-14');
    expectRefusal(nothing, 409, 'nothing-to-propose');
    expect(nothing.body['detail']).toMatch(/Komt nog €.300,00 tekort\. Er is geen geld vrijgekomen/u);
    expect(await decisionOf(townHall.registrar, refused)).toMatchObject({
      kind: 'refusal',
      waitingUntilDate: '2019-09-03',
    });
    expect(await decisionOf(townHall.registrar, first)).toMatchObject({
      kind: 'grant',
      waitingUntilDate: null,
      changes: [],
    });
  });

  it('refuses to change a grant that is not there, by an amount or on a day that cannot be', async () => {
    const attempts: [ApplicationAnswer, object, number, string][] = [
      [refused, { kind: 'withdrawn' }, 409, 'no-grant'],
      [first, { kind: 'withdrawn', newAmountCents: 100 }, 400, 'amount-does-not-fit-change'],
      [first, { kind: 'lowered', newAmountCents: 90_000 }, 400, 'amount-not-lower'],
      [first, { kind: 'fixed', newAmountCents: 50_000 }, 409, 'grant-already-fixed'],
      [first, { kind: 'withdrawn', requestedOn: '2019-06-12' }, 400, 'request-date-impossible'],
      [
        first,
        { kind: 'withdrawn', resolution: { number: 'B&W 1', resolutionDate: '2019-06-30' } },
        400,
        'change-date-impossible',
      ],
      [first, { kind: 'withdrawn', resolution: undefined }, 409, 'college-decides'],
    ];
    for (const [application, body, status, problem] of attempts) {
      const answer = await withoutTrace(townHall.service, () =>
        changeGrant(townHall, application, '2019-06-20', body as Record<string, unknown>),
      );
      expectRefusal(answer, status, problem);
    }
  });

  it('comes free when a grant is withdrawn, with a letter, and nobody is told by itself', async () => {
    const withdrawn = expectStatus(
      await changeGrant(townHall, first, '2019-06-24', { kind: 'withdrawn' }),
      201,
    );
    expect(withdrawn).toMatchObject({ kind: 'withdrawn', earlierCents: 90_000, grantedCents: 0 });
    expect(await budget()).toBe(90_000);
    expect(await lettersOf(townHall.registrar, refused.id)).toHaveLength(2);
    const again = await changeGrant(townHall, first, '2019-06-24', { kind: 'withdrawn' });
    expectRefusal(again, 409, 'no-grant');
    // The applicant knows of it from the letter on.
    const applicant = await townHall.person('aanvrager-0', 'resident');
    expect(await decisionOf(applicant, first)).toMatchObject({ currentCents: 90_000, changes: [] });
    expect(await announceReady(townHall, first, '2019-06-25')).toMatchObject({ kind: 'grant-change' });
    expect(await decisionOf(applicant, first)).toMatchObject({
      currentCents: 0,
      changes: [{ kind: 'withdrawn', grantedCents: 0 }],
    });
  });

  it('leaves what somebody may claim who is not decided on yet', async () => {
    townHall.today('2019-05-20');
    const body = paperApplication({
      ...{ regulationCode: code, kernCode: 'ingen', receivedOn: '2019-05-20', requestedCents: 70_000 },
      costs: [{ description: 'Bank', amountCents: 70_000 }],
    });
    const paper = expectStatus(
      await townHall.preparer.post<ApplicationAnswer>('/v1/paper-applications', { body }),
      201,
    );
    const list = expectStatus(await waitingList('2019-06-26'), 201);
    expect(list.lines.map(({ proposedCents }) => proposedCents)).toEqual([130_000]);
    expectStatus(
      await townHall.preparer.post(`/v1/applications/${paper.id}/withdrawal`, {
        version: await versionOf(townHall, paper),
      }),
      200,
    );
    const stale = await scheme.decide(list, '2019-06-26');
    expectRefusal(stale, 409, 'list-stale');
    expect(stale.body['detail']).toContain(`${paper.number} is ingetrokken`);
  });

  it('goes to who waits, in the order that they had, when an official has registered it', async () => {
    const list = expectStatus(await waitingList('2019-06-27'), 201);
    expect(list).toMatchObject({
      subject: 'waiting-list',
      totals: [{ kernCode: 'ingen', availableCents: 90_000, proposedCents: 90_000 }],
      lines: [
        { applicationId: partly.id, kind: 'grant', earlierCents: 110_000, proposedCents: 140_000, place: 1 },
        { applicationId: refused.id, kind: 'grant', earlierCents: 0, proposedCents: 60_000, place: 2 },
      ],
    });
    expect(list.lines[0]!.explanation).toMatch(/^Plaats 1 op de wachtlijst\./);
    const path = `/v1/college-lists/${list.id}/recomputation`;
    expect((await townHall.preparer.get(path)).body).toMatchObject({ agrees: true });
    const less = {
      applicationId: partly.id,
      outcome: 'changed',
      kind: 'partial-grant',
      grantedCents: 110_000,
    };
    const taken = await scheme.decide(list, '2019-07-02', {
      lines: [{ ...less, reason: 'Het college geeft liever niets.' }],
    });
    expectRefusal(taken, 400, 'lines-do-not-match');
    expect(faultsOf(taken)).toEqual({ '/lines/0': 'not-in-favour' });
    const deferred = {
      applicationId: refused.id,
      outcome: 'deferred',
      reason: 'Eerst bellen of het nog speelt.',
    };
    const decided = expectStatus(await scheme.decide(list, '2019-07-02', { lines: [deferred] }), 200);
    expect(decided).toMatchObject({ status: 'resolved' });
    expect(await budget()).toBe(60_000);
    const next = expectStatus(await waitingList('2019-07-03'), 201);
    expect(next.lines).toMatchObject([{ applicationId: refused.id, proposedCents: 60_000 }]);
    expectStatus(await scheme.decide(next, '2019-07-09'), 200);
    expect(await budget()).toBe(0);
    expect((await announceReady(townHall, refused, '2019-07-10')).kind).toBe('grant');
    expect((await announceReady(townHall, partly, '2019-07-10')).kind).toBe('grant');
    expect(await decisionOf(townHall.registrar, refused)).toMatchObject({
      ...{ kind: 'refusal', grantedCents: 0, currentCents: 60_000 },
      changes: [{ kind: 'in-favour', grantedCents: 60_000, decidedOn: '2019-07-09' }],
    });
    const auditor = await townHall.person('aagje', 'auditor');
    expect((await auditor.get('/v1/ledger-check')).body).toMatchObject({ sound: true });
  });

  it('goes to nobody when the weeks of the regulation are over', async () => {
    expectStatus(
      await changeGrant(townHall, partly, '2019-09-03', { kind: 'lowered', newAmountCents: 100_000 }),
      201,
    );
    const late = await waitingList<Answer['body']>('2019-09-04');
    expectRefusal(late, 409, 'nothing-to-propose');
    expect(late.body['detail']).toBe('Er wacht niemand op geld dat vrijkomt.');
  });
});

describe('How many wait for money that comes free', () => {
  it('is told to everybody per kern, only where so many wait that nobody can be recognised', async () => {
    const counted = 'wachtlijst-geteld-2019';
    const busy = await openScheme(townHall, {
      ...{ code: counted, document, on: '2019-01-02' },
      money: ['asch', 'ingen'].map((kernCode) => ({ kernCode, euros: 500 })),
    });
    const plans: ApplicationAnswer[] = [];
    for (let day = 1; day <= 6; day += 1) plans.push(await busy.apply(`2019-03-0${day}`, 500));
    expectStatus(await busy.decide(await busy.list('2019-06-04'), '2019-06-11'), 200);
    const anybody = await townHall.service.as(null);
    const told = async (on: string) => {
      townHall.today(on);
      const { body } = await anybody.get<{ kernen: object[] }>(`/v1/regulations/${counted}/availability`);
      return body.kernen;
    };
    const none = { kernCode: 'asch', year: 2019, availableCents: 50_000, waiting: 0, onWaitingList: 0 };
    const ingen = { ...none, kernCode: 'ingen', availableCents: 0 };
    // Who does not know yet of getting nothing does not wait yet.
    expect(await told('2019-06-12')).toEqual([none, { ...ingen, onWaitingList: 0 }]);
    for (const plan of plans.slice(0, 5)) await announceReady(townHall, plan, '2019-06-13');
    expect(await told('2019-06-13')).toEqual([none, { ...ingen, onWaitingList: null }]);
    await announceReady(townHall, plans[5]!, '2019-06-13');
    expect(await told('2019-06-13')).toEqual([none, { ...ingen, onWaitingList: 5 }]);
    expect(await told('2019-09-03')).toEqual([none, { ...ingen, onWaitingList: 5 }]);
    expect(await told('2019-09-04')).toEqual([none, { ...ingen, onWaitingList: 0 }]);
  });
});
