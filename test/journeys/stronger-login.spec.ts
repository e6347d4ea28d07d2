import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefusal, withoutTrace } from '../support/case-steps.ts';
import { type OwnIssuer, startOwnIssuer } from '../support/own-issuer.ts';
import { completeApplication, startTestService, type TestService } from '../support/test-service.ts';

const substantial = 'urn:etoegang:core:assurance-class:loa3';
const high = 'urn:etoegang:core:assurance-class:loa4';
const low = 'urn:etoegang:core:assurance-class:loa2';

let issuer: OwnIssuer;
let service: TestService;

const choices = {
  ISSUER_STRONG_FOR: 'application:submit,application:withdraw',
  ISSUER_STRONG_ASSURANCE: `${substantial},${high}`,
};

function start(environment: Readonly<Record<string, string>>): Promise<TestService> {
  return startTestService('2019-03-04T09:00:00Z', { ...issuer.environment, ...environment });
}

async function loggedInWith(acr: string | undefined) {
  const claims = { sub: 'fenna', name: 'Fenna Voorbeeld', roles: ['resident'], acr };
  return service.withToken(await issuer.sign(claims));
}

beforeAll(async () => {
  issuer = await startOwnIssuer();
  service = await start(choices);
});
afterAll(async () => {
  await service.stop();
  await issuer.close();
});

describe('Where applying asks for a strong login', () => {
  const body = completeApplication();

  it.each([low, undefined, `${substantial} `])(
    'somebody who logged in with %s is told how to log in, and may look meanwhile',
    async (acr) => {
      const resident = await loggedInWith(acr);
      const answer = await withoutTrace(service, () => resident.post('/v1/applications', { body }));
      expectRefusal(answer, 403, 'stronger-login-needed');
      expect(answer.headers.get('www-authenticate')).toBe(
        `Bearer error="insufficient_user_authentication", acr_values="${substantial} ${high}"`,
      );
      expect((await resident.get('/v1/applications')).status).toBe(200);
    },
  );

  it('somebody who logged in strongly applies and withdraws, and a lighter login of the same person does not', async () => {
    const strong = await loggedInWith(high);
    const { status, body: made } = await strong.post<{ id: string; version: number }>('/v1/applications', {
      body,
    });
    expect(status).toBe(201);
    const withdraw = `/v1/applications/${made.id}/withdrawal`;
    const light = await loggedInWith(low);
    expectRefusal(await light.post(withdraw, { version: made.version }), 403, 'stronger-login-needed');
    expect((await light.get(`/v1/applications/${made.id}`)).status).toBe(200);
    expect((await strong.post(withdraw, { version: made.version })).status).toBe(200);
  });

  it('who may not do it at all is told that, and not to log in better', async () => {
    const claims = { sub: 'farid', name: 'Farid', roles: ['finance'], acr: low };
    const finance = service.withToken(await issuer.sign(claims));
    expectRefusal(await finance.post('/v1/applications', { body }), 403, 'not-allowed');
  });
});

describe('Where applying asks for a login of a short while ago', () => {
  const claims = { sub: 'fenna', name: 'Fenna Voorbeeld', roles: ['resident'] };
  const body = completeApplication({ intent: 'draft' });
  let recent: TestService;

  beforeAll(async () => {
    const asked = { ISSUER_STRONG_FOR: 'application:draft,application:submit' };
    recent = await start({ ...asked, ISSUER_STRONG_WITHIN_MINUTES: '15' });
  });
  afterAll(() => recent.stop());

  const minutesAgo = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60;
  const caller = async (authTime: unknown) =>
    recent.withToken(await issuer.sign({ ...claims, auth_time: authTime }));

  it('somebody who logged in too long ago is told to do so again, and may look meanwhile', async () => {
    for (const authTime of [minutesAgo(16), undefined, String(minutesAgo(1)), null]) {
      const resident = await caller(authTime);
      const answer = await resident.post('/v1/applications', { body });
      expectRefusal(answer, 403, 'stronger-login-needed');
      expect(answer.headers.get('www-authenticate')).toBe(
        'Bearer error="insufficient_user_authentication", max_age="900"',
      );
      expect((await resident.get('/v1/applications')).status).toBe(200);
    }
    expect((await (await caller(minutesAgo(14))).post('/v1/applications', { body })).status).toBe(201);
  });
});

describe('A token', () => {
  it('has the scopes that the municipality asks, or may do nothing', async () => {
    const scoped = await start({ ISSUER_REQUIRED_SCOPES: 'kernbudget,aanvragen' });
    const claims = { sub: 'fenna', name: 'Fenna Voorbeeld', roles: ['resident'] };
    const ask = async (more: object) =>
      scoped.withToken(await issuer.sign({ ...claims, ...more })).get('/v1/applications');
    for (const more of [{}, { scope: 'kernbudget' }, { scope: 'kernbudgetaanvragen' }, { scope: 7 }]) {
      const answer = await ask(more);
      expectRefusal(answer, 403, 'not-allowed');
      expect(answer.headers.get('www-authenticate')).toBe(
        'Bearer error="insufficient_scope", scope="kernbudget aanvragen"',
      );
    }
    for (const more of [{ scope: 'openid aanvragen kernbudget' }, { scp: ['kernbudget', 'aanvragen'] }]) {
      expect((await ask(more)).status).toBe(200);
    }
    await scoped.stop();
  });
});

describe('A configuration of strong logins', () => {
  it('that names an action that there is not, or half of what is needed, stops the service', async () => {
    await expect(start({ ...choices, ISSUER_STRONG_FOR: 'application:send' })).rejects.toThrow(
      'STRONG_FOR noemt application:send',
    );
    await expect(start({ ISSUER_STRONG_FOR: 'application:submit' })).rejects.toThrow('horen bij elkaar');
  });

  it('lets what is strong enough for applying be enough for a general minimum as well', async () => {
    const other = await start({ ...choices, ISSUER_ACCEPTED_ASSURANCE: low });
    const claims = { sub: 'fenna', name: 'Fenna Voorbeeld', roles: ['resident'] };
    const statuses = await Promise.all(
      [low, high, undefined].map(async (acr) => {
        const caller = other.withToken(await issuer.sign({ ...claims, acr }));
        return (await caller.get('/v1/applications')).status;
      }),
    );
    expect(statuses).toEqual([200, 200, 403]);
    await other.stop();
  });
});
