import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefusal } from '../support/case-steps.ts';
import { exampleRegulation } from '../support/example-regulation.ts';
import {
  bookRun,
  confirmRun,
  councilResolution,
  type Finance,
  proposeRun,
} from '../support/finance-steps.ts';
import { publishDocument, publishRegulation } from '../support/regulation-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

const published = { publishedOn: '2018-12-18', publicationReference: 'gmb-2018-9' };
const ceilingOf = (ceiling: object) => ({ ceiling: { ...ceiling, ...published } });

interface Limit {
  readonly kind: string;
  readonly code: string;
  readonly limitCents: number;
}

describe('The ceilings of a year', () => {
  let service: TestService;
  let finance: Finance;
  let anybody: TestCaller;
  let resolutionId: string;

  beforeAll(async () => {
    service = await startTestService();
    finance = { proposer: await service.as('farid'), confirmer: await service.as('marijke') };
    anybody = await service.as(null);
    resolutionId = await councilResolution(finance);
  });
  afterAll(() => service.stop());

  const run = (regulationCode: string, change: object = {}) => ({
    ...{ kind: 'ceilings', regulationCode, year: 2019, countsOn: '2019-01-02', resolutionId },
    ...change,
  });
  const preview = (code: string, year = 2019) =>
    anybody.post<{ sumCents: number; ceilings: { code: string; amountCents: number }[] }>(
      `/v1/regulations/${code}/ceilings`,
      { body: { year } },
    );

  it('by inhabitants wait for the numbers, which are recorded with their source', async () => {
    await publishRegulation(service, 'per-inwoner-2019', {
      scope: { kind: 'kernen', kernCodes: ['ingen', 'zoelen'] },
      ...ceilingOf({
        kind: 'per-inhabitant',
        baseCents: 100_000,
        rateCents: 168,
        referenceDate: '2019-01-01',
        period: { lastYear: 2020, amountsAre: 'per-year' },
      }),
    });
    const missing = await preview('per-inwoner-2019');
    expectRefusal(missing, 409, 'inhabitants-missing');
    expect(missing.body).toMatchObject({ detail: expect.stringContaining('ingen, zoelen') });
    expectRefusal(
      await finance.proposer.post('/v1/ledger-runs', { body: run('per-inwoner-2019') }),
      409,
      'inhabitants-missing',
    );
    for (const [kern, inhabitants] of [
      ['ingen', 9_999],
      ['zoelen', 1_500],
      ['ingen', 2_000],
    ] as const) {
      const recorded = await finance.proposer.post(`/v1/kernen/${kern}/inhabitants`, {
        body: { referenceDate: '2019-01-01', inhabitants, source: 'CBS kerncijfers 2019' },
      });
      expect(recorded.status).toBe(201);
    }
    const known = await anybody.get<{ items: { inhabitants: number }[] }>('/v1/kernen/ingen/inhabitants');
    expect(known.body.items.map(({ inhabitants }) => inhabitants)).toEqual([9_999, 2_000]);
    expect((await preview('per-inwoner-2019')).body).toMatchObject({
      sumCents: 100_000 + 168 * 2_000 + 100_000 + 168 * 1_500,
    });
    for (const year of [2019, 2020]) {
      const { steps } = await bookRun(finance, run('per-inwoner-2019', { year, countsOn: `${year}-01-02` }));
      expect(steps).toMatchObject([
        { kernCode: 'ingen', year, amountCents: 436_000 },
        { kernCode: 'zoelen', year, amountCents: 352_000 },
      ]);
    }
  });

  it('with one amount for all kernen and a part for a kind of activity are one budget with a limit', async () => {
    await publishRegulation(service, 'samen-2019', {
      ...ceilingOf({
        kind: 'total-only',
        amountCents: 1_000_000,
        shares: [{ code: 'youth', label: 'plannen van jongeren', percentage: 25 }],
      }),
      distribution: {
        ...{ kind: 'order-of-completeness', tie: 'lot', within: 'scheme' },
        ...{ atCeiling: 'remainder', moment: 'after-window-closes' },
      },
    });
    const proposal = await proposeRun(finance, run('samen-2019'));
    expect(proposal).toMatchObject({
      steps: [{ kernCode: null, amountCents: 1_000_000 }],
      limits: [{ kind: 'category', code: 'youth', limitCents: 250_000 }],
    });
    // Four eyes: who proposed does not confirm.
    const own = await confirmRun({ ...finance, confirmer: finance.proposer }, proposal);
    expectRefusal(own as never, 403, 'same-person');
    expect((await confirmRun(finance, proposal)).status).toBe(200);
    // What was booked already is not booked again.
    expectRefusal(
      await finance.proposer.post('/v1/ledger-runs', { body: run('samen-2019') }),
      409,
      'run-empty',
    );
  });

  it('per theme are limits in one budget; per body they need to know how many there are', async () => {
    const named = (code: string, amountCents: number) => ({ code, label: code, amountCents });
    await publishRegulation(service, 'themas-2019', {
      ...ceilingOf({ kind: 'per-theme', themes: [named('green', 300_000), named('meeting', 700_000)] }),
      distribution: {
        ...{ kind: 'order-of-completeness', tie: 'lot', within: 'theme' },
        ...{ atCeiling: 'remainder', moment: 'after-window-closes' },
      },
    });
    const themes = (await bookRun(finance, run('themas-2019'))) as unknown as { limits: Limit[] };
    expect(themes.limits).toEqual([
      { kind: 'theme', code: 'green', limitCents: 300_000 },
      { kind: 'theme', code: 'meeting', limitCents: 700_000 },
    ]);
    await publishRegulation(service, 'raden-2019', {
      ...ceilingOf({
        kind: 'per-body-kind',
        bodies: [named('village', 850_000), named('district', 500_000)],
      }),
      distribution: {
        ...{ kind: 'entitlement', within: 'body-kind', atCeiling: 'remainder' },
        moment: 'after-window-closes',
      },
    });
    expectRefusal(
      await finance.proposer.post('/v1/ledger-runs', { body: run('raden-2019') }),
      409,
      'body-counts-missing',
    );
    const bodies = [
      { code: 'village', count: 12 },
      { code: 'district', count: 3 },
    ];
    expect(await bookRun(finance, run('raden-2019', { bodies }))).toMatchObject({
      steps: [{ kernCode: null, amountCents: 12 * 850_000 + 3 * 500_000 }],
    });
  });

  it('that a successor raises are brought up; one that it lowers is not taken back', async () => {
    const fixed = (amountCents: number, totalCents: number) => ({
      scope: { kind: 'kernen', kernCodes: ['ingen', 'zoelen'] },
      ceiling: { kind: 'fixed-per-kern', amountCents, totalCents, ...published },
    });
    await publishRegulation(service, 'klein-2019', fixed(200_000, 300_000));
    const first = await bookRun(finance, run('klein-2019'));
    expect(first).toMatchObject({ limits: [{ kind: 'scheme', limitCents: 300_000 }] });
    const next = async (amountCents: number, inForceFrom: string) => {
      await publishDocument(
        service,
        'klein-2019',
        { ...exampleRegulation, ...fixed(amountCents, 900_000) },
        { publishedOn: '2019-03-01', inForceFrom },
      );
    };
    await next(250_000, '2019-04-01');
    const raised = await bookRun(finance, run('klein-2019'));
    expect(raised.steps.map(({ amountCents }) => amountCents)).toEqual([50_000, 50_000]);
    await next(150_000, '2019-05-01');
    expectRefusal(
      await finance.proposer.post('/v1/ledger-runs', { body: run('klein-2019') }),
      409,
      'ceiling-lowered',
    );
  });
});
