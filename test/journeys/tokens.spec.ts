import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createDevelopmentIssuer,
  mountDevelopmentIssuer,
} from '../../src/identity/development-issuer/mount-development-issuer.ts';
import { roles } from '../../src/kernel/actor.ts';
import { demoPeople } from '../../src/seeds/demo-people.ts';
import { type GuardedService, startGuardedService } from '../support/guarded-service.ts';

let service: GuardedService;
let issuer: string;
const announced: string[] = [];

beforeAll(async () => {
  const announce = (line: string) => announced.push(line);
  service = await startGuardedService(async (publicUrl) => {
    const options = { publicUrl, people: demoPeople, production: false, announce };
    const development = await createDevelopmentIssuer(options);
    return {
      identity: development.identity,
      prepare: (fastify) => mountDevelopmentIssuer(fastify, development),
    };
  });
  issuer = `${service.url}/development/issuer`;
});

afterAll(() => service.application.close());

interface TokenAnswer {
  readonly access_token?: string;
  readonly error?: string;
}

async function askToken(parameters: Record<string, string>): Promise<TokenAnswer> {
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(parameters) });
  return (await response.json()) as TokenAnswer;
}

function tokenByOneCall(person: string, secret = 'demo'): Promise<TokenAnswer> {
  return askToken({ grant_type: 'client_credentials', client_id: person, client_secret: secret });
}

async function call(path: string, token: string | undefined, method = 'GET') {
  const response = await fetch(`${service.url}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A browser that follows redirects inside the service, keeps cookies, and stops where it is sent elsewhere. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async go(
    address: string,
    method: 'GET' | 'POST' = 'GET',
  ): Promise<{ address: string; status: number; page: string }> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = method === 'POST' ? new URLSearchParams() : null;
    const headers = { cookie, accept: 'text/html' };
    const response = await fetch(address, { method, headers, body, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return { address, status: response.status, page: await response.text() };
    const next = new URL(location, address).href;
    return next.startsWith(issuer) ? this.go(next) : { address: next, status: response.status, page: '' };
  }
}

function loginAddress(redirect: string, client: string, challenge: string): string {
  const parameters = new URLSearchParams({
    client_id: client,
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid kernbudget',
    state: 'where I was',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return `${issuer}/auth?${parameters.toString()}`;
}

describe('Somebody at a command line', () => {
  it('gets a token for every person of the demonstration with one call', async () => {
    for (const person of demoPeople) {
      const { access_token: token } = await tokenByOneCall(person.id);
      const { status, body } = await call('/applications', token, 'POST');
      const applies = person.roles.includes('resident');
      expect([person.id, status]).toEqual([person.id, applies ? 200 : 403]);
      if (applies)
        expect(body).toMatchObject({ subject: person.id, name: person.name, kernCodes: person.kernen });
    }
  });

  it('finds somebody of every role', () => {
    expect(new Set(demoPeople.flatMap((person) => person.roles))).toEqual(new Set(roles));
  });

  it('gets no token with a wrong secret, or for somebody who is not there', async () => {
    expect(await tokenByOneCall('fenna', 'guess')).toMatchObject({ error: 'invalid_client' });
    expect(await tokenByOneCall('nobody')).toMatchObject({ error: 'invalid_client' });
  });

  it('finds the people and the call to make on a page', async () => {
    const response = await fetch(issuer);
    expect(response.headers.get('content-type')).toContain('text/html');
    const page = await response.text();
    expect(page).toContain('Fenna Voorbeeld');
    expect(page).toContain(`-d client_id=fenna -d client_secret=demo ${issuer}/token`);
  });
});

describe('A caller', () => {
  it('who represents a foundation acts for it under the own name', async () => {
    const { access_token: token } = await tokenByOneCall('sanne');
    expect((await call('/applications', token, 'POST')).body).toMatchObject({
      subject: 'sanne',
      represents: { subject: 'kvk-00000000', name: 'Stichting Het Verzonnen Dorpshuis' },
    });
    expect((await call('/applications/kvk-00000000', token)).status).toBe(200);
    expect((await call('/applications/sanne', token)).status).toBe(404);
  });

  it('does not see the application of another resident', async () => {
    const { access_token: token } = await tokenByOneCall('fenna');
    expect((await call('/applications/fenna', token)).status).toBe(200);
    expect(await call('/applications/gijs', token)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });

  it('may not do what belongs to another role', async () => {
    const { access_token: resident } = await tokenByOneCall('fenna');
    const { access_token: finance } = await tokenByOneCall('farid');
    expect(await call('/ledger', resident)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await call('/ledger', finance)).status).toBe(200);
    const { access_token: administrator } = await tokenByOneCall('bas');
    expect((await call('/applications/fenna', administrator)).status).toBe(403);
  });
});

describe('Somebody in a browser', () => {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');

  async function logIn(redirect: string, client: string, person: string): Promise<TokenAnswer> {
    const browser = new Browser();
    const choice = await browser.go(loginAddress(redirect, client, challenge));
    expect(choice.page).toContain('Als wie wilt u inloggen?');
    const action = new RegExp(`action="([^"]+/${person})"`).exec(choice.page)?.[1] ?? 'no such person';
    const back = new URL((await browser.go(action, 'POST')).address);
    expect(`${back.origin}${back.pathname}`).toBe(redirect);
    expect(back.searchParams.get('state')).toBe('where I was');
    return askToken({
      grant_type: 'authorization_code',
      client_id: client,
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirect,
      code_verifier: verifier,
    });
  }

  it('chooses a person, comes back to the documentation, and gets a token', async () => {
    const answer = await logIn(`${service.url}/docs/oauth2-redirect.html`, 'kernbudget-browser', 'rik');
    expect((await call('/applications', answer.access_token, 'POST')).body).toMatchObject({
      subject: 'rik',
      name: 'Rik Demonstratie',
      roles: ['resident'],
    });
  });

  it('can come back to an application on any port of the own machine', async () => {
    const answer = await logIn('http://localhost:5173/callback', 'kernbudget-local', 'sanne');
    expect((await call('/applications', answer.access_token, 'POST')).body).toMatchObject({
      subject: 'sanne',
      represents: { subject: 'kvk-00000000' },
    });
  });

  it('is not sent to an address that is not known', async () => {
    const address = loginAddress('https://elsewhere.example/callback', 'kernbudget-browser', challenge);
    const answer = await new Browser().go(address);
    expect(answer.status).toBe(400);
    expect(answer.page).toContain('Inloggen is niet gelukt');
  });

  it('hears so when a login has ended, or a person is not there', async () => {
    const browser = new Browser();
    expect((await browser.go(`${issuer}/interaction/gone`)).status).toBe(400);
    expect((await browser.go(`${issuer}/interaction/gone/fenna`, 'POST')).status).toBe(400);
    expect((await browser.go(`${issuer}/interaction/gone/nobody`, 'POST')).status).toBe(404);
  });
});

describe('The development issuer', () => {
  it('describes itself where clients look for it, with its addresses below its own', async () => {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`);
    const description = (await response.json()) as Record<string, string>;
    expect(description['issuer']).toBe(issuer);
    expect(description['token_endpoint']).toBe(`${issuer}/token`);
    const keys = (await (await fetch(description['jwks_uri'] ?? '')).json()) as { keys: object[] };
    expect(keys.keys).toHaveLength(1);
    expect(keys.keys[0]).not.toHaveProperty('d');
  });

  it('says loudly what it is', () => {
    expect(announced.join('\n')).toContain('INLOGDIENST VOOR ONTWIKKELING');
  });

  it('writes no token to the log', async () => {
    const { access_token: token = '' } = await tokenByOneCall('fenna');
    await call('/applications/fenna', token);
    for (const part of token.split('.')) expect(service.log()).not.toContain(part);
  });

  it('is not there in production mode', async () => {
    const options = { publicUrl: 'https://kernbudget.example', people: demoPeople, production: true };
    await expect(createDevelopmentIssuer(options)).rejects.toThrow('never runs in production');
  });
});
