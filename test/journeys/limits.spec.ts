import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { generateKeyPair, exportJWK, SignJWT } from 'jose';
import { type GuardedService, startGuardedService } from '../support/guarded-service.ts';
import { startDemonstration, urlOf } from './http-conduct.application.ts';
import { expectProblem } from './http-conduct.cases.ts';

const everyAnswer = ['api-version', 'x-request-id', 'strict-transport-security', 'x-content-type-options'];

function limitsIn({ headers }: Response): (string | null)[] {
  return ['ratelimit-policy', 'ratelimit'].map((name) => headers.get(name));
}

describe('Somebody who has not logged in', () => {
  let application: NestFastifyApplication;
  const ask = (path: string, headers = {}) => fetch(`${urlOf(application)}${path}`, { headers });

  beforeAll(async () => {
    const limits = { perCallerPerMinute: 0, perAddressPerMinute: 4 };
    application = await startDemonstration({ limits, logLevel: 'silent', trustProxy: '127.0.0.1' });
  });

  afterAll(() => application.close());

  it('reads in every answer how many requests are left', async () => {
    const first = await ask('/v1/ideas', { 'x-forwarded-for': '192.0.2.1' });
    expect(limitsIn(first)).toEqual(['"address";q=4;w=60', '"address";r=3;t=60']);
  });

  it('uses them up with whatever they ask, also where there is nothing', async () => {
    const from = { 'x-forwarded-for': '192.0.2.2' };
    const paths = ['/v1/ideas', '/v1/nothing', '/v1/openapi.json', '/.well-known/security.txt'];
    for (const path of paths) expect((await ask(path, from)).status).not.toBe(429);
    const refused = await ask('/v1/nothing', from);
    for (const name of everyAnswer) expect(refused.headers.has(name)).toBe(true);
    expect(limitsIn(refused)).toEqual(['"address";q=4;w=60', expect.stringMatching(/^"address";r=0;t=\d+$/)]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectProblem(refused, 429, 'too-many-requests');
  });

  it('does not use up those of another address', async () => {
    expect((await ask('/v1/ideas', { 'x-forwarded-for': '192.0.2.3' })).status).toBe(200);
  });

  it('gets no fresh ones by another address of the same network, or by a token on a public route', async () => {
    const answers = [];
    for (const last of ['1', '2', '3', '4', '5']) {
      const headers = { 'x-forwarded-for': `2001:db8::${last}`, authorization: `Bearer ${last}` };
      answers.push((await ask('/v1/ideas', headers)).status);
    }
    expect(answers).toEqual([200, 200, 200, 200, 429]);
  });
});

describe('Somebody who makes up an address', () => {
  it('is counted under the true one, where no proxy is trusted', async () => {
    const limits = { perCallerPerMinute: 0, perAddressPerMinute: 1 };
    const application = await startDemonstration({ limits, logLevel: 'silent' });
    const ask = (address: string) =>
      fetch(`${urlOf(application)}/v1/ideas`, { headers: { 'x-forwarded-for': address } });
    expect([(await ask('192.0.2.1')).status, (await ask('192.0.2.2')).status]).toEqual([200, 429]);
    await application.close();
  });
});

describe('Somebody who has logged in', () => {
  let service: GuardedService;
  let tokenOf: (subject: string) => Promise<string>;

  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const keys = [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'one' }];
    const issuer = 'https://issuer.example';
    const identity = { issuer, audience: 'kernbudget', algorithms: ['RS256'] as const, jwks: { keys } };
    tokenOf = (subject) =>
      new SignJWT({ iss: issuer, aud: 'kernbudget', sub: subject, name: subject, roles: ['resident'] })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'one' })
        .setExpirationTime('1h')
        .sign(privateKey);
    service = await startGuardedService(() => ({ identity }), {
      limits: { perCallerPerMinute: 3, perAddressPerMinute: 5 },
    });
  });

  afterAll(() => service.application.close());

  const ask = (token: string) =>
    fetch(`${service.url}/v1/applications`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });

  it('has requests of their own, with every token that they get, and does not use up those of others', async () => {
    const answers = [];
    for (let index = 0; index < 4; index += 1) answers.push(await ask(await tokenOf('fenna')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const [first, refused] = [answers[0], answers[3]];
    expect(first && limitsIn(first)).toEqual(['"caller";q=3;w=60', '"caller";r=2;t=60']);
    if (refused) await expectProblem(refused, 429, 'too-many-requests');
    expect((await ask(await tokenOf('gijs'))).status).toBe(200);
  });

  it('is counted by address as long as the token is not accepted', async () => {
    const statuses = [];
    for (let index = 0; index < 6; index += 1) statuses.push((await ask(`guess ${index}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await ask(await tokenOf('rik'))).status).toBe(200);
  });
});
