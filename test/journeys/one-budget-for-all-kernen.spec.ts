import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  type ListAnswer,
  register,
  submit,
} from '../support/case-steps.ts';
import { bookRun, councilResolution, type Finance } from '../support/finance-steps.ts';
import { publishRegulation } from '../support/regulation-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

const regulationCode = 'dorpsinitiatieven-2019';

interface Budget {
  readonly kernCode: string | null;
  readonly kernName: string;
  readonly availableCents: number;
  readonly committedCents: number;
}

describe('A regulation with one amount for the whole municipality', () => {
  let service: TestService;
  let finance: Finance;
  let bram: TestCaller;

  beforeAll(async () => {
    service = await startTestService();
    finance = { proposer: await service.as('farid'), confirmer: await service.as('marijke') };
    bram = await service.as('bram');
    await publishRegulation(service, regulationCode, {
      title: 'Dorpsinitiatieven 2019',
      ceiling: {
        ...{ kind: 'total-only', amountCents: 150_000 },
        ...{ publishedOn: '2018-12-18', publicationReference: 'gmb-2018-9' },
      },
      distribution: {
        ...{ kind: 'order-of-completeness', tie: 'lot', within: 'scheme' },
        ...{ atCeiling: 'remainder', moment: 'as-they-come' },
      },
    });
  });
  afterAll(() => service.stop());

  const allocation = (lines: readonly object[]) => ({
    ...{ kind: 'allocation', regulationCode, countsOn: '2019-01-01', lines },
  });

  async function plan(kernCode: string, requestedCents: number, on: string): Promise<ApplicationAnswer> {
    service.clock.set(new Date(`${on}T09:00:00Z`));
    const costs = [{ description: 'Materiaal', amountCents: requestedCents }];
    const change = { regulationCode, kernCode, requestedCents, costs };
    const application = await submit(await service.as('fenna'), change);
    await assess(bram, application, 'met', ['meeting', 'not-a-party']);
    return application;
  }

  const budgets = async (): Promise<Budget[]> => {
    const { body } = await finance.proposer.get<{ items: (Budget & { year: number })[] }>(
      '/v1/budgets?limit=100',
    );
    return body.items.filter(({ kernCode }) => kernCode === null);
  };

  it('gets its money in one budget, and no kern gets one of its own beside it', async () => {
    const resolutionId = await councilResolution(finance);
    await bookRun(finance, { ...allocation([{ amountCents: 150_000 }]), resolutionId });
    expect(await budgets()).toMatchObject([
      { kernCode: null, kernName: 'Alle kernen samen', availableCents: 150_000, committedCents: 0 },
    ]);
    const mixed = { ...allocation([{ kernCode: 'ingen', amountCents: 1 }]), resolutionId };
    expectRefusal(await finance.proposer.post('/v1/ledger-runs', { body: mixed }), 409, 'budgets-mixed');
  });

  it('gives who came first what was asked, wherever they live, and the last what is left', async () => {
    const first = await plan('zoelen', 85_000, '2019-03-04');
    const second = await plan('ingen', 85_000, '2019-03-05');
    const third = await plan('asch', 85_000, '2019-03-06');
    service.clock.set(new Date('2019-03-07T09:00:00Z'));
    expectRefusal(
      await bram.post('/v1/college-lists', { body: { regulationCode, kernCodes: ['ingen'] } }),
      409,
      'one-list-for-all-kernen',
    );
    const { status, body: list } = await bram.post<ListAnswer>('/v1/college-lists', {
      body: { regulationCode },
    });
    expect({ status, problem: status === 201 ? null : list }).toEqual({ status: 201, problem: null });
    const proposed = new Map(list.lines.map((line) => [line.applicationId, [line.kind, line.proposedCents]]));
    expect(proposed).toEqual(
      new Map([
        [first.id, ['grant', 85_000]],
        [second.id, ['partial-grant', 65_000]],
        [third.id, ['refusal', 0]],
      ]),
    );
    service.clock.set(new Date('2019-06-11T09:00:00Z'));
    const roos = await service.as('roos');
    const more = {
      ...{ applicationId: third.id, outcome: 'changed', kind: 'partial-grant', grantedCents: 100 },
      reason: 'Toch iets.',
    };
    const refused = await register(roos, list, { lines: [more] });
    expectRefusal(refused, 409, 'ceiling-reached');
    expect(refused.body['detail']).toMatch(
      /voor de hele regeling €\s1\.501,00 vast, maar er is nog €\s1\.500,00/,
    );
    expect((await register(roos, list)).status).toBe(200);
    expect(await budgets()).toMatchObject([{ availableCents: 0, committedCents: 150_000 }]);
  });

  it('is found in reports, checks and the journal under a name of its own', async () => {
    const spent = await finance.proposer.get<{ lines: object[] }>('/v1/reports/spending?year=2019');
    expect(spent.body.lines).toContainEqual(
      expect.objectContaining({ regulationCode, kernCode: null, kernName: 'Alle kernen samen' }),
    );
    const auditor = await service.as('aagje');
    expect((await auditor.get('/v1/ledger-check')).body).toMatchObject({ sound: true });
    const open = await finance.proposer.get('/v1/open-commitments?year=2019');
    expect(open.body).toMatchObject({ items: [{ kernCode: null }, { kernCode: null }] });
    const journal = (await auditor.get('/v1/ledger-journal?year=2019')).bytes.toString('utf8');
    expect(journal).toContain(`2019:${regulationCode}:gezamenlijk:toegezegd  EUR 650.00`);
  });
});
