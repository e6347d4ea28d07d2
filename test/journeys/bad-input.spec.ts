import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  contents,
  expectRefusal,
  faultsOf,
  lettersOf,
  paperApplication,
  submit,
  withoutTrace,
} from '../support/case-steps.ts';
import {
  completeApplication,
  startTestService,
  type TestCaller,
  type TestService,
} from '../support/test-service.ts';

let service: TestService;
let fenna: TestCaller;
let kees: TestCaller;

beforeAll(async () => {
  service = await startTestService();
  [fenna, kees] = await Promise.all([service.as('fenna'), service.as('kees')]);
});
afterAll(() => service.stop());

const applicant = completeApplication()['applicant'] as Record<string, unknown>;

/** Applies with something changed, and asserts that it is refused and leaves no trace. */
async function refused(change: Record<string, unknown>, faults: Record<string, string>): Promise<void> {
  const body = completeApplication(change);
  const answer = await withoutTrace(service, () => fenna.post('/v1/applications', { body }));
  expectRefusal(answer, 400, 'invalid-input');
  expect(faultsOf(answer)).toEqual(faults);
}

const withName = (name: string) => ({ applicant: { ...applicant, name } });

describe('An application with something in it that cannot be', () => {
  it('is not read when it is not JSON', async () => {
    const before = await contents(service);
    const token = await service.token('fenna');
    for (const body of ['{"kernCode":', 'kernCode=ingen', '', '{"intent":"submit"}}', '\u0000']) {
      const answer = await fetch(`${service.url}/v1/applications`, {
        method: 'POST',
        body,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
      });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'malformed-json', title: expect.any(String) });
    }
    expect(await contents(service)).toEqual(before);
  });

  it('is refused when it has fields that we do not know, such as a status or an owner', async () => {
    await refused(
      { status: 'decided', ownerSubject: 'gijs', applicant: { ...applicant, bsn: '999990019' } },
      { '/status': 'unknown-field', '/ownerSubject': 'unknown-field', '/applicant/bsn': 'unknown-field' },
    );
  });

  it('is refused when fields hold something of another kind, with every fault at once', async () => {
    await refused(
      {
        title: 12,
        requestedCents: '85000',
        electronicMessages: 'ja',
        costs: {},
        applicant: 'Fenna',
        kernCode: ['ingen'],
      },
      {
        '/title': 'not-text',
        '/requestedCents': 'not-a-number',
        '/electronicMessages': 'not-a-flag',
        '/costs': 'not-a-list',
        '/applicant': 'not-an-object',
        '/kernCode': 'not-text',
      },
    );
  });

  it('is refused when it asks for a negative amount, no amount, part of a cent, or more than can be counted', async () => {
    await refused({ requestedCents: -85_000 }, { '/requestedCents': 'negative-amount' });
    await refused({ requestedCents: 0 }, { '/requestedCents': 'amount-too-low' });
    await refused({ requestedCents: 0.5 }, { '/requestedCents': 'amount-too-low' });
    await refused({ requestedCents: 850.25 }, { '/requestedCents': 'not-whole-cents' });
    for (const amount of [9_007_199_254_740_993, 1e300, 10_000_000_001]) {
      await refused({ requestedCents: amount }, { '/requestedCents': 'amount-too-high' });
    }
    await refused(
      {
        costs: [
          { description: 'Bank', amountCents: -1 },
          { description: 'Plant', amountCents: 1.5 },
        ],
      },
      { '/costs/0/amountCents': 'negative-amount', '/costs/1/amountCents': 'not-whole-cents' },
    );
  });

  it('is refused when a date does not exist', async () => {
    for (const date of [
      '2019-02-29',
      '2019-13-01',
      '14-09-2019',
      '2019-9-14',
      '2019-09-14T10:00:00Z',
      '0019-09-14',
    ]) {
      await refused({ activityStartsOn: date }, { '/activityStartsOn': 'not-a-date' });
    }
  });

  it('is refused when a text holds control characters or marks that turn the direction of reading', async () => {
    for (const name of [
      'Fenna\u0007',
      'Fenna\u0000',
      'Fen\u001bna',
      'Fenna \u202e0001 RUE',
      'Fenna\u2067x',
      'Fenna\u200f',
    ]) {
      await refused(withName(name), { '/applicant/name': 'forbidden-characters' });
    }
  });

  it('is refused when a name is nothing but characters that nobody sees', async () => {
    for (const name of ['', '   ', '\u200b', '\u2060\ufeff\u00ad', '\u3164']) {
      await refused(withName(name), { '/applicant/name': 'too-short' });
    }
  });

  it('is refused when a name has a hundred thousand characters', async () => {
    await refused(withName('x'.repeat(100_000)), { '/applicant/name': 'too-long' });
  });

  it('is refused when the account number or the number in the Handelsregister is wrong', async () => {
    for (const iban of [
      'NL92ABNA0417164300',
      'NL91ABNA041716430',
      'XX00',
      '0417164300',
      'NL91 ABNA 0417 1643 00; --',
    ]) {
      await refused({ iban }, { '/iban': 'invalid-iban' });
    }
    for (const kvkNumber of ['1234567', '123456789', '1234567a', 12_345_678]) {
      const code = typeof kvkNumber === 'number' ? 'not-text' : 'invalid-kvk-number';
      await refused({ applicant: { ...applicant, kvkNumber } }, { '/applicant/kvkNumber': code });
    }
  });

  it('is refused when we do not know the kern or the regulation', async () => {
    const elsewhere = await withoutTrace(service, () =>
      fenna.post('/v1/applications', { body: completeApplication({ kernCode: 'buurmalsen' }) }),
    );
    expectRefusal(elsewhere, 400, 'kern-unknown');
    expect(faultsOf(elsewhere)).toEqual({ '/kernCode': 'kern-unknown' });
    const unheardOf = await withoutTrace(service, () =>
      fenna.post('/v1/applications', { body: completeApplication({ regulationCode: 'toverbudget' }) }),
    );
    expectRefusal(unheardOf, 400, 'regulation-unknown');
  });

  it('is refused when the activity was over before the application, or ends before it starts', async () => {
    const past = { activityStartsOn: '2019-03-02', activityEndsOn: '2019-03-03' };
    const late = await withoutTrace(service, () =>
      fenna.post('/v1/applications', { body: completeApplication(past) }),
    );
    expectRefusal(late, 400, 'activity-before-application');
    const backwards = { activityStartsOn: '2019-09-15', activityEndsOn: '2019-09-14' };
    for (const intent of ['draft', 'submit']) {
      const answer = await withoutTrace(service, () =>
        fenna.post('/v1/applications', { body: completeApplication({ ...backwards, intent }) }),
      );
      expectRefusal(answer, 400, 'activity-ends-before-start');
      expect(faultsOf(answer)).toEqual({ '/activityEndsOn': 'activity-ends-before-start' });
    }
  });

  it('is refused without an Idempotency-Key', async () => {
    const answer = await withoutTrace(service, () =>
      fenna.post('/v1/applications', { body: completeApplication(), key: '' }),
    );
    expectRefusal(answer, 400, 'idempotency-key-missing');
  });
});

describe('An application that looks odd but is right', () => {
  it('is accepted with emoji, other scripts and long words, and its letters can be read', async () => {
    const odd = {
      title: 'Tuindag 🌻👩‍👩‍👧 voor Şeyma, Łukasz en Ζωή',
      description: `${'Wolkenkrabber'.repeat(90)} 🧑🏽‍🌾\r\nتشكيل \u0301\u0301\u0301 ﷽`,
      support: '💐'.repeat(500),
      costs: [{ description: 'B'.repeat(200), amountCents: 10_000_000_000 }],
      ...withName('Ünïcødé 🦄 O’Hara-Ğül'),
    };
    const { id } = await submit(fenna, odd);
    const { body } = await fenna.get<ApplicationAnswer>(`/v1/applications/${id}`);
    expect(body).toMatchObject({ title: odd.title, applicant: { name: 'Ünïcødé 🦄 O’Hara-Ğül' } });
    const [acknowledgement] = await lettersOf(fenna, id);
    const letter = await fenna.get(`/v1/letters/${acknowledgement!.id}/document`);
    expect([letter.status, letter.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });
});

describe('The period in which one can apply', () => {
  const at = (moment: string) => service.clock.set(new Date(moment));
  const apply = () => fenna.post('/v1/applications', { body: completeApplication() });

  afterAll(() => at('2019-03-04T09:00:00Z'));

  it('has not begun the evening before its first day', async () => {
    at('2018-12-31T22:59:00Z');
    expectRefusal(await withoutTrace(service, apply), 400, 'regulation-unknown');
  });

  it('begins at midnight in the Netherlands', async () => {
    at('2018-12-31T23:01:00Z');
    expect((await apply()).status).toBe(201);
  });

  it('is still open on the last day at half past eleven in the evening', async () => {
    at('2019-05-31T21:30:00Z');
    const answer = await apply();
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ receivedOn: '2019-05-31' });
  });

  it('is closed after the last day, also for who wrote a draft in time', async () => {
    at('2019-05-31T21:59:00Z');
    const draft = await fenna.post<ApplicationAnswer>('/v1/applications', {
      body: completeApplication({ intent: 'draft' }),
    });
    at('2019-05-31T22:01:00Z');
    expectRefusal(await withoutTrace(service, apply), 409, 'window-closed');
    const { id, version } = draft.body;
    const submission = () => fenna.post(`/v1/applications/${id}/submission`, { version });
    expectRefusal(await withoutTrace(service, submission), 409, 'window-closed');
  });
});

describe('An application on paper', () => {
  const enter = (change: Record<string, unknown>) =>
    kees.post<ApplicationAnswer>('/v1/paper-applications', { body: paperApplication(change) });

  it('cannot have been received in the future', async () => {
    const answer = await withoutTrace(service, () => enter({ receivedOn: '2019-03-05' }));
    expectRefusal(answer as never, 400, 'received-in-future');
  });

  it('is not entered by the kernregisseur of another kern', async () => {
    const answer = await withoutTrace(service, () => enter({ kernCode: 'ravenswaaij' }));
    expectRefusal(answer as never, 403, 'not-allowed');
  });

  it('is not entered by a resident', async () => {
    const answer = await withoutTrace(service, () =>
      fenna.post('/v1/paper-applications', { body: paperApplication() }),
    );
    expectRefusal(answer, 403, 'not-allowed');
  });

  it('that came in too late is accepted, and found not to be in time', async () => {
    service.clock.set(new Date('2019-06-05T09:00:00Z'));
    const answer = await enter({ receivedOn: '2019-06-04' });
    service.clock.set(new Date('2019-03-04T09:00:00Z'));
    expect(answer.status).toBe(201);
    const { body } = await kees.get<{ findings: { criterionCode: string; outcome: string }[] }>(
      `/v1/applications/${answer.body.id}/findings`,
    );
    expect(body.findings).toContainEqual(
      expect.objectContaining({ criterionCode: 'in-time', outcome: 'not-met' }),
    );
  });
});
