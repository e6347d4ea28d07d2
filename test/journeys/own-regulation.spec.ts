import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assess, lettersOf, type ListAnswer, register } from '../support/case-steps.ts';
import { bookRun, councilResolution } from '../support/finance-steps.ts';
import { completeApplication, startTestService, type TestService } from '../support/test-service.ts';

interface Made {
  id: string;
  version: number;
}

/** A regulation that no municipality has: an amount per household, hours as own share, two kernen, a lead time. */
const ownParts = {
  title: 'Stoepentegels eruit 2019',
  scope: { kind: 'kernen', kernCodes: ['ingen', 'zoelen'], spanning: { kind: 'not-allowed' } },
  applicants: {
    kinds: ['resident', 'collective'],
    coApplicants: { minimum: 3, living: 'street' },
  },
  support: { kind: 'signatures', minimum: 8, from: 'street', noWeightyObjections: true },
  window: {
    kind: 'rolling',
    opensOn: '2019-01-01',
    closesOn: '2019-11-30',
    leadTime: { count: 10, unit: 'days' },
    activity: { endsBy: '2019-12-31' },
  },
  costs: {
    categories: [{ kind: 'excluded', code: 'food', label: 'eten en drinken' }],
    uncategorised: 'eligible',
    vat: 'included',
  },
  amount: {
    kind: 'actual-costs',
    calculation: { kind: 'per-unit', unit: 'huishoudens', amountCents: 4_000, maximumUnits: 20 },
    minimumCents: 10_000,
    maximumCents: 70_000,
    otherFunders: 'deducted',
    rounding: { to: 'ten-euros', direction: 'down' },
  },
  ownShare: {
    kind: 'percentage',
    percentage: 25,
    hours: { rateCents: 1_250 },
    inKind: true,
    whenShort: 'refuse',
  },
  ceiling: {
    kind: 'total-divided',
    amountCents: 500_000,
    key: 'equal',
    publishedOn: '2018-12-20',
    publicationReference: 'gmb-2018-9',
  },
  distribution: {
    kind: 'order-of-completeness',
    tie: 'lot',
    within: 'kern',
    atCeiling: 'stop',
    moment: 'as-they-come',
  },
  terms: {
    decisionWeeks: 6,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 3,
  },
  frequency: { kind: 'limited', rules: [{ per: 'address', times: 1, years: 2 }], again: { kind: 'not' } },
};

describe('A regulation that somebody made up', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService('2019-03-04T09:00:00Z');
  });
  afterAll(() => service.stop());

  it('is published and used through the API alone', async () => {
    const writer = await service.as('bas');
    const anybody = await service.as(null);
    const template = await anybody.get<{ document: object }>(
      '/v1/regulation-templates/reimbursement?year=2019',
    );
    const document = { ...template.body.document, ...ownParts };
    const draft = await writer.post<Made>('/v1/regulation-drafts', {
      body: { code: 'stoepentegels-2019', document },
    });
    expect(draft.body).toMatchObject({ faults: [] });
    const roos = await service.as('roos');
    const published = await roos.post(`/v1/regulation-drafts/${draft.body.id}/publication`, {
      version: draft.body.version,
      body: { publishedOn: '2019-03-01', reference: 'gmb-2019-14', inForceFrom: '2019-03-01' },
    });
    expect(published.status).toBe(201);

    const ceilings = await anybody.post('/v1/regulations/stoepentegels-2019/ceilings', {
      body: { year: 2019 },
    });
    expect(ceilings.body).toMatchObject({ sumCents: 500_000 });
    const finance = { proposer: await service.as('farid'), confirmer: await service.as('marijke') };
    const booked = await bookRun(finance, {
      ...{ kind: 'ceilings', regulationCode: 'stoepentegels-2019', year: 2019, countsOn: '2019-03-04' },
      resolutionId: await councilResolution(finance),
    });
    expect(booked.steps).toMatchObject([
      { kernCode: 'ingen', movement: 'allocate', amountCents: 250_000 },
      { kernCode: 'zoelen', movement: 'allocate', amountCents: 250_000 },
    ]);

    const fenna = await service.as('fenna');
    const plan = {
      regulationCode: 'stoepentegels-2019',
      requestedCents: 65_500,
      costs: [
        { description: 'Planten', amountCents: 90_000 },
        { description: 'Taart', amountCents: 4_000, category: 'food' },
      ],
      particulars: {
        units: 16,
        coApplicants: 4,
        supporters: 9,
        own: { moneyCents: 0, hours: 40, inKindCents: 0 },
        otherFundingCents: 0,
      },
    };
    const elsewhere = await fenna.post('/v1/applications', {
      body: completeApplication({ ...plan, kernCode: 'maurik' }),
    });
    expect(elsewhere.body).toMatchObject({ status: 400, code: 'kern-unknown' });
    const submitted = await fenna.post<Made>('/v1/applications', { body: completeApplication(plan) });
    expect(submitted.body).toMatchObject({ status: 'complete', particulars: { units: 16 } });

    const bram = await service.as('bram');
    const path = `/v1/applications/${submitted.body.id}/findings`;
    const { body } = await bram.get<{
      version: number;
      findings: { criterionCode: string; outcome: string }[];
    }>(path);
    const outcomes = Object.fromEntries(
      body.findings.map(({ criterionCode, outcome }) => [criterionCode, outcome]),
    );
    expect(outcomes).toMatchObject({
      'in-time': 'met',
      'lead-time': 'met',
      'co-applicants': 'met',
      'support-shown': 'met',
      'own-share': 'met',
      'no-weighty-objections': 'needs-judgement',
    });
    const open = body.findings.filter(({ outcome }) => outcome === 'needs-judgement');
    const codes = open.map(({ criterionCode }) => criterionCode);
    const version = await assess(bram, { id: submitted.body.id, version: body.version }, 'met', codes);
    const computed = await bram.put(`${path}/co-applicants`, {
      version,
      body: { outcome: 'not-met', reason: 'Toch niet.' },
    });
    expect(computed.body).toMatchObject({ code: 'criterion-computed' });

    // Sixteen households of 40 euros; decided by the college and sent, once nobody can be as early any more.
    service.clock.set(new Date('2019-03-05T09:00:00Z'));
    const list = await bram.post<ListAnswer>('/v1/college-lists', {
      body: { regulationCode: 'stoepentegels-2019' },
    });
    expect(list.body).toMatchObject({ lines: [{ kind: 'grant', proposedCents: 64_000 }], notReady: [] });
    service.clock.set(new Date('2019-03-12T09:00:00Z'));
    const resolved = await register(roos, list.body, {
      number: 'B&W 2019-10',
      resolutionDate: '2019-03-12',
    });
    expect(resolved.status).toBe(200);
    const letter = (await lettersOf(roos, submitted.body.id)).find(({ kind }) => kind === 'grant')!;
    const sent = await roos.post(`/v1/letters/${letter.id}/announcement`, {
      version: 1,
      body: { sentOn: '2019-03-12', channel: 'electronic' },
    });
    expect(sent.body).toMatchObject({ sentOn: '2019-03-12' });
    const overview = await fenna.get(`/v1/applications/${submitted.body.id}/overview`);
    expect(overview.body).toMatchObject({
      availableInKernCents: 186_000,
      decision: { kind: 'grant', grantedCents: 64_000 },
    });
  });
});
