import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assess, expectRefusal, prepareList, register, submit, withoutTrace } from '../support/case-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface Run {
  readonly id: string;
  readonly version: number;
  readonly steps: readonly { kernCode: string; movement: string; amountCents: number }[];
}

interface Line {
  readonly kernCode: string;
  readonly availableCents: number;
  readonly committedCents: number;
}

describe('A year of the ledger, through the API', () => {
  let service: TestService;
  let farid: TestCaller;
  let marijke: TestCaller;
  let aagje: TestCaller;

  beforeAll(async () => {
    service = await startTestService();
    farid = await service.as('farid');
    marijke = await service.as('marijke');
    aagje = await service.as('aagje');
    const fenna = await service.as('fenna');
    const application = await submit(fenna);
    await assess(await service.as('bram'), application);
    service.clock.set(new Date('2019-06-10T09:00:00Z'));
    const list = await prepareList(await service.as('kees'));
    service.clock.set(new Date('2019-06-11T09:00:00Z'));
    expect((await register(await service.as('roos'), list)).status).toBe(200);
  });
  afterAll(() => service.stop());

  const propose = async (body: object): Promise<Run> => {
    const answer = await farid.post<Run>('/v1/ledger-runs', { body });
    expect({ status: answer.status, problem: answer.status === 201 ? null : answer.body }).toEqual({
      status: 201,
      problem: null,
    });
    return answer.body;
  };

  const spending = async (query = ''): Promise<Line> => {
    const { body } = await farid.get<{ lines: Line[] }>(`/v1/reports/spending?year=2019${query}`);
    return body.lines.find(({ kernCode }) => kernCode === 'ingen')!;
  };

  it('moves no money between kernen, since the regulation lets what is left lapse', async () => {
    service.clock.set(new Date('2019-10-01T09:00:00Z'));
    const body = {
      ...{ kind: 'redistribution', rule: 'equal', regulationCode: 'leefbaarheidsbudget-2019' },
      ...{ countsOn: '2019-10-01', reason: 'herverdelen vanaf 1 oktober' },
    };
    const refused = await withoutTrace(service, () => farid.post('/v1/ledger-runs', { body }));
    expectRefusal(refused, 409, 'transfer-forbidden');
    expectRefusal(
      await aagje.post('/v1/ledger-runs', { body: { kind: 'lapse', countsOn: '2019-12-31' } }),
      403,
      'not-allowed',
    );
    expect(await spending()).toMatchObject({ availableCents: 115_000, committedCents: 85_000 });
  });

  it('shows what was known then, and what counts for a day', async () => {
    expect(await spending('&countingOn=2019-06-10')).toMatchObject({
      availableCents: 200_000,
      committedCents: 0,
    });
    expect(await spending('&countingOn=2019-06-11')).toMatchObject({ availableCents: 115_000 });
    expect(await spending('&knownAt=2019-09-30T12:00:00Z')).toMatchObject({ availableCents: 115_000 });
    const { body } = await farid.get<{ items: { id: string }[] }>('/v1/budgets?kernCode=ingen');
    const at = (query: string) => farid.get(`/v1/budgets/${body.items[0]!.id}?${query}`);
    expect((await at('version=1')).body).toMatchObject({ availableCents: 200_000, entryCount: 1 });
    expect((await at('version=2')).body).toMatchObject({ availableCents: 115_000, committedCents: 85_000 });
    expectRefusal(await at('version=99'), 404, 'version-unknown');
    const why = await farid.get<{ items: unknown[] }>(
      `/v1/budgets/${body.items[0]!.id}/entries?account=committed&version=2`,
    );
    expect(why.body.items).toMatchObject([
      { movement: 'commit', amountCents: 85_000, reference: 'B&W 2019-24' },
    ]);
  });

  it('keeps a report that is the same, byte for byte, after more was booked', async () => {
    const stored = await farid.post<{ id: string; sha256: string }>('/v1/reports', {
      body: { year: 2019, countingOn: '2019-12-31' },
    });
    const first = await farid.get(`/v1/reports/${stored.body.id}/document`);
    const lapse = await propose({
      ...{
        kind: 'lapse',
        regulationCode: 'leefbaarheidsbudget-2019',
        countsOn: '2019-12-31',
        reason: 'jaareinde',
      },
    });
    await marijke.post(`/v1/ledger-runs/${lapse.id}/confirmation`, { version: lapse.version });
    expect(await spending()).toMatchObject({ availableCents: 0 });
    const again = await aagje.get(`/v1/reports/${stored.body.id}/document`);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect(again.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  });

  it('closes the year with a list of what is still to be paid, after which nothing counts in it', async () => {
    const open = await farid.get<{ items: unknown[] }>('/v1/open-commitments?year=2019');
    expect(open.body.items).toMatchObject([{ kernCode: 'ingen', committedCents: 85_000, inPaymentCents: 0 }]);
    const close = await propose({
      kind: 'close-year',
      year: 2019,
      countsOn: '2020-01-15',
      reason: 'jaarrekening',
    });
    await marijke.post(`/v1/ledger-runs/${close.id}/confirmation`, { version: close.version });
    expect((await farid.get('/v1/ledger-years')).body).toMatchObject({
      items: [{ year: 2019, closed: true }],
    });
    const hold = {
      ...{
        kind: 'hold',
        regulationCode: 'leefbaarheidsbudget-2019',
        reference: 'bezwaar',
        reason: 'bezwaar',
      },
      lines: [{ kernCode: 'ingen', amountCents: 100 }],
    };
    const late = await farid.post('/v1/ledger-runs', { body: { ...hold, countsOn: '2019-12-31' } });
    expectRefusal(late, 409, 'counts-in-closed-year');
    const closed = await farid.post('/v1/ledger-runs', { body: { ...hold, countsOn: '2020-01-31' } });
    expectRefusal(closed, 409, 'budget-closed');
  });

  const entriesOf = async (movement: string): Promise<string[]> => {
    const { body } = await farid.get<{ items: { id: string }[] }>('/v1/budgets?kernCode=ingen');
    const path = `/v1/budgets/${body.items[0]!.id}/entries?movement=${movement}`;
    const { items } = (await farid.get<{ items: { id: string }[] }>(path)).body;
    return items.map(({ id }) => id);
  };

  it('lets a closed year only be put right, with a reason, counted in a year that is open', async () => {
    const correction = { kind: 'correction', entryIds: await entriesOf('lapse'), countsOn: '2020-01-31' };
    const silent = await farid.post('/v1/ledger-runs', { body: correction });
    expectRefusal(silent, 400, 'run-parts');
    const reason = 'te veel laten vrijvallen';
    const late = await farid.post('/v1/ledger-runs', {
      body: { ...correction, reason, countsOn: '2019-12-31' },
    });
    expectRefusal(late, 409, 'counts-in-closed-year');
    const confirmed = async (body: object) => {
      const { id, version } = await propose(body);
      const answer = await marijke.post(`/v1/ledger-runs/${id}/confirmation`, { version });
      expect(answer.status).toBe(200);
    };
    await confirmed({ ...correction, reason });
    expect(await spending()).toMatchObject({ availableCents: 115_000 });
    expect(await spending('&countingOn=2019-12-31')).toMatchObject({ availableCents: 0 });
    // What comes free can only lapse again.
    await confirmed({
      ...{ kind: 'lapse', regulationCode: 'leefbaarheidsbudget-2019', countsOn: '2020-01-31' },
      reason: 'jaareinde',
    });
    expect(await spending()).toMatchObject({ availableCents: 0 });
  });

  it('opens a closed year again only when a second person agrees', async () => {
    const reopen = { kind: 'reopen-year', year: 2019, countsOn: '2020-02-01', reason: 'vergeten factuur' };
    const run = await propose(reopen);
    const path = `/v1/ledger-runs/${run.id}/confirmation`;
    expectRefusal(await farid.post(path, { version: run.version }), 403, 'same-person');
    expect((await marijke.post(path, { version: run.version })).status).toBe(200);
    expect((await farid.get('/v1/ledger-years')).body).toMatchObject({
      items: [{ year: 2019, closed: false }],
    });
    const again = await farid.post('/v1/ledger-runs', { body: reopen });
    expectRefusal(again, 409, 'year-open');
  });

  it('gives lists as CSV to who asks for it', async () => {
    const csv = { headers: { accept: 'text/csv' } };
    const spent = await farid.get('/v1/reports/spending?year=2019', csv);
    expect(spent.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(spent.bytes.toString('utf8').trimEnd().split('\r\n')).toHaveLength(16);
    const { body } = await farid.get<{ items: { id: string }[] }>('/v1/budgets?kernCode=ingen');
    const entries = await farid.get(`/v1/budgets/${body.items[0]!.id}/entries?limit=2`, csv);
    expect(entries.bytes.toString('utf8')).toContain('1,2019-01-01,');
    expect(entries.headers.get('link')).toContain('rel="next"');
    const [heading, first] = entries.bytes.toString('utf8').split('\r\n');
    expect(heading).toContain('nummer,telt op,geboekt op,beweging,debet,credit,bedrag in centen');
    expect(first).toContain(',toekennen,beschikbaar,herkomst,200000,');
    expect(spent.bytes.toString('utf8')).toContain(
      'toegekend in centen,beschikbaar in centen,gereserveerd in centen,',
    );
    const budgets = await (await service.as(null)).get('/v1/budgets?limit=100', csv);
    expect(budgets.bytes.toString('utf8')).toContain('ingen,Ingen,2019,');
  });

  it('is checked by the auditor, publishes its heads, and is exported as a journal', async () => {
    const check = await aagje.get('/v1/ledger-check');
    expect(check.body).toMatchObject({ sound: true, fault: null, budgetCount: 15, headCount: 1 });
    const heads = await (await service.as(null)).get<{ items: { hash: string }[] }>('/v1/ledger-heads');
    expect(heads.body.items).toMatchObject([
      { sealedDate: '2019-03-04', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const journal = await aagje.get('/v1/ledger-journal?year=2019');
    expect(journal.bytes.toString('utf8')).toContain(
      '2019:leefbaarheidsbudget-2019:ingen:toegezegd  EUR 850.00',
    );
    await service.database.asOwner('UPDATE decision SET granted_cents = 84999');
    expect((await aagje.get('/v1/ledger-check')).body).toMatchObject({
      sound: false,
      fault: { rule: 'decision-commitment' },
    });
  });
});
