import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationAnswer, expectRefusal, submit, withoutTrace } from '../support/case-steps.ts';
import {
  deadlinesOf,
  derivationOf,
  dueOf,
  publishAlwaysOpen,
  recordClock,
  sendWaiting,
} from '../support/clock-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

let service: TestService;
let applicant: TestCaller;
let assessor: TestCaller;
let registrar: TestCaller;

const today = (day: string) => service.clock.set(new Date(`${day}T08:00:00Z`));

beforeAll(async () => {
  service = await startTestService('2019-01-02T08:00:00Z');
  applicant = await service.as('fenna');
  assessor = await service.as('bram');
  registrar = await service.as('roos');
  await publishAlwaysOpen(service, 'doorlopend');
});
afterAll(() => service.stop());

describe('A decision that comes too late', () => {
  let application: ApplicationAnswer;

  it('is due eight weeks after receipt, and the applicant can see why', async () => {
    today('2019-03-04');
    application = await submit(applicant, { regulationCode: 'doorlopend' });
    const seen = await deadlinesOf(applicant, application.id);
    expect(dueOf(seen, 'decision')).toBe('2019-04-29 running');
    expect(derivationOf(seen, 'decision')).toEqual([
      'De aanvraag is ontvangen op 4 maart 2019.',
      'Wij beslissen binnen 8 weken: uiterlijk op 29 april 2019 (Awb 4:13).',
    ]);
  });

  it('cannot be blamed on the municipality before the term is over', async () => {
    today('2019-04-29');
    const { version } = await deadlinesOf(applicant, application.id);
    const refused = await withoutTrace(service, () =>
      applicant.post(`/v1/applications/${application.id}/default-notice`, { version, body: {} }),
    );
    expectRefusal(refused, 409, 'term-not-over');
    expect(refused.body['detail']).toContain('29 april 2019');
  });

  it('costs nothing in the two weeks after a default notice', async () => {
    today('2019-04-30');
    const noticed = await recordClock(applicant, application, 'default-notice', {});
    expect(noticed.status).toBe(201);
    expect(dueOf(noticed.body, 'decision')).toBe('2019-04-29 late');
    expect(dueOf(noticed.body, 'default-notice')).toBe('2019-05-14 running');
    expect(noticed.body.penalty).toMatchObject({ days: 0, amountCents: 0 });
    expectRefusal(await recordClock(applicant, application, 'default-notice', {}), 409, 'already-in-default');
  });

  it('costs money by day after that, in three stages of fourteen days', async () => {
    const amounts: Record<string, number | undefined> = {};
    for (const day of ['2019-05-15', '2019-05-16', '2019-05-29', '2019-06-12', '2019-06-26', '2019-12-01']) {
      today(day);
      amounts[day] = (await deadlinesOf(assessor, application.id)).penalty?.amountCents;
    }
    expect(amounts).toEqual({
      '2019-05-15': 0,
      '2019-05-16': 2_300,
      '2019-05-29': 32_200,
      '2019-06-12': 81_200,
      '2019-06-26': 144_200,
      '2019-12-01': 144_200,
    });
  });

  it('has its penalty determined after the decision, by somebody who decides, once', async () => {
    today('2019-05-20');
    const decision = {
      ...{ decidedOn: '2019-05-20', resolutionNumber: 'B&W 2019-30' },
      reason: 'Dit volgt uit de dagen dat wij te laat waren.',
    };
    expectRefusal(
      await recordClock(registrar, application, 'penalty-decision', decision),
      409,
      'penalty-still-running',
    );
    today('2019-06-30');
    expectRefusal(await recordClock(assessor, application, 'penalty-decision', decision), 403, 'not-allowed');
    const determined = await recordClock(registrar, application, 'penalty-decision', {
      ...decision,
      decidedOn: '2019-06-28',
    });
    expect(determined.status).toBe(201);
    expect(determined.body.penalty).toMatchObject({ days: 42, determinedCents: 144_200 });
    expect(dueOf(determined.body, 'penalty-decision')).toBe('2019-07-09 running');
    expect((await deadlinesOf(applicant, application.id)).penalty).toMatchObject({ determinedCents: null });
    expect(
      (await sendWaiting(service, registrar, application, 'penalty-decision', '2019-07-01')).status,
    ).toBe(200);
    const told = await deadlinesOf(applicant, application.id);
    expect([dueOf(told, 'penalty-decision'), dueOf(told, 'penalty-payment')]).toEqual([
      '2019-07-09 met',
      '2019-08-12 running',
    ]);
    expect(told.penalty).toMatchObject({ determinedCents: 144_200 });
    expectRefusal(
      await recordClock(registrar, application, 'penalty-decision', decision),
      409,
      'penalty-already-decided',
    );
  });
});
