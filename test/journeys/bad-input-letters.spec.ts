import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  faultsOf,
  lettersOf,
  prepareList,
  register,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import {
  type Answer,
  completeApplication,
  startTestService,
  type TestCaller,
  type TestService,
} from '../support/test-service.ts';

let service: TestService;
let fenna: TestCaller;
let kees: TestCaller;
let bram: TestCaller;
let roos: TestCaller;
/** Decided on 11 June 2019; the letter lies ready. */
let application: ApplicationAnswer;
let letterId: string;

const today = (day: string) => service.clock.set(new Date(`${day}T08:00:00Z`));
const items = [{ what: 'Een begroting', why: 'Om te kunnen rekenen.' }];

beforeAll(async () => {
  service = await startTestService();
  [fenna, kees, bram, roos] = (await Promise.all(
    ['fenna', 'kees', 'bram', 'roos'].map((name) => service.as(name)),
  )) as [TestCaller, TestCaller, TestCaller, TestCaller];
  application = await submit(fenna, { electronicMessages: false });
  await assess(bram, application);
  today('2019-06-11');
  expect((await register(roos, await prepareList(kees, ['ingen']))).status).toBe(200);
  const letters = await lettersOf(roos, application.id);
  letterId = letters.find((letter) => letter.kind === 'grant')!.id;
});
afterAll(() => service.stop());

function announce(caller: TestCaller, id: string, change: object = {}, version = 1) {
  return caller.post(`/v1/letters/${id}/announcement`, {
    version,
    body: { sentOn: '2019-06-11', channel: 'post', ...change },
  });
}

describe('A letter', () => {
  it('is not seen by the applicant before it has been sent, nor is what was decided', async () => {
    const { id } = application;
    for (const path of [`/v1/letters/${letterId}`, `/v1/letters/${letterId}/document`]) {
      expectRefusal(await fenna.get(path), 404, 'letter-not-found');
    }
    expect((await lettersOf(fenna, id)).map((letter) => letter.kind)).not.toContain('grant');
    expectRefusal(await fenna.get(`/v1/applications/${id}/decision`), 404, 'decision-not-found');
    const overview = await fenna.get(`/v1/applications/${id}/overview`);
    expect(overview.body).toMatchObject({ decision: null, findings: [] });
  });

  it('that was not sent has no document yet', async () => {
    const path = `/v1/letters/${letterId}/document`;
    expectRefusal(await withoutTrace(service, () => roos.get(path)), 409, 'letter-not-sent');
  });

  it('can be previewed for any day that exists', async () => {
    for (const day of ['1900-01-01', '2019-06-11', '2024-02-29', '2199-12-31']) {
      const preview = await roos.get(`/v1/letters/${letterId}/preview?sentOn=${day}`);
      expect([day, preview.status]).toEqual([day, 200]);
    }
    const impossible = await roos.get(`/v1/letters/${letterId}/preview?sentOn=2019-02-29`);
    expectRefusal(impossible, 400, 'invalid-input');
    expect(faultsOf(impossible)).toEqual({ sentOn: 'not-a-date' });
  });

  it('is not announced as sent in the future', async () => {
    for (const sentOn of ['2019-06-12', '2199-12-31']) {
      const answer = await withoutTrace(service, () => announce(roos, letterId, { sentOn }));
      expectRefusal(answer, 400, 'in-the-future');
    }
  });

  it('is not announced as sent before it was made', async () => {
    const answer = await withoutTrace(service, () => announce(roos, letterId, { sentOn: '2019-06-10' }));
    expectRefusal(answer, 400, 'before-it-was-made');
  });

  it('is not sent electronically to who did not choose that', async () => {
    const answer = await withoutTrace(service, () => announce(roos, letterId, { channel: 'electronic' }));
    expectRefusal(answer, 409, 'not-electronically');
  });

  it('is not announced by its applicant, by who judged it, or by the kernregisseur of another kern', async () => {
    expectRefusal(await withoutTrace(service, () => announce(fenna, letterId)), 403, 'not-allowed');
    expectRefusal(await withoutTrace(service, () => announce(bram, letterId)), 403, 'not-allowed');
    const noor = await service.as('noor');
    expectRefusal(await withoutTrace(service, () => announce(noor, letterId)), 404, 'letter-not-found');
  });

  it('is announced once', async () => {
    expect((await announce(roos, letterId)).status).toBe(200);
    expectRefusal(await withoutTrace(service, () => announce(kees, letterId)), 412, 'precondition-failed');
    const seenAsSent = await withoutTrace(service, () => announce(kees, letterId, {}, 2));
    expectRefusal(seenAsSent, 409, 'already-sent');
    const document = await fenna.get(`/v1/letters/${letterId}/document`);
    expect([document.status, document.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });
});

describe('A letter with a character that cannot be printed', () => {
  it('is refused with the text that it stands in, until whoever sends it says that a sign may stand for it', async () => {
    today('2019-03-04');
    const { id, version } = await submit(fenna, { title: 'Feest 🎉 & <b>{naam}</b>', iban: undefined });
    const path = `/v1/applications/${id}/completion-requests`;
    const { body } = await kees.post<{ id: string }>(path, { version, body: { items } });
    const sending = { sentOn: '2019-03-04' };
    const refused = await withoutTrace(service, () => announce(kees, body.id, sending));
    expectRefusal(refused, 409, 'letter-not-printable');
    expect(JSON.stringify(refused.body)).toContain('Feest 🎉 & <b>{naam}</b>');
    expect((await announce(kees, body.id, { ...sending, replaceCharacters: true })).status).toBe(200);
  });
});

describe('A request to complete', () => {
  it('is not announced any more when the application was withdrawn', async () => {
    today('2019-03-04');
    const { id, version } = await submit(fenna, { iban: undefined });
    const path = `/v1/applications/${id}/completion-requests`;
    const letter = await kees.post<{ id: string }>(path, { version, body: { items } });
    const withdrawal = await fenna.post(`/v1/applications/${id}/withdrawal`, { version: version + 1 });
    expect(withdrawal.status).toBe(200);
    const sending = { sentOn: '2019-03-04' };
    const answer = await withoutTrace(service, () => announce(kees, letter.body.id, sending));
    expectRefusal(answer, 409, 'overtaken');
    const { body } = await kees.get<{ voidedAt: string | null; version: number }>(
      `/v1/letters/${letter.body.id}`,
    );
    expect(body).toMatchObject({ voidedAt: '2019-03-04T08:00:00.000Z', version: 2 });
  });

  it('is not announced any more when the applicant completed the application meanwhile', async () => {
    const { id, version } = await submit(fenna, { iban: undefined });
    const path = `/v1/applications/${id}`;
    const letter = await kees.post<{ id: string }>(`${path}/completion-requests`, {
      version,
      body: { items },
    });
    const body = { explanation: 'Mijn rekeningnummer.', iban: 'NL91ABNA0417164300' };
    const completed = await fenna.post(`${path}/supplements`, { version: version + 1, body });
    expect(completed.body).toMatchObject({ status: 'complete' });
    const answer = await withoutTrace(service, () =>
      announce(kees, letter.body.id, { sentOn: '2019-03-04' }),
    );
    expectRefusal(answer, 409, 'overtaken');
  });

  it('is refused without anything that lacks, with an old version, and without a version', async () => {
    const { id, version } = await submit(fenna, { iban: undefined });
    const path = `/v1/applications/${id}/completion-requests`;
    const ask = (options: object) =>
      withoutTrace(service, () => kees.post(path, { body: { items }, ...options }));
    expect(faultsOf(await ask({ version, body: { items: [] } }))).toEqual({ '/items': 'too-few-items' });
    expectRefusal(await ask({ version: version - 1 }), 412, 'precondition-failed');
    expectRefusal(await ask({}), 428, 'precondition-required');
  });

  it('is not answered with nothing, or with dates that cannot be', async () => {
    const { id, version } = await submit(fenna, { activityStartsOn: undefined });
    const path = `/v1/applications/${id}/supplements`;
    const supply = (body: object) => withoutTrace(service, () => fenna.post(path, { version, body }));
    expect(faultsOf(await supply({}))).toEqual({ '/explanation': 'required' });
    const late = { explanation: 'De datum.', activityStartsOn: '2019-09-15' };
    expectRefusal(await supply(late), 400, 'activity-ends-before-start');
  });
});

describe('What the college decides otherwise', () => {
  it('has a letter that can be read, whatever was proposed', async () => {
    today('2019-05-06');
    const failing = await submit(fenna, { kernCode: 'zoelen' });
    const fitting = await submit(fenna, { kernCode: 'zoelen' });
    const silent = await submit(fenna, { kernCode: 'zoelen', iban: undefined });
    const path = `/v1/applications/${silent.id}/completion-requests`;
    const letter = await kees.post<{ id: string }>(path, { version: silent.version, body: { items } });
    await announce(kees, letter.body.id, { sentOn: '2019-05-06' });
    today('2019-06-11');
    await assess(bram, failing, 'not-met');
    await assess(bram, fitting);
    const reason = 'Het college weegt dit anders.';
    const changed = { outcome: 'changed', reason };
    const lines = [
      { applicationId: failing.id, ...changed, kind: 'partial-grant', grantedCents: 1 },
      { applicationId: fitting.id, ...changed, kind: 'refusal', grantedCents: 0 },
      { applicationId: silent.id, ...changed, kind: 'refusal', grantedCents: 0 },
    ];
    const resolved = await register(roos, await prepareList(kees, ['zoelen']), { lines });
    expect(resolved.status).toBe(200);
    for (const { applicationId } of lines) {
      const ready = (await lettersOf(roos, applicationId)).at(-1)!;
      const preview = await roos.get(`/v1/letters/${ready.id}/preview?sentOn=2019-06-12`);
      expect([preview.status, preview.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
  });
});

describe('Without a sender that is in force on the day', () => {
  it('nothing is received, asked or decided, and nothing is kept', async () => {
    today('2019-05-06');
    const waiting = await submit(fenna, { kernCode: 'zoelen', iban: undefined });
    const complete = await submit(fenna, { kernCode: 'zoelen' });
    await assess(bram, complete);
    await service.database.asOwner("UPDATE letter_sender SET valid_from = '2030-01-01'");
    const missing = 'letter-sender-missing';
    const refused = (attempt: () => Promise<Answer>) => withoutTrace(service, attempt);
    const received = await refused(() =>
      fenna.post('/v1/applications', { body: completeApplication({ kernCode: 'zoelen' }) }),
    );
    expectRefusal(received, 409, missing);
    expect(JSON.stringify(received.body)).toContain('2019-05-06');
    const path = `/v1/applications/${waiting.id}/completion-requests`;
    const body = { items };
    expectRefusal(await refused(() => kees.post(path, { version: waiting.version, body })), 409, missing);
    today('2019-06-11');
    const list = await prepareList(kees, ['zoelen']);
    expectRefusal(await refused(() => register(roos, list)), 409, missing);
  });
});
