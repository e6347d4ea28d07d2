import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  type ListAnswer,
  prepareList,
  register,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import { bookRun, councilResolution, type Finance } from '../support/finance-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

interface Limit {
  readonly kind: string;
  readonly code: string;
  readonly usedCents: number;
  readonly leftCents: number;
}

describe('A kern of which part is for one kind of activity, and part for one theme', () => {
  let service: TestService;
  let finance: Finance;
  let roos: TestCaller;
  let application: ApplicationAnswer;
  let list: ListAnswer;

  beforeAll(async () => {
    service = await startTestService();
    finance = { proposer: await service.as('farid'), confirmer: await service.as('marijke') };
    roos = await service.as('roos');
    const resolutionId = await councilResolution(finance);
    const limit = {
      ...{ kind: 'limit', regulationCode: 'leefbaarheidsbudget-2019', countsOn: '2019-01-01', resolutionId },
      lines: [{ kernCode: 'ingen' }],
    };
    await bookRun(finance, { ...limit, limitKind: 'category', limitCode: 'spelen', limitCents: 50_000 });
    await bookRun(finance, { ...limit, limitKind: 'theme', limitCode: 'groen', limitCents: 90_000 });
    const particulars = { activityCode: 'spelen', themeCode: 'groen' };
    application = await submit(await service.as('fenna'), { particulars });
    await assess(await service.as('bram'), application);
    service.clock.set(new Date('2019-06-10T09:00:00Z'));
    list = await prepareList(await service.as('kees'), ['ingen']);
    service.clock.set(new Date('2019-06-11T09:00:00Z'));
  });
  afterAll(() => service.stop());

  const limits = async (): Promise<Limit[]> =>
    (await finance.proposer.get<{ items: Limit[] }>('/v1/ledger-limits')).body.items;

  it('grants no more than the category has, and says which limit stopped it and what is left in each', async () => {
    expect(list.lines).toMatchObject([{ kind: 'partial-grant', proposedCents: 50_000 }]);
    const more = {
      ...{ applicationId: application.id, outcome: 'changed', kind: 'partial-grant', grantedCents: 60_000 },
      reason: 'Het college wil spelen voorrang geven.',
    };
    const refused = await withoutTrace(service, () => register(roos, list, { lines: [more] }));
    expectRefusal(refused, 409, 'category-limit-reached');
    expect(refused.body['detail']).toMatch(
      /plafond van de categorie spelen \(Awb 4:25\)\. Er is nog €\s2\.000,00 voor de kern Ingen, €\s500,00 voor de categorie spelen, €\s900,00 voor het thema groen beschikbaar\.$/,
    );
  });

  it('grants what fits in all of them, and counts it in each', async () => {
    expect((await register(roos, list)).status).toBe(200);
    expect(await limits()).toMatchObject([
      { kind: 'category', code: 'spelen', usedCents: 50_000, leftCents: 0 },
      { kind: 'theme', code: 'groen', usedCents: 50_000, leftCents: 40_000 },
    ]);
    const [decision] = await service.database.asOwner<{ snapshot: { limits: object[] } }>(
      'SELECT snapshot FROM decision',
    );
    expect(decision!.snapshot.limits).toMatchObject([
      { kind: 'category', code: 'spelen', limitCents: 50_000, usedCents: 0 },
      { kind: 'theme', code: 'groen', limitCents: 90_000, usedCents: 0 },
    ]);
    expect((await (await service.as('aagje')).get('/v1/ledger-check')).body).toMatchObject({ sound: true });
  });
});
