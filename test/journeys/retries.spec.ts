import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  lettersOf,
  paperApplication,
  submit,
} from '../support/case-steps.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import {
  completeApplication,
  startTestService,
  type TestCaller,
  type TestService,
} from '../support/test-service.ts';

let issuer: OwnIssuer;
let service: TestService;
let fenna: TestCaller;
let bram: TestCaller;

beforeAll(async () => {
  issuer = await startOwnIssuer();
  service = await startTestService('2019-03-04T09:00:00Z', issuer.environment);
  fenna = await somebody('fenna', ['resident']);
  bram = await somebody('bram', ['assessor']);
});
afterAll(async () => {
  await service.stop();
  await issuer.close();
});

async function somebody(sub: string, roles: string[], more: object = {}): Promise<TestCaller> {
  return service.withToken(await issuer.sign({ sub, name: `Naam van ${sub}`, roles, ...more }));
}

const kernregisseur = (...kernen: string[]) => somebody('kees', ['kernregisseur'], { kernen });

describe('A request that is sent again', () => {
  it('by twenty clients at the same moment is done once, and all get the same answer', async () => {
    const sent = { key: 'twintig-tegelijk', body: completeApplication() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => fenna.post('/v1/applications', sent)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body['number'])).size).toBe(1);
    const { body } = await fenna.get<{ items: unknown[] }>('/v1/applications');
    expect(body.items).toHaveLength(1);
  });

  it('gets no answer any more when the sender has lost the right to see it', async () => {
    const sent = { key: 'papier', body: paperApplication() };
    const first = await (await kernregisseur('ingen')).post('/v1/paper-applications', sent);
    expect(first.status).toBe(201);
    const again = await (await kernregisseur('ingen')).post('/v1/paper-applications', sent);
    expect(again.body).toEqual(first.body);
    const elsewhere = await (await kernregisseur('zoelen')).post('/v1/paper-applications', sent);
    expectRefusal(elsewhere, 403, 'not-allowed');
    expect(JSON.stringify(elsewhere.body)).not.toContain('Fenna');
  });

  it('gets no letter any more when the sender works for another kern by now', async () => {
    const { id, version } = await submit(fenna, { iban: undefined });
    const items = [{ what: 'Een rekeningnummer', why: 'Om te kunnen betalen.' }];
    const path = `/v1/applications/${id}/completion-requests`;
    const asked = { key: 'aanvulling', version, body: { items } };
    const letter = await (await kernregisseur('ingen')).post<{ id: string }>(path, asked);
    expect(letter.status).toBe(201);
    const sending = { key: 'verzenden', version: 1, body: { sentOn: '2019-03-04', channel: 'electronic' } };
    const announcement = `/v1/letters/${letter.body.id}/announcement`;
    const sent = await (await kernregisseur('ingen')).post(announcement, sending);
    expect(sent.status).toBe(200);
    expect((await (await kernregisseur('ingen')).post(announcement, sending)).body).toEqual(sent.body);
    const moved = await kernregisseur('zoelen');
    expectRefusal(await moved.post(path, asked), 404, 'application-not-found');
    expectRefusal(await moved.post(announcement, sending), 404, 'letter-not-found');
  });

  it('gets no list any more when the sender works for another kern by now', async () => {
    service.clock.set(new Date('2019-06-11T08:00:00Z'));
    const { body } = await fenna.get<{ items: ApplicationAnswer[] }>('/v1/applications');
    await assess(bram, body.items[0]!, 'not-met');
    const sent = { key: 'lijst', body: { regulationCode: 'leefbaarheidsbudget-2019', kernCodes: ['ingen'] } };
    const list = await (await kernregisseur('ingen')).post('/v1/college-lists', sent);
    expect(list.status).toBe(201);
    const moved = await (await kernregisseur('zoelen')).post('/v1/college-lists', sent);
    expectRefusal(moved, 404, 'college-list-not-found');
    service.clock.set(new Date('2019-03-04T09:00:00Z'));
  });

  it('is another request when the sender acts for somebody else', async () => {
    const represents = (name: string) => ({ represents: { sub: name, name, kind: 'organisation' } });
    const sent = { key: 'namens', body: completeApplication({ intent: 'draft' }) };
    const forOne = await somebody('sanne', ['representative'], represents('stichting-een'));
    const forOther = await somebody('sanne', ['representative'], represents('stichting-twee'));
    const [one, other] = [
      await forOne.post('/v1/applications', sent),
      await forOther.post('/v1/applications', sent),
    ];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body['id']).not.toBe(other.body['id']);
  });

  it('has no stored answer any more after its end date, and no readable one before', async () => {
    const rows = await service.database.asOwner<{ answer: string; hours: number }>(
      `SELECT answer, round(extract(epoch FROM ends_at - now()) / 3600)::int AS hours FROM idempotency_record`,
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const { answer, hours } of rows) {
      expect(answer).toMatch(/^test:[\w-]+:[\w-]+:[\w-]+$/);
      expect(hours).toBe(24);
    }
  });
});

describe('Everything that can be changed', () => {
  it('shows its version as ETag, and asks for it in If-Match', async () => {
    const { id } = await submit(fenna, { electronicMessages: false });
    const [letter] = await lettersOf(bram, id);
    for (const path of [
      `/v1/applications/${id}`,
      `/v1/applications/${id}/overview`,
      `/v1/letters/${letter!.id}`,
    ]) {
      expect((await bram.get(path)).headers.get('etag')).toMatch(/^"[1-9]\d*"$/);
    }
    const registrar = await somebody('roos', ['registrar']);
    const announce = (version?: number) =>
      registrar.post(`/v1/letters/${letter!.id}/announcement`, {
        ...(version !== undefined && { version }),
        body: { sentOn: '2019-03-04', channel: 'post' },
      });
    expectRefusal(await announce(), 428, 'precondition-required');
    expectRefusal(await announce(2), 412, 'precondition-failed');
    const sent = await announce(1);
    expect([sent.status, sent.headers.get('etag')]).toEqual([200, '"2"']);
    expectRefusal(await announce(1), 412, 'precondition-failed');
    expectRefusal(await announce(2), 409, 'already-sent');
  });

  it('has another version after a finding or a request to complete: who saw it before has not seen that', async () => {
    const { id, version } = await submit(fenna, { iban: undefined });
    const seen = async () => (await fenna.get<ApplicationAnswer>(`/v1/applications/${id}`)).body.version;
    const judge = (expected: number) =>
      bram.put<{ version: number }>(`/v1/applications/${id}/findings/meeting`, {
        version: expected,
        body: { outcome: 'met', reason: 'Dat blijkt uit de aanvraag.' },
      });
    const found = await judge(version);
    expect(found.headers.get('etag')).toBe(`"${version + 1}"`);
    expectRefusal(await judge(version), 412, 'precondition-failed');
    const read = await bram.get(`/v1/applications/${id}/findings`);
    expect(read.headers.get('etag')).toBe(`"${version + 1}"`);
    expect(await seen()).toBe(version + 1);
    const path = `/v1/applications/${id}/completion-requests`;
    const body = { items: [{ what: 'Een rekeningnummer', why: 'Om te kunnen betalen.' }] };
    expectRefusal(await bram.post(path, { version, body }), 412, 'precondition-failed');
    expect((await bram.post(path, { version: version + 1, body })).status).toBe(201);
    expect(await seen()).toBe(version + 2);
  });

  it('does so on every route of the API that changes something that is there already', async () => {
    const document = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as {
      paths: Record<
        string,
        Record<string, { parameters?: { name: string }[]; responses: Record<string, object> }>
      >;
    };
    const without: string[] = [];
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, { parameters = [], responses }] of Object.entries(operations)) {
        const names = parameters.map(({ name }) => name);
        // What makes something new changes nothing that somebody may have seen.
        const isChange = names.includes('Idempotency-Key') && path.includes('{') && !('201' in responses);
        if (isChange && !names.includes('If-Match')) without.push(`${method} ${path}`);
      }
    }
    expect(without).toEqual([]);
  });
});
