import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buren2019 } from '../../src/seeds/buren-2019.ts';
import { type ApplicationAnswer, expectRefusal } from '../support/case-steps.ts';
import { bookRun } from '../support/finance-steps.ts';
import { announceReady, decisionOf, versionOf } from '../support/grant-steps.ts';
import { expectStatus, openScheme, type ProposedList, type Scheme } from '../support/scheme-steps.ts';
import type { TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

describe('Money that comes free under a mandate, by fixing lower and by levelling', () => {
  const other = 'wachtlijst-mandaat-2019';
  let townHall: TownHall;
  let scheme: Scheme;
  const rules = {
    ...buren2019,
    amount: { ...buren2019.amount, kind: 'actual-costs' },
    settlement: { fixed: 'on-account', accountWeeks: 13, evidence: ['een rekening'] },
    decider: { kind: 'mandate', mandatedTo: 'teamleider' },
    distribution: { ...buren2019.distribution, waitingListUntilWeeks: 20 },
    remainder: {
      ...{ kind: 'redistribute', from: '2019-10-01', by: 'equal-split' },
      condition: 'er kernen zijn die tekortkomen',
    },
  } as unknown as typeof buren2019;
  let leader: TestCaller;
  let done: ApplicationAnswer;
  let short: ApplicationAnswer;

  beforeAll(async () => {
    townHall = await openTownHall();
    const money = [
      { kernCode: 'ingen', euros: 1_000 },
      { kernCode: 'zoelen', euros: 900 },
    ];
    scheme = await openScheme(townHall, { code: other, document: rules, on: '2019-01-02', money });
    leader = await townHall.person('teamleider', 'registrar');
    const administrator = await townHall.person('beheerder', 'administrator');
    for (const action of ['grant', 'change-grant']) {
      const body = {
        ...{ holderSubject: 'teamleider', holderName: 'Tess Verzonnen', action, upToCents: 50_000 },
        ...{ validFromDate: '2019-01-01', validUntilDate: '2019-12-31', reference: 'B&W 2018-90' },
      };
      expectStatus(await administrator.post('/v1/mandates', { body }), 201);
    }
    done = await scheme.apply('2019-03-04', 700);
    short = await scheme.apply('2019-03-11', 600);
    expectStatus(await scheme.decide(await scheme.list('2019-06-04'), '2019-06-11'), 200);
    for (const application of [done, short]) await announceReady(townHall, application, '2019-06-13');
  });

  afterAll(() => townHall.close());

  const decide = async (application: ApplicationAnswer) =>
    leader.post(`/v1/applications/${application.id}/decision`, {
      version: await versionOf(townHall, application),
      body: {},
    });

  it('can be given by an official, per decision, within the mandate and no further', async () => {
    expectRefusal(await decide(short), 409, 'not-ready-to-decide');
    const fixed = { kind: 'fixed', newAmountCents: 55_000, reason: 'De kosten waren lager dan begroot.' };
    townHall.today('2019-07-01');
    const under = async (body: object) =>
      leader.post(`/v1/applications/${done.id}/grant-changes`, {
        version: await versionOf(townHall, done),
        body: { requestedOn: '2019-07-01', ...body },
      });
    expectRefusal(await under(fixed), 403, 'mandate-too-small');
    expectStatus(await under({ ...fixed, newAmountCents: 50_000 }), 201);
    expect(await announceReady(townHall, done, '2019-07-02')).toMatchObject({ kind: 'final-fixing' });
    expectRefusal(await under({ ...fixed, newAmountCents: 40_000 }), 409, 'grant-already-fixed');
    const taken = expectStatus(await decide(short), 201);
    expect(taken).toMatchObject({
      kind: 'partial-grant',
      grantedCents: 50_000,
      mandateReference: 'B&W 2018-90',
    });
    expect(await announceReady(townHall, short, '2019-07-03')).toMatchObject({ kind: 'partial-grant' });
  });

  it('follows from levelling between kernen as well, and is left to the college above the mandate', async () => {
    const redistribution = {
      ...{ kind: 'redistribution', regulationCode: other, countsOn: '2019-10-01' },
      reason: 'Ingen kwam tekort',
    };
    townHall.today('2019-10-02');
    await bookRun(scheme.finance, redistribution);
    expectRefusal(await decide(short), 403, 'mandate-too-small');
    const preparer = await townHall.person('voorbereider', 'assessor');
    const body = { regulationCode: other, subject: 'waiting-list' };
    const list = expectStatus(await preparer.post<ProposedList>('/v1/college-lists', { body }), 201);
    expect(list.lines).toMatchObject([{ kind: 'grant', earlierCents: 50_000, proposedCents: 60_000 }]);
    expectStatus(await scheme.decide(list, '2019-10-08'), 200);
    expect(await announceReady(townHall, short, '2019-10-09')).toMatchObject({ kind: 'grant' });
    expect(await decisionOf(townHall.registrar, short)).toMatchObject({
      currentCents: 60_000,
      changes: [{}, {}],
    });
    const auditor = await townHall.person('aagje', 'auditor');
    expect((await auditor.get('/v1/ledger-check')).body).toMatchObject({ sound: true });
  });
});
