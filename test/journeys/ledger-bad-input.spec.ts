import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefusal, faultsOf, withoutTrace } from '../support/case-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

describe('What finance must not book', () => {
  let service: TestService;
  let farid: TestCaller;

  beforeAll(async () => {
    service = await startTestService('2019-10-02T09:00:00Z');
    farid = await service.as('farid');
  });
  afterAll(() => service.stop());

  const attempt = (body: object) =>
    withoutTrace(service, () => farid.post('/v1/ledger-runs', { body: { countsOn: '2019-10-02', ...body } }));
  const regulationCode = 'leefbaarheidsbudget-2019';
  const hold = { kind: 'hold', regulationCode, reference: 'bezwaar', reason: 'bezwaar' };
  const transfer = { kind: 'transfer', regulationCode, reason: 'ruil' };

  it.each<number | string>([0, -1, 0.5, 2 ** 53, 1e300, '100'])('an amount of %p', async (amountCents) => {
    const answer = await attempt({ ...hold, lines: [{ kernCode: 'ingen', amountCents }] });
    expectRefusal(answer, 400, 'invalid-input');
    expect(Object.keys(faultsOf(answer))).toEqual(['/lines/0/amountCents']);
  });

  it.each<[string, object, number, string]>([
    [
      'more than there is',
      { ...hold, lines: [{ kernCode: 'ingen', amountCents: 200_001 }] },
      409,
      'more-than-available',
    ],
    [
      'of a kern that is none',
      { ...hold, lines: [{ kernCode: 'elders', amountCents: 1 }] },
      404,
      'kern-not-found',
    ],
    [
      'of a regulation that is none',
      { ...hold, regulationCode: 'geen', lines: [{ kernCode: 'ingen', amountCents: 1 }] },
      404,
      'regulation-not-found',
    ],
    ['of a budget that is none', { ...hold, lines: [{ amountCents: 1 }] }, 404, 'budget-not-found'],
    [
      'from a kern to itself',
      { ...transfer, lines: [{ kernCode: 'ingen', toKernCode: 'ingen', amountCents: 1 }] },
      400,
      'transfer-to-itself',
    ],
    [
      'from kern to kern where the regulation knows no such thing',
      { ...transfer, lines: [{ kernCode: 'ingen', toKernCode: 'zoelen', amountCents: 1 }] },
      409,
      'transfer-forbidden',
    ],
    [
      'counted before the budget began',
      { ...hold, countsOn: '2018-12-31', lines: [{ kernCode: 'ingen', amountCents: 1 }] },
      409,
      'counts-before-budget',
    ],
    [
      'on a resolution that nobody registered',
      {
        ...{ kind: 'supplementary', regulationCode, resolutionId: '0190a000-0000-7000-8000-000000000001' },
        lines: [{ kernCode: 'ingen', amountCents: 1 }],
      },
      404,
      'resolution-not-found',
    ],
    [
      'to correct an entry that is not there',
      { kind: 'correction', entryIds: ['0190a000-0000-7000-8000-000000000001'], reason: 'fout' },
      404,
      'entry-not-found',
    ],
    [
      'to turn round a run that is not there',
      { kind: 'counter-run', runId: '0190a000-0000-7000-8000-000000000001', reason: 'fout' },
      404,
      'run-not-found',
    ],
    ['to open a year that is open', { kind: 'reopen-year', year: 2019, reason: 'fout' }, 409, 'year-open'],
    [
      'to close a year with money in it',
      { kind: 'close-year', year: 2019, reason: 'jaareinde' },
      409,
      'money-left',
    ],
  ])('money %s', async (_what, body, status, code) => {
    expectRefusal(await attempt(body), status, code);
  });
});
