import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assess, expectRefusal, prepareList, register, submit } from '../support/case-steps.ts';
import {
  deadlinesOf,
  derivationOf,
  dueOf,
  publishAlwaysOpen,
  recordClock,
  sendWaiting,
} from '../support/clock-steps.ts';
import { publishRegulation } from '../support/regulation-steps.ts';
import { startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

let service: TestService;
let applicant: TestCaller;
let assessor: TestCaller;
let registrar: TestCaller;

const today = (day: string) => service.clock.set(new Date(`${day}T08:00:00Z`));
const reason = 'Wij wachten op het advies van de brandweer.';

beforeAll(async () => {
  service = await startTestService('2019-01-02T08:00:00Z');
  applicant = await service.as('fenna');
  assessor = await service.as('bram');
  registrar = await service.as('roos');
  await publishAlwaysOpen(service, 'doorlopend');
  await publishAlwaysOpen(service, 'verlengbaar', { extensionWeeks: 6, answerTargetWorkingDays: 5 });
  await publishAlwaysOpen(service, 'zonder-termijn', { decisionWeeksFrom: 'general-act' });
});
afterAll(() => service.stop());

const apply = (regulationCode: string) =>
  submit(applicant, { regulationCode, iban: 'NL91ABNA0417164300', kernCode: 'ingen' });

describe('A term that becomes longer', () => {
  it('does so once, where the regulation allows it, and before it is over', async () => {
    today('2019-03-04');
    const plain = await apply('doorlopend');
    const longer = await apply('verlengbaar');
    today('2019-04-01');
    const body = { announcedOn: '2019-04-01', reason };
    expectRefusal(await recordClock(assessor, plain, 'extension', body), 409, 'extension-not-allowed');
    const extended = await recordClock(assessor, longer, 'extension', body);
    expect(extended.status).toBe(201);
    expect(dueOf(extended.body, 'decision')).toBe('2019-06-10 running');
    expectRefusal(await recordClock(assessor, longer, 'extension', body), 409, 'already-extended');
    today('2019-04-30');
    const late = await apply('verlengbaar');
    today('2019-07-01');
    const tooLate = { announcedOn: '2019-07-01', reason };
    expectRefusal(await recordClock(assessor, late, 'extension', tooLate), 409, 'term-over');
    const future = await recordClock(assessor, late, 'extension', { ...tooLate, announcedOn: '2019-07-02' });
    expectRefusal(future, 400, 'day-not-possible');
    const before = await recordClock(assessor, late, 'extension', { ...tooLate, announcedOn: '2019-04-29' });
    expectRefusal(before, 400, 'day-not-possible');
  });

  it('does so on the day on which the letter about it is sent, which is not too late', async () => {
    today('2019-03-04');
    const application = await apply('verlengbaar');
    today('2019-04-26');
    const ready = await recordClock(assessor, application, 'extension', { reason });
    expect(dueOf(ready.body, 'decision')).toBe('2019-04-29 running');
    expect(ready.body.records).toEqual([]);
    today('2019-04-30');
    expectRefusal(
      await sendWaiting(service, registrar, application, 'delay-notice', '2019-04-30'),
      409,
      'term-over',
    );
    expect((await sendWaiting(service, registrar, application, 'delay-notice', '2019-04-29')).status).toBe(
      200,
    );
    const told = await deadlinesOf(applicant, application.id);
    expect(dueOf(told, 'decision')).toBe('2019-06-10 running');
    expect(told.records).toMatchObject([{ kind: 'extension', reason }]);
  });

  it('stays as it is with a notice of delay, unless no regulation sets it', async () => {
    today('2019-03-04');
    const statutory = await apply('doorlopend');
    const reasonable = await apply('zonder-termijn');
    today('2019-04-15');
    const body = { announcedOn: '2019-04-15', expectedOn: '2019-05-20', reason };
    const told = await recordClock(assessor, statutory, 'delay-notices', body);
    expect([dueOf(told.body, 'decision'), dueOf(told.body, 'expected')]).toEqual([
      '2019-04-29 running',
      '2019-05-20 running',
    ]);
    const renewed = await recordClock(assessor, reasonable, 'delay-notices', body);
    expect(dueOf(renewed.body, 'decision')).toBe('2019-05-20 running');
    expectRefusal(await recordClock(assessor, reasonable, 'delay-notices', body), 409, 'already-extended');
    const early = await recordClock(assessor, statutory, 'delay-notices', {
      ...body,
      expectedOn: '2019-04-29',
    });
    expectRefusal(early, 400, 'expected-too-early');
  });

  it('stands still as long as the delay is the applicant’s, and the applicant reads why', async () => {
    today('2019-03-04');
    const application = await apply('doorlopend');
    today('2019-03-20');
    const delay = { ground: 'applicant-delay', startsAfter: '2019-03-18', reason };
    const still = await recordClock(assessor, application, 'suspensions', delay);
    expect(dueOf(still.body, 'decision')).toBe('null suspended');
    expectRefusal(await recordClock(assessor, application, 'suspensions', delay), 409, 'already-suspended');
    expectRefusal(await recordClock(applicant, application, 'default-notice', {}), 409, 'term-not-over');
    today('2019-04-01');
    const runs = await recordClock(assessor, application, 'suspensions/end', { until: '2019-03-29' });
    expect(dueOf(runs.body, 'decision')).toBe('2019-05-09 running');
    expectRefusal(
      await recordClock(assessor, application, 'suspensions/end', { until: '2019-03-29' }),
      409,
      'not-suspended',
    );
    const seen = await deadlinesOf(applicant, application.id);
    expect(seen.records).toMatchObject([{ kind: 'suspension', reason }]);
    expect(derivationOf(seen, 'decision')).toContain(
      'De termijn stond 10 dagen stil, van 19 maart 2019 tot en met 28 maart 2019, omdat de vertraging aan de aanvrager lag (Awb 4:15, tweede lid, onder b).',
    );
    const consent = { ground: 'consent', startsAfter: '2019-04-01', reason };
    expectRefusal(await recordClock(assessor, application, 'suspensions', consent), 400, 'end-required');
  });

  it('is not changed by a promise, which stands beside it', async () => {
    today('2019-03-04');
    const application = await apply('verlengbaar');
    expect(dueOf(await deadlinesOf(applicant, application.id), 'answer-target')).toBe('2019-03-11 running');
    const body = { promisedOn: '2019-03-20', reason };
    const promised = await recordClock(assessor, application, 'promises', body);
    expect([dueOf(promised.body, 'promise'), dueOf(promised.body, 'decision')]).toEqual([
      '2019-03-20 running',
      '2019-04-29 running',
    ]);
    today('2019-03-21');
    expect(dueOf(await deadlinesOf(applicant, application.id), 'promise')).toBe('2019-03-20 late');
  });
});

describe('An application that is completed', () => {
  it('too late does not make the term longer than the time that was given', async () => {
    today('2019-03-04');
    const application = await submit(applicant, { regulationCode: 'doorlopend', iban: undefined });
    const asked = await recordClock(assessor, application, 'completion-requests', {
      items: [{ what: 'Uw rekeningnummer.', why: 'Zonder rekeningnummer kunnen wij niet betalen.' }],
    });
    const letterId = (asked.body as unknown as { id: string }).id;
    const sending = { sentOn: '2019-03-04', channel: 'electronic' };
    const sent = await registrar.post(`/v1/letters/${letterId}/announcement`, { version: 1, body: sending });
    expect(sent.status).toBe(200);
    const waiting = await deadlinesOf(assessor, application.id);
    expect([dueOf(waiting, 'completion'), dueOf(waiting, 'leaving-untreated')]).toEqual([
      '2019-03-18 running',
      '2019-04-15 running',
    ]);
    expect(dueOf(waiting, 'decision')).toBe('2019-05-13 running');
    today('2019-03-10');
    expect(dueOf(await deadlinesOf(assessor, application.id), 'decision')).toBe('2019-05-13 suspended');
    expect(dueOf(await deadlinesOf(applicant, application.id), 'leaving-untreated')).toBeNull();
    today('2019-04-08');
    const { version } = await deadlinesOf(applicant, application.id);
    const body = { explanation: 'Hierbij mijn rekeningnummer.', iban: 'NL91ABNA0417164300' };
    const completed = await applicant.post(`/v1/applications/${application.id}/supplements`, {
      version,
      body,
    });
    expect(completed.body).toMatchObject({ status: 'complete', completedOn: '2019-04-08' });
    const after = await deadlinesOf(assessor, application.id);
    expect([dueOf(after, 'completion'), dueOf(after, 'decision')]).toEqual([
      '2019-03-18 met',
      '2019-05-13 running',
    ]);
  });
});

describe('A regulation with a round', () => {
  it('lets the term begin when the round closes, and the terms after the decision when it was sent', async () => {
    today('2019-03-04');
    const application = await submit(applicant);
    expect(dueOf(await deadlinesOf(applicant, application.id), 'decision')).toBe('2019-07-26 running');
    expect(dueOf(await deadlinesOf(applicant, application.id), 'promise')).toBe('2019-07-01 running');
    await assess(assessor, application);
    today('2019-06-11');
    const list = await prepareList(assessor, ['ingen']);
    expect((await register(registrar, list)).status).toBe(200);
    const undecided = await deadlinesOf(applicant, application.id);
    expect(dueOf(undecided, 'decision')).toBe('2019-07-26 running');
    expect((await sendWaiting(service, registrar, application, 'grant', '2019-06-25')).status).toBe(200);
    const announced = await deadlinesOf(assessor, application.id);
    expect(announced.deadlines.map(({ kind, lastDate, state }) => `${kind} ${lastDate} ${state}`)).toEqual([
      'decision 2019-07-26 met',
      'promise 2019-07-01 met',
      'objection 2019-08-06 running',
      'payment 2019-08-06 running',
      'recovery 2024-06-25 running',
    ]);
  });

  it('that closes on Whit Sunday 31 May 2020 takes applications until Tuesday 2 June', async () => {
    today('2020-05-20');
    await publishRegulation(service, 'pinksteren', {
      year: 2020,
      window: { kind: 'rounds', rounds: [{ opensOn: '2020-01-02', closesOn: '2020-05-31' }] },
      terms: {
        decisionWeeks: 8,
        decisionStartsAt: 'window-close',
        generalTermsActApplies: true,
        completionWeeks: 2,
      },
    });
    today('2020-06-02');
    const application = await submit(applicant, {
      regulationCode: 'pinksteren',
      activityStartsOn: '2020-09-12',
      activityEndsOn: '2020-09-12',
    });
    expect(dueOf(await deadlinesOf(applicant, application.id), 'decision')).toBe('2020-07-28 running');
  });
});
