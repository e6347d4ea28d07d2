import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  lettersOf,
  prepareList,
  register,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import {
  type DeadlinesAnswer,
  deadlinesOf,
  derivationOf,
  dueOf,
  publishAlwaysOpen,
} from '../support/clock-steps.ts';
import { publishRegulation } from '../support/regulation-steps.ts';
import { type Answer, startTestService, type TestCaller, type TestService } from '../support/test-service.ts';

let service: TestService;
let applicant: TestCaller;
let assessor: TestCaller;
let registrar: TestCaller;

const today = (day: string) => service.clock.set(new Date(`${day}T08:00:00Z`));
const reason = 'Wij wachten op het advies van de brandweer.';

/** Records something about the clock, with the version that the case has now. */
async function record(
  caller: TestCaller,
  { id }: Pick<ApplicationAnswer, 'id'>,
  what: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Answer<DeadlinesAnswer & Record<string, unknown>>> {
  const { version } = await deadlinesOf(caller, id);
  return caller.post(`/v1/applications/${id}/${what}`, { version, body });
}

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

describe('A decision that comes too late', () => {
  let application: ApplicationAnswer;

  it('is due eight weeks after receipt, and the applicant can see why', async () => {
    today('2019-03-04');
    application = await apply('doorlopend');
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
    const noticed = await record(applicant, application, 'default-notice', {});
    expect(noticed.status).toBe(201);
    expect(dueOf(noticed.body, 'decision')).toBe('2019-04-29 late');
    expect(dueOf(noticed.body, 'default-notice')).toBe('2019-05-14 running');
    expect(noticed.body.penalty).toMatchObject({ days: 0, amountCents: 0 });
    expectRefusal(await record(applicant, application, 'default-notice', {}), 409, 'already-in-default');
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
    const decision = { decidedOn: '2019-05-20', reason: 'Dit volgt uit de dagen dat wij te laat waren.' };
    expectRefusal(
      await record(registrar, application, 'penalty-decision', decision),
      409,
      'penalty-still-running',
    );
    today('2019-06-30');
    expectRefusal(await record(assessor, application, 'penalty-decision', decision), 403, 'not-allowed');
    const determined = await record(registrar, application, 'penalty-decision', {
      ...decision,
      decidedOn: '2019-06-28',
    });
    expect(determined.status).toBe(201);
    expect(determined.body.penalty).toMatchObject({ days: 42, determinedCents: 144_200 });
    expect(dueOf(determined.body, 'penalty-decision')).toBe('2019-07-09 met');
    expectRefusal(
      await record(registrar, application, 'penalty-decision', decision),
      409,
      'penalty-already-decided',
    );
  });
});

describe('A term that becomes longer', () => {
  it('does so once, where the regulation allows it, and before it is over', async () => {
    today('2019-03-04');
    const plain = await apply('doorlopend');
    const longer = await apply('verlengbaar');
    today('2019-04-01');
    const body = { announcedOn: '2019-04-01', reason };
    expectRefusal(await record(assessor, plain, 'extension', body), 409, 'extension-not-allowed');
    const extended = await record(assessor, longer, 'extension', body);
    expect(extended.status).toBe(201);
    expect(dueOf(extended.body, 'decision')).toBe('2019-06-10 running');
    expectRefusal(await record(assessor, longer, 'extension', body), 409, 'already-extended');
    today('2019-04-30');
    const late = await apply('verlengbaar');
    today('2019-07-01');
    const tooLate = { announcedOn: '2019-07-01', reason };
    expectRefusal(await record(assessor, late, 'extension', tooLate), 409, 'term-over');
    const future = await record(assessor, late, 'extension', { ...tooLate, announcedOn: '2019-07-02' });
    expectRefusal(future, 400, 'day-not-possible');
    const before = await record(assessor, late, 'extension', { ...tooLate, announcedOn: '2019-04-29' });
    expectRefusal(before, 400, 'day-not-possible');
  });

  it('stays as it is with a notice of delay, unless no regulation sets it', async () => {
    today('2019-03-04');
    const statutory = await apply('doorlopend');
    const reasonable = await apply('zonder-termijn');
    today('2019-04-15');
    const body = { announcedOn: '2019-04-15', expectedOn: '2019-05-20', reason };
    const told = await record(assessor, statutory, 'delay-notices', body);
    expect([dueOf(told.body, 'decision'), dueOf(told.body, 'expected')]).toEqual([
      '2019-04-29 running',
      '2019-05-20 running',
    ]);
    const renewed = await record(assessor, reasonable, 'delay-notices', body);
    expect(dueOf(renewed.body, 'decision')).toBe('2019-05-20 running');
    expectRefusal(await record(assessor, reasonable, 'delay-notices', body), 409, 'already-extended');
    const early = await record(assessor, statutory, 'delay-notices', { ...body, expectedOn: '2019-04-29' });
    expectRefusal(early, 400, 'expected-too-early');
  });

  it('stands still as long as the delay is the applicant’s, and the applicant reads why', async () => {
    today('2019-03-04');
    const application = await apply('doorlopend');
    today('2019-03-20');
    const delay = { ground: 'applicant-delay', startsAfter: '2019-03-18', reason };
    const still = await record(assessor, application, 'suspensions', delay);
    expect(dueOf(still.body, 'decision')).toBe('null suspended');
    expectRefusal(await record(assessor, application, 'suspensions', delay), 409, 'already-suspended');
    expectRefusal(await record(applicant, application, 'default-notice', {}), 409, 'term-not-over');
    today('2019-04-01');
    const runs = await record(assessor, application, 'suspensions/end', { until: '2019-03-29' });
    expect(dueOf(runs.body, 'decision')).toBe('2019-05-09 running');
    expectRefusal(
      await record(assessor, application, 'suspensions/end', { until: '2019-03-29' }),
      409,
      'not-suspended',
    );
    const seen = await deadlinesOf(applicant, application.id);
    expect(seen.records).toMatchObject([{ kind: 'suspension', reason }]);
    expect(derivationOf(seen, 'decision')).toContain(
      'De termijn stond 10 dagen stil, van 19 maart 2019 tot en met 28 maart 2019, omdat de vertraging aan de aanvrager lag (Awb 4:15, tweede lid, onder b).',
    );
    const consent = { ground: 'consent', startsAfter: '2019-04-01', reason };
    expectRefusal(await record(assessor, application, 'suspensions', consent), 400, 'end-required');
  });

  it('is not changed by a promise, which stands beside it', async () => {
    today('2019-03-04');
    const application = await apply('verlengbaar');
    expect(dueOf(await deadlinesOf(applicant, application.id), 'answer-target')).toBe('2019-03-11 running');
    const body = { promisedOn: '2019-03-20', reason };
    const promised = await record(assessor, application, 'promises', body);
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
    const asked = await record(assessor, application, 'completion-requests', {
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
    today('2019-06-25');
    const letter = (await lettersOf(registrar, application.id)).find(({ kind }) => kind === 'grant')!;
    const sending = { sentOn: '2019-06-25', channel: 'electronic' };
    await registrar.post(`/v1/letters/${letter.id}/announcement`, { version: 1, body: sending });
    const announced = await deadlinesOf(assessor, application.id);
    expect(announced.dueDates.map(({ kind, lastDate, state }) => `${kind} ${lastDate} ${state}`)).toEqual([
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
