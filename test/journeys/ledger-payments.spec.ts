import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assess,
  expectRefusal,
  faultsOf,
  prepareList,
  register,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import { bookRun, confirmRun, type Finance, proposeRun } from '../support/finance-steps.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

const countsOn = '2019-07-01';
const reference = 'betaalrun 2019-27';

describe('The money of a grant, booked by finance', () => {
  let issuer: OwnIssuer;
  let service: TestService;
  let finance: Finance;
  let registrar: TestCaller;
  let auditor: TestCaller;
  let grantId: string;

  const person = async (sub: string, ...roles: string[]) =>
    service.withToken(await issuer.sign({ sub, name: `Wie ${sub} heet`, roles }));

  beforeAll(async () => {
    issuer = await startOwnIssuer();
    const environment = { ...issuer.environment, DUTIES_APART: 'decide+release-payment' };
    service = await startTestService('2019-03-04T09:00:00Z', environment);
    finance = { proposer: await person('farid', 'finance'), confirmer: await person('marijke', 'finance') };
    // In a small municipality the one who registers decisions may be of finance as well.
    registrar = await person('roos', 'registrar', 'finance');
    auditor = await person('aagje', 'auditor');
    const application = await submit(await person('fenna', 'resident'));
    const assessor = await person('bram', 'assessor');
    await assess(assessor, application);
    service.clock.set(new Date('2019-06-10T09:00:00Z'));
    const list = await prepareList(assessor);
    service.clock.set(new Date('2019-06-11T09:00:00Z'));
    expect((await register(registrar, list)).status).toBe(200);
    service.clock.set(new Date('2019-07-01T09:00:00Z'));
    const { body } = await auditor.get<{ items: { grantId: string }[] }>('/v1/open-commitments');
    grantId = body.items[0]!.grantId;
  });
  afterAll(async () => {
    await service.stop();
    await issuer.close();
  });

  const run = (kind: string, amountCents: number, more: object = {}) => ({
    ...{ kind, countsOn, reference, grants: [{ grantId, amountCents }] },
    ...more,
  });
  const reason = 'De straat hield geld over.';
  const attempt = (body: object) =>
    withoutTrace(service, () => finance.proposer.post('/v1/ledger-runs', { body }));
  const ingen = async () => {
    const { body } = await auditor.get<{ items: object[] }>('/v1/budgets?kernCode=ingen');
    return body.items[0];
  };

  it('is not paid beyond what was granted, nor for a grant that is none', async () => {
    expectRefusal(await attempt(run('order-payment', 85_001)), 409, 'more-than-committed');
    expectRefusal(await attempt(run('pay', 1)), 409, 'more-than-in-payment');
    expectRefusal(await attempt(run('claim-back', 1, { reason })), 409, 'more-than-paid');
    const none = [{ grantId: '0190a000-0000-7000-8000-000000000001', amountCents: 1 }];
    expectRefusal(await attempt({ ...run('pay', 1), grants: none }), 404, 'grant-not-found');
    const twice = [
      { grantId, amountCents: 85_000 },
      { grantId, amountCents: 1 },
    ];
    expectRefusal(await attempt({ ...run('order-payment', 1), grants: twice }), 409, 'more-than-committed');
  });

  it('is given up or claimed back with a reason only', async () => {
    for (const kind of ['release', 'claim-back', 'write-off']) {
      const answer = await attempt(run(kind, 1));
      expectRefusal(answer, 400, 'run-parts');
      expect(Object.keys(faultsOf(answer))).toEqual(['/reason']);
    }
  });

  it('is paid when a second person agrees, who is not the one who decided on the grant', async () => {
    const order = await proposeRun(finance, run('order-payment', 85_000));
    expect(order.steps).toMatchObject([{ kernCode: 'ingen', movement: 'order-payment', grantId }]);
    const [own, decider] = [
      { ...finance, confirmer: finance.proposer },
      { ...finance, confirmer: registrar },
    ];
    for (const people of [own, decider]) {
      const { status, body } = await withoutTrace(service, () => confirmRun(people, order));
      expect([status, body]).toMatchObject([403, { code: 'same-person' }]);
    }
    expect((await confirmRun(finance, order)).status).toBe(200);
    // What the bank did is no new decision: anybody but the proposer confirms it.
    await bookRun({ ...finance, confirmer: registrar }, run('pay', 80_000));
    await bookRun(finance, run('payment-rejected', 5_000));
    expect(await ingen()).toMatchObject({ committedCents: 5_000, paidCents: 80_000 });
  });

  it('comes back, is received or given up, and what is not needed is free again', async () => {
    await bookRun(finance, run('payment-returned', 2_000));
    await bookRun(finance, run('claim-back', 10_000, { reason }));
    await bookRun(finance, run('receive', 6_000));
    await bookRun(finance, run('write-off', 4_000, { reason: 'Oninbaar.' }));
    await bookRun(finance, run('release', 7_000, { reason }));
    // 115,000 was left; 6,000 came back and 7,000 was released.
    expect(await ingen()).toMatchObject({
      ...{ availableCents: 128_000, committedCents: 0, paidCents: 68_000, receivableCents: 0 },
    });
    const { body } = await auditor.get('/v1/ledger-check');
    expect(body).toMatchObject({ sound: true, fault: null });
  });

  it('is found again, in the words of a clerk, in what finance takes along', async () => {
    const csv = { headers: { accept: 'text/csv' } };
    const whole = (await auditor.get('/v1/ledger-entries?year=2019', csv)).bytes.toString('utf8');
    expect(whole.split('\r\n')[0]).toContain(
      'jaar,code regeling,code kern,nummer,telt op,geboekt op,beweging',
    );
    expect(whole).toContain(',betalen,betaald,in betaling,80000,betaalrun 2019-27,');
    const rows = whole.trimEnd().split('\r\n');
    const { body } = await auditor.get<{ entryCount: number }>('/v1/ledger-check');
    expect(rows).toHaveLength(body.entryCount + 1);
    const runs = (await auditor.get('/v1/ledger-runs?kind=claim-back', csv)).bytes.toString('utf8');
    expect(runs).toContain(`terugvorderen,bevestigd,${countsOn},10000,${reference},`);
    for (const path of ['/v1/ledger-resolutions', '/v1/ledger-limits']) {
      const answer = await auditor.get(path, csv);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        200,
        'text/csv; charset=utf-8',
      ]);
    }
  });

  it('lapses when it comes free after the year was closed', async () => {
    service.clock.set(new Date('2020-02-03T09:00:00Z'));
    const regulationCode = 'leefbaarheidsbudget-2019';
    // What was paid and given up is not changed any more by closing the year.
    await bookRun(finance, { kind: 'lapse', countsOn: '2019-12-31', regulationCode, reason: 'jaareinde' });
    await bookRun(finance, {
      kind: 'close-year',
      countsOn: '2020-02-03',
      year: 2019,
      reason: 'jaarrekening',
    });
    await bookRun(finance, { ...run('claim-back', 8_000, { reason }), countsOn: '2020-02-03' });
    const received = await bookRun(finance, { ...run('receive', 8_000, { reason }), countsOn: '2020-02-03' });
    expect(received.steps).toMatchObject([{ movement: 'receive-lapsed' }]);
    expect(await ingen()).toMatchObject({ availableCents: 0, lapsedCents: 136_000, paidCents: 60_000 });
    expectRefusal(await attempt({ ...run('claim-back', 1, { reason }) }), 409, 'counts-in-closed-year');
  });
});
