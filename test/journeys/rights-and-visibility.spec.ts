import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApplicationAnswer,
  contents,
  expectRefusal,
  lettersOf,
  paperApplication,
  submit,
} from '../support/case-steps.ts';
import type { ApiDocument } from '../support/hostile-requests.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import { acceptableBodies } from '../support/acceptable-bodies.ts';
import {
  type Answer,
  completeApplication,
  startTestService,
  type TestCaller,
  type TestService,
} from '../support/test-service.ts';

const unknownId = '019a0000-0000-7000-8000-000000000009';
const otherId = '019a0000-0000-7000-8000-00000000000a';

interface Route {
  readonly operationId: string;
  readonly method: string;
  readonly path: (id: string) => string;
}

/** Every route of the API about one application, or about one letter. */
async function routesAbout(service: TestService, parameter: string): Promise<Route[]> {
  const { paths } = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as ApiDocument;
  return Object.entries(paths).flatMap(([template, item]) =>
    !template.includes(`{${parameter}}`)
      ? []
      : Object.entries(item).map(([method, { operationId }]) => ({
          operationId,
          method,
          path: (id: string) => {
            const filled = template
              .replace(`{${parameter}}`, id)
              .replace('{criterionCode}', 'meeting')
              .replace('{stepCode}', 'visit')
              .replace('{recusalId}', otherId)
              .replace('{attachmentId}', otherId)
              .replace('{partyId}', otherId);
            return `/v1${filled}${operationId === 'previewLetter' ? '?sentOn=2019-03-04' : ''}`;
          },
        })),
  );
}

function call(caller: TestCaller, { operationId, method, path }: Route, id: string): Promise<Answer> {
  if (method === 'get') return caller.get(path(id));
  const options = { version: 3, body: acceptableBodies[operationId] };
  return method === 'put' ? caller.put(path(id), options) : caller.post(path(id), options);
}

/** Asserts that somebody cannot tell something that is there from something that is not. */
async function expectHidden(caller: TestCaller, routes: readonly Route[], id: string): Promise<string[]> {
  const statuses: string[] = [];
  for (const route of routes) {
    const [hidden, absent] = [await call(caller, route, id), await call(caller, route, unknownId)];
    expect([`${route.operationId} 404`, `${route.operationId} 403`]).toContain(
      `${route.operationId} ${hidden.status}`,
    );
    const anonymous = ({ status, body }: Answer, own: string) => [
      status,
      JSON.stringify(body).replaceAll(own, 'id'),
    ];
    expect(anonymous(hidden, id)).toEqual(anonymous(absent, unknownId));
    statuses.push(`${route.operationId} ${hidden.status}`);
  }
  return statuses;
}

describe('What somebody may see', () => {
  let service: TestService;
  let fenna: TestCaller;
  let kees: TestCaller;

  beforeAll(async () => {
    service = await startTestService();
    [fenna, kees] = await Promise.all([service.as('fenna'), service.as('kees')]);
  });
  afterAll(() => service.stop());

  it('does not include the application of another resident, on any route, nor a sign that it exists', async () => {
    const { id } = await submit(fenna);
    const letter = (await lettersOf(fenna, id))[0]!;
    const gijs = await service.as('gijs');
    const before = await contents(service);
    const routes = await routesAbout(service, 'applicationId');
    const seen = await expectHidden(gijs, routes, id);
    expect(seen).toEqual(
      expect.arrayContaining([
        ...['getApplication 404', 'getCaseOverview 404', 'getTimeline 404', 'getDecision 404'],
        ...['supplementApplication 404', 'withdrawApplication 404', 'submitDraft 404', 'reviseDraft 404'],
        ...['listLetters 404', 'listFindings 403', 'recordFinding 403', 'requestCompletion 403'],
      ]),
    );
    const letterRoutes = await routesAbout(service, 'letterId');
    expect(await expectHidden(gijs, letterRoutes, letter.id)).toEqual(
      expect.arrayContaining(['getLetter 404', 'getLetterDocument 404']),
    );
    expect(await contents(service)).toEqual(before);
    expect((await gijs.get('/v1/applications')).body).toMatchObject({ items: [], next: null });
  });

  it('does not include an application of a kern that a kernregisseur does not work for', async () => {
    const { id } = await submit(fenna, { kernCode: 'ravenswaaij' });
    const letter = (await lettersOf(fenna, id))[0]!;
    const before = await contents(service);
    await expectHidden(kees, await routesAbout(service, 'applicationId'), id);
    await expectHidden(kees, await routesAbout(service, 'letterId'), letter.id);
    expect(await contents(service)).toEqual(before);
    const work = await kees.get('/v1/work-list?kernCode=ravenswaaij');
    expect(work.body).toMatchObject({ items: [] });
    const list = { regulationCode: 'leefbaarheidsbudget-2019', kernCodes: ['ravenswaaij'] };
    expectRefusal(await kees.post('/v1/college-lists', { body: list }), 404, 'not-found');
  });

  it('does not include drafts for any official, also not when they were withdrawn', async () => {
    const draft = await submit(fenna, { intent: 'draft' });
    const dropped = await submit(fenna, { intent: 'draft' });
    const withdrawn = await fenna.post<ApplicationAnswer>(`/v1/applications/${dropped.id}/withdrawal`, {
      version: dropped.version,
    });
    expect(withdrawn.body.status).toBe('withdrawn');
    const routes = await routesAbout(service, 'applicationId');
    for (const name of ['kees', 'bram', 'roos', 'aagje', 'farid', 'bas', 'dieuwke']) {
      const official = await service.as(name);
      await expectHidden(official, routes, draft.id);
      await expectHidden(official, routes, dropped.id);
      for (const query of ['limit=100', 'status=withdrawn']) {
        const { body } = await official.get<{ items?: { id: string }[] }>(`/v1/work-list?${query}`);
        const ids = (body.items ?? []).map((item) => item.id);
        expect(ids).not.toContain(draft.id);
        expect(ids).not.toContain(dropped.id);
      }
      expectRefusalOrNothing(await official.get('/v1/work-list?status=draft'));
    }
    expect((await fenna.get(`/v1/applications/${dropped.id}/overview`)).status).toBe(200);
  });

  it('is for a foundation what was asked in its name, and not what its representative asks', async () => {
    const sanne = await service.as('sanne');
    const { id } = await submit(sanne);
    expect((await sanne.get(`/v1/applications/${id}`)).status).toBe(200);
    expectRefusal(await fenna.get(`/v1/applications/${id}`), 404, 'application-not-found');
  });

  it('is not more for who has the role of a resident too: paper applications belong to nobody who can log in', async () => {
    const entered = await kees.post<ApplicationAnswer>('/v1/paper-applications', {
      body: paperApplication(),
    });
    expectRefusal(await fenna.get(`/v1/applications/${entered.body.id}`), 404, 'application-not-found');
  });

  it('is nothing without logging in, but for kernen, regulations and budgets', async () => {
    const nobody = await service.as(null);
    for (const path of ['/v1/kernen', '/v1/regulations', '/v1/budgets', '/.well-known/security.txt']) {
      expect([path, (await nobody.get(path)).status]).toEqual([path, 200]);
    }
    for (const route of await routesAbout(service, 'applicationId')) {
      const answer = await call(nobody, route, unknownId);
      expectRefusal(answer, 401, 'token-missing');
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
    for (const path of ['/v1/applications', '/v1/work-list', '/v1/college-lists', '/v1/reports/spending']) {
      expectRefusal(await nobody.get(path), 401, 'token-missing');
    }
  });

  it('is money and no motives for finance, and applications but no ledger for who handles them', async () => {
    const farid = await service.as('farid');
    const budgets = await farid.get<{ items: { id: string }[] }>('/v1/budgets');
    const entries = `/v1/budgets/${budgets.body.items[0]!.id}/entries`;
    expect((await farid.get(entries)).status).toBe(200);
    expect((await farid.get('/v1/work-list')).status).toBe(200);
    const { id } = await submit(fenna);
    expect((await farid.get(`/v1/applications/${id}`)).body).not.toHaveProperty('description');
    expectRefusal(await farid.get(`/v1/applications/${id}/findings`), 403, 'not-allowed');
    expectRefusal(await kees.get(entries), 403, 'not-allowed');
    expectRefusal(await fenna.get(entries), 403, 'not-allowed');
  });
});

function expectRefusalOrNothing(answer: Answer): void {
  expect([400, 403]).toContain(answer.status);
}

describe('A token', () => {
  let issuer: OwnIssuer;
  let service: TestService;
  const fenna = { sub: 'fenna', name: 'Fenna Voorbeeld', roles: ['resident'] };
  const now = () => Math.floor(Date.now() / 1000);

  beforeAll(async () => {
    issuer = await startOwnIssuer();
    service = await startTestService(undefined, issuer.environment);
  });
  afterAll(async () => {
    await service.stop();
    await issuer.close();
  });

  async function expectRefused(token: string): Promise<void> {
    const before = await contents(service);
    const caller = service.withToken(token);
    const answers = [
      await caller.get('/v1/applications'),
      await caller.post('/v1/applications', { body: completeApplication() }),
    ];
    for (const answer of answers) {
      expectRefusal(answer, 401, 'token-invalid');
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(JSON.stringify(answer.body)).not.toContain(token.split('.')[1] || 'geen');
    }
    expect(await contents(service)).toEqual(before);
  }

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('that is good is believed', async () => {
    const caller = service.withToken(await issuer.sign(fenna));
    expect((await caller.get('/v1/applications')).status).toBe(200);
  });

  it('in which a role was written by hand is refused', async () => {
    const [header, payload, signature] = (await issuer.sign(fenna)).split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    await expectRefused([header, part({ ...claims, roles: ['registrar'] }), signature].join('.'));
    await expectRefused([header, payload, `${signature.slice(0, -4)}AAAA`].join('.'));
  });

  it('without a signature, or signed with a secret that everybody knows, is refused', async () => {
    const payload = (await issuer.sign(fenna)).split('.')[1]!;
    await expectRefused(`${part({ alg: 'none', typ: 'at+jwt' })}.${payload}.`);
    await expectRefused(`${part({ alg: 'none', typ: 'at+jwt' })}.${payload}.AAAA`);
    const jwks = await (await fetch(issuer.environment['ISSUER_JWKS_URL']!)).text();
    const signed = `${part({ alg: 'HS256', typ: 'at+jwt', kid: 'own-issuer' })}.${payload}`;
    const modulus = (JSON.parse(jwks) as { keys: { n: string }[] }).keys[0]!.n;
    for (const secret of [jwks, modulus, Buffer.from(modulus, 'base64url')]) {
      await expectRefused(`${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`);
    }
  });

  it('that has expired, is not valid yet, or never expires is refused', async () => {
    await expectRefused(await issuer.sign({ ...fenna, exp: now() - 1 }));
    await expectRefused(await issuer.sign({ ...fenna, nbf: now() + 600 }));
    await expectRefused(await issuer.sign({ ...fenna, exp: undefined }));
  });

  it('for another service, of another issuer, of another kind or by another key is refused', async () => {
    await expectRefused(await issuer.sign({ ...fenna, aud: 'belastingen' }));
    await expectRefused(await issuer.sign({ ...fenna, iss: 'https://elsewhere.example' }));
    await expectRefused(await issuer.sign(fenna, { typ: 'id+jwt' }));
    const other = await startOwnIssuer();
    const { ISSUER_URL: iss, ISSUER_AUDIENCE: aud } = issuer.environment;
    await expectRefused(await other.sign({ ...fenna, iss, aud }));
    await other.close();
  });

  it('with claims that cannot be is refused, and one that is too long or no token at all is not even read', async () => {
    for (const claims of [
      { sub: '' },
      { sub: 7 },
      { roles: 'registrar' },
      { roles: [{}] },
      { name: 'a\u202eb' },
    ]) {
      await expectRefused(await issuer.sign({ ...fenna, ...claims }));
    }
    await expectRefused(await issuer.sign({ ...fenna, name: 'x'.repeat(9000) }));
    await expectRefused(`niets.${randomUUID()}.nergens`);
  });

  it('with a role that we do not know gives no rights', async () => {
    const caller = service.withToken(await issuer.sign({ ...fenna, roles: ['burgemeester'] }));
    expectRefusal(await caller.get('/v1/applications'), 403, 'not-allowed');
  });
});
