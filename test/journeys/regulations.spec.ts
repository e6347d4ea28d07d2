import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefusal } from '../support/case-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface Draft {
  id: string;
  version: number;
  code: string;
  status: string;
  document: Record<string, unknown>;
  faults: { pointer: string; code: string; suggestion: string }[];
  rendering: { title: string; sentences: string[] }[];
}

describe('A regulation from draft to use', () => {
  let service: TestService;
  let writer: TestCaller;
  let publisher: TestCaller;
  let anybody: TestCaller;

  beforeAll(async () => {
    service = await startTestService();
    writer = await service.as('bas');
    publisher = await service.as('roos');
    anybody = await service.as(null);
  });
  afterAll(() => service.stop());

  const template = async (code: string): Promise<Record<string, unknown>> => {
    const { body } = await anybody.get<{ document: Record<string, unknown> }>(
      `/v1/regulation-templates/${code}?year=2019`,
    );
    return body.document;
  };
  const draft = async (code: string, document: unknown): Promise<Draft> => {
    const { status, body } = await writer.post<Draft>('/v1/regulation-drafts', { body: { code, document } });
    expect(status).toBe(201);
    return body;
  };
  const publish = (by: TestCaller, { id, version }: Draft, change: object = {}) =>
    by.post(`/v1/regulation-drafts/${id}/publication`, {
      version,
      body: { publishedOn: '2019-03-04', reference: 'gmb-2019-1', ...change },
    });

  it('the schema stands at a public address and the templates are sound', async () => {
    const { status, body } = await anybody.get('/v1/regulation-schema');
    expect(status).toBe(200);
    expect(body['properties']).toHaveProperty('ownShare');
    const templates = await anybody.get<{ items: { code: string; document: unknown }[] }>(
      '/v1/regulation-templates?year=2027',
    );
    expect(templates.body.items).toHaveLength(3);
    for (const { document } of templates.body.items) {
      const checked = await writer.post('/v1/regulation-validations', { body: { document } });
      expect(checked.body).toMatchObject({ sound: true, faults: [] });
    }
  });

  it('a draft tells everything that is wrong at once, and cannot be published', async () => {
    const document = await template('reimbursement');
    const wrong = {
      ...document,
      amounts: document['amount'],
      ownShare: { kind: 'percentages' },
      year: '2019',
    };
    delete (wrong as Record<string, unknown>)['amount'];
    const made = await draft('buurt-fout', wrong);
    expect(made.faults.map(({ pointer }) => pointer).sort()).toEqual([
      '/amount',
      '/amounts',
      '/ownShare/kind',
      '/year',
    ]);
    expect(made.faults.find(({ pointer }) => pointer === '/amounts')?.suggestion).toBe('Bedoelt u "amount"?');
    expectRefusal(await publish(publisher, made), 409, 'regulation-not-sound');
  });

  it('who wrote it does not publish it; published it can be used and never changes', async () => {
    const made = await draft('buurtactiviteiten-2019', await template('reimbursement'));
    expect(made.faults).toEqual([]);
    expectRefusal(await publish(writer, made), 409, 'regulation-four-eyes');
    const { status, body: version } = await publish(publisher, made);
    expect(status).toBe(201);
    expect(version).toMatchObject({ number: 1, inForceFrom: '2019-03-04', publishedOn: '2019-03-04' });
    const again = await writer.get<Draft>(`/v1/regulation-drafts/${made.id}`);
    expect(again.body.status).toBe('published');
    expectRefusal(
      await writer.put(`/v1/regulation-drafts/${made.id}`, {
        version: again.body.version,
        body: { code: made.code, document: {} },
      }),
      409,
      'regulation-published',
    );
    await expect(
      service.database.asOwner("UPDATE regulation_version SET publication_reference = 'x'"),
    ).rejects.toThrow(/never changes/);
    const check = await anybody.post('/v1/regulations/buurtactiviteiten-2019/checks', {
      body: {
        applicantKind: 'resident',
        requestedCents: 20_000,
        activityStartsOn: '2019-03-10',
        costs: [
          { description: 'Muziek', amountCents: 30_000, category: 'materials' },
          { description: 'Taart', amountCents: 5_000, category: 'food' },
        ],
      },
    });
    expect(check.body).toMatchObject({
      versionNumber: 1,
      amount: { grantableCents: 15_000 },
    });
    const { findings } = check.body as unknown as { findings: { criterionCode: string; outcome: string }[] };
    expect(findings.find(({ criterionCode }) => criterionCode === 'lead-time')?.outcome).toBe('not-met');
  });

  it('a successor takes over on its day; two versions never hold at once', async () => {
    const document = await template('small-per-kern');
    const first = await draft('klein-2019', document);
    expect((await publish(publisher, first)).status).toBe(201);
    const second = await draft('klein-2019', document);
    expectRefusal(await publish(publisher, second), 409, 'regulation-versions-overlap');
    expectRefusal(
      await publish(publisher, second, { publishedOn: '2019-03-05' }),
      400,
      'regulation-days-impossible',
    );
    const published = await publish(publisher, second, { inForceFrom: '2019-06-01' });
    expect(published.body).toMatchObject({ number: 2, inForceFrom: '2019-06-01' });
    const { body } = await anybody.get<{ items: unknown[] }>('/v1/regulations/klein-2019/versions');
    expect(body.items).toHaveLength(2);
  });

  it('last year can be copied: every day moves along and all of it must be confirmed', async () => {
    const { status, body } = await writer.post<Draft>('/v1/regulations/leefbaarheidsbudget-2019/copy', {
      body: { code: 'leefbaarheidsbudget-2020', year: 2020 },
    });
    expect(status).toBe(201);
    expect(body.faults).toEqual([]);
    expect(body.document).toMatchObject({
      title: 'Leefbaarheidsbudget 2020',
      year: 2020,
      window: { rounds: [{ opensOn: '2020-01-01', closesOn: '2020-05-31' }] },
      provenance: { amount: { kind: 'assumed' } },
    });
  });

  it('the ceilings of a year can be looked at before they are booked', async () => {
    const { body } = await anybody.post('/v1/regulations/leefbaarheidsbudget-2019/ceilings', {
      body: { year: 2019 },
    });
    expect(body).toMatchObject({ sumCents: 3_000_000, totalCents: 3_000_000 });
    expectRefusal(
      await anybody.post('/v1/regulations/leefbaarheidsbudget-2019/ceilings', { body: { year: 2020 } }),
      409,
      'regulation-other-year',
    );
  });

  it('a kern that does not exist is refused with its place', async () => {
    const document = {
      ...(await template('small-per-kern')),
      scope: { kind: 'kernen', kernCodes: ['nergens'] },
    };
    const { faults } = await draft('elders-2019', document);
    expect(faults).toMatchObject([{ pointer: '/scope/kernCodes/0', code: 'kern-unknown' }]);
  });
});
