import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assess, expectRefusal, type ListAnswer, submit } from '../support/case-steps.ts';
import { exampleRegulation } from '../support/example-regulation.ts';
import { bookRun, councilResolution, type Finance } from '../support/finance-steps.ts';
import { publishDocument } from '../support/regulation-steps.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const regulationCode = 'verlaagd-2019';

const withCeiling = (amountCents: number, publishedOn: string) => ({
  ...exampleRegulation,
  ceiling: { ...exampleRegulation.ceiling, amountCents, publishedOn },
});

describe('A ceiling that is lowered while applications wait', () => {
  let service: TestService;
  let finance: Finance;

  beforeAll(async () => {
    service = await startTestService();
    finance = { proposer: await service.as('farid'), confirmer: await service.as('marijke') };
  });
  afterAll(() => service.stop());

  it('refuses nothing to who applied before: the money is allocated first, and then it fits', async () => {
    await publishDocument(service, regulationCode, withCeiling(100_000, '2018-12-18'));
    const resolutionId = await councilResolution(finance);
    const allocate = (amountCents: number) =>
      bookRun(finance, {
        ...{ kind: 'allocation', regulationCode, countsOn: '2019-01-02', resolutionId },
        lines: [{ kernCode: 'ingen', amountCents }],
      });
    await allocate(60_000);
    const application = await submit(await service.as('fenna'), {
      regulationCode,
      requestedCents: 80_000,
      costs: [{ description: 'Bank', amountCents: 80_000 }],
    });
    const bram = await service.as('bram');
    await assess(bram, application, 'met', ['meeting', 'not-a-party']);

    service.clock.set(new Date('2019-04-02T09:00:00Z'));
    const days = { publishedOn: '2019-04-02', inForceFrom: '2019-04-02' };
    await publishDocument(service, regulationCode, withCeiling(60_000, '2019-04-02'), days);
    service.clock.set(new Date('2019-06-11T09:00:00Z'));
    const list = () =>
      bram.post<ListAnswer & Record<string, unknown>>('/v1/college-lists', { body: { regulationCode } });
    const held = await list();
    expectRefusal(held, 409, 'nothing-to-propose');
    expect(held.body['detail']).toMatch(/plafond van €\s1\.000,00 uit versie 1.*Awb 4:27, tweede lid/);

    await allocate(40_000);
    expect((await list()).body).toMatchObject({ lines: [{ kind: 'grant', proposedCents: 80_000 }] });
  });
});
