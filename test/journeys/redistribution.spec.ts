import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefusal, withoutTrace } from '../support/case-steps.ts';
import {
  bookRun,
  confirmRun,
  councilResolution,
  type Finance,
  proposeRun,
  type RunAnswer,
} from '../support/finance-steps.ts';
import { publishRegulation } from '../support/regulation-steps.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const regulationCode = 'kernenbudget-2019';

describe('Levelling what kernen have left, under a regulation that does so from 1 October', () => {
  let service: TestService;
  let finance: Finance;

  beforeAll(async () => {
    service = await startTestService();
    finance = { proposer: await service.as('farid'), confirmer: await service.as('marijke') };
    await publishRegulation(service, regulationCode, {
      title: 'Kernenbudget 2019',
      remainder: {
        ...{ kind: 'redistribute', from: '2019-10-01', by: 'equal-split' },
        condition: 'er kernen zijn die tekortkomen',
      },
    });
    const lines = [
      { kernCode: 'asch', amountCents: 10_000 },
      { kernCode: 'ingen', amountCents: 200_000 },
      { kernCode: 'zoelen', amountCents: 40_000 },
    ];
    const resolutionId = await councilResolution(finance);
    await bookRun(finance, {
      kind: 'allocation',
      regulationCode,
      countsOn: '2019-01-01',
      resolutionId,
      lines,
    });
  });
  afterAll(() => service.stop());

  const redistribution = {
    ...{ kind: 'redistribution', regulationCode, countsOn: '2019-10-01' },
    reason: 'Asch kwam tekort',
  };

  const available = async (): Promise<Record<string, number>> => {
    const { body } = await finance.proposer.get<{
      lines: { kernCode: string; regulationCode: string; availableCents: number }[];
    }>('/v1/reports/spending?year=2019');
    const own = body.lines.filter((line) => line.regulationCode === regulationCode);
    return Object.fromEntries(own.map(({ kernCode, availableCents }) => [kernCode, availableCents]));
  };

  it('is not possible a day too early', async () => {
    service.clock.set(new Date('2019-10-02T09:00:00Z'));
    const early = { ...redistribution, countsOn: '2019-09-30' };
    const answer = await withoutTrace(service, () =>
      finance.proposer.post('/v1/ledger-runs', { body: early }),
    );
    expectRefusal(answer, 409, 'redistribution-too-early');
    expect(answer.body['detail']).toContain('1 oktober 2019');
  });

  it('shows beforehand what every kern gives or gets, and waits for a second person', async () => {
    const run = await proposeRun(finance, redistribution);
    expect(run.steps.map(({ kernCode, movement, amountCents }) => [kernCode, movement, amountCents])).toEqual(
      [
        ['ingen', 'transfer-out', 116_667],
        ['asch', 'transfer-in', 73_334],
        ['zoelen', 'transfer-in', 43_333],
      ],
    );
    expect(await available()).toEqual({ asch: 10_000, ingen: 200_000, zoelen: 40_000 });
    const path = `/v1/ledger-runs/${run.id}/confirmation`;
    const own = await withoutTrace(service, () => finance.proposer.post(path, { version: run.version }));
    expectRefusal(own, 403, 'same-person');
    expectRefusal(await finance.confirmer.post(path), 428, 'precondition-required');
    const hold = {
      ...{ kind: 'hold', regulationCode, countsOn: '2019-10-02', reference: 'bezwaar 12', reason: 'bezwaar' },
      lines: [{ kernCode: 'zoelen', amountCents: 100 }],
    };
    await bookRun(finance, hold);
    const stale = await withoutTrace(service, () => finance.confirmer.post(path, { version: run.version }));
    expectRefusal(stale, 409, 'run-stale');
    const { body: open } = await finance.proposer.get<{ items: { holdId: string }[] }>('/v1/open-holds');
    const lines = [{ kernCode: 'zoelen', amountCents: 100, holdId: open.items[0]!.holdId }];
    await bookRun(finance, { ...hold, kind: 'unhold', lines });
  });

  it('is booked at once when confirmed, and turned round by a counter-run', async () => {
    const run = await bookRun(finance, redistribution);
    expect(run).toMatchObject({ status: 'confirmed', version: 2 });
    expect(await available()).toEqual({ asch: 83_334, ingen: 83_333, zoelen: 83_333 });
    const counter = { kind: 'counter-run', runId: run.id, countsOn: '2019-10-03', reason: 'toch niet' };
    const turned = await proposeRun(finance, counter);
    expect((await confirmRun(finance, turned)).status).toBe(200);
    expect(await available()).toEqual({ asch: 10_000, ingen: 200_000, zoelen: 40_000 });
    const again = await finance.proposer.post<RunAnswer>('/v1/ledger-runs', { body: counter });
    expect(again.status).toBe(409);
    expect((await (await service.as('aagje')).get('/v1/ledger-check')).body).toMatchObject({ sound: true });
  });
});
