import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { sendRaw } from '../../test/journeys/http-conduct.cases.ts';
import { type GuardedService, startGuardedService } from '../../test/support/guarded-service.ts';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

const issuer = 'https://issuer.example';
const now = Math.floor(Date.now() / 1000);
const claims = {
  iss: issuer,
  aud: 'kernbudget',
  sub: 'fenna',
  name: 'Fenna Voorbeeld',
  roles: ['resident'],
  iat: now - 10,
  nbf: now - 10,
  exp: now + 600,
};
const header = { alg: 'RS256', typ: 'at+jwt', kid: 'known' };

let trusted: KeyPair;
let stranger: KeyPair;
let ofOtherKind: KeyPair;
let service: GuardedService;
let publicPem: string;

beforeAll(async () => {
  [trusted, stranger, ofOtherKind] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256'),
    generateKeyPair('ES256'),
  ]);
  publicPem = await exportSPKI(trusted.publicKey);
  const known = { ...(await exportJWK(trusted.publicKey)), kid: 'known', alg: 'RS256', use: 'sig' };
  const ofOther = { ...(await exportJWK(ofOtherKind.publicKey)), kid: 'other', alg: 'ES256', use: 'sig' };
  service = await startGuardedService(() => ({
    identity: {
      issuer,
      audience: 'kernbudget',
      algorithms: ['RS256'],
      jwks: { keys: [known, ofOther] },
    },
  }));
});

afterAll(() => service.application.close());

type Change = Record<string, unknown>;

function signed(change: Change = {}, headerChange: Change = {}, key: KeyPair = trusted): Promise<string> {
  const payload = { ...claims, ...change } as JWTPayload;
  return new SignJWT(payload).setProtectedHeader({ ...header, ...headerChange }).sign(key.privateKey);
}

function encoded(part: unknown): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}

/** Signed by the trusted key, over a text that no JSON writer would make. */
async function signedText(payload: string, name = JSON.stringify(header)): Promise<string> {
  const content = `${encoded(name)}.${encoded(payload)}`;
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', trusted.privateKey, Buffer.from(content));
  return `${content}.${Buffer.from(signature).toString('base64url')}`;
}

/** The claims of the resident with one more claim behind them, whose name may stand there already. */
function claimsWith(more: string): string {
  return `${JSON.stringify(claims).slice(0, -1)},${more}}`;
}

function withSecret(secret: string): string {
  const content = `${encoded({ ...header, alg: 'HS256' })}.${encoded(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

async function tampered(change: Change): Promise<string> {
  const [first, , signature] = (await signed()).split('.');
  return `${first}.${encoded({ ...claims, ...change })}.${signature}`;
}

async function ask(
  authorization: string | undefined,
  method: 'GET' | 'POST' = 'POST',
  path = '/v1/applications',
) {
  const headers = new Headers(authorization === undefined ? [] : [['authorization', authorization]]);
  const response = await fetch(`${service.url}${path}`, { method, headers });
  const body = await response.text();
  const { code } = JSON.parse(body) as { code?: string };
  return { status: response.status, code, body, headers: response.headers };
}

const without = (claim: string): Change => ({ [claim]: undefined });

const hostile: Record<string, () => Promise<string> | string> = {
  'a claim changed after signing': () => tampered({ roles: ['auditor'] }),
  'a later expiry written in': () => tampered({ exp: now + 99_999 }),
  'the signature cut off': async () => (await signed()).split('.').slice(0, 2).join('.'),
  'an empty signature': async () => `${(await signed()).split('.').slice(0, 2).join('.')}.`,
  'a signature of zeros': async () =>
    `${(await signed()).split('.').slice(0, 2).join('.')}.${'A'.repeat(342)}`,
  'alg none': () => `${encoded({ alg: 'none', typ: 'at+jwt' })}.${encoded(claims)}.`,
  'alg None and a signature': () => `${encoded({ ...header, alg: 'None' })}.${encoded(claims)}.AAAA`,
  'alg none under the signature of another': async () =>
    `${encoded({ ...header, alg: 'none' })}.${encoded(claims)}.${(await signed()).split('.')[2]}`,
  'HS256 with the public key as secret': () => withSecret(publicPem),
  'HS256 with an empty secret': () => withSecret(''),
  'an algorithm that is not on the list': () => signed({}, { alg: 'ES256', kid: 'other' }, ofOtherKind),
  'the key of a stranger under a known name': () => signed({}, {}, stranger),
  'the key of a stranger under an unknown name': () => signed({}, { kid: 'unknown' }, stranger),
  'a key that it brings along': async () =>
    signed({}, { jwk: { ...(await exportJWK(stranger.publicKey)) }, kid: 'x' }, stranger),
  'an address to fetch a key from': () => signed({}, { jku: 'http://127.0.0.1:9/jwks', kid: 'x' }, stranger),
  'a number as key name': () => signed({}, { kid: 7 }),
  'a critical header that nobody knows': () =>
    `${encoded({ ...header, crit: ['exp'], exp: 1 })}.${encoded(claims)}.AAAA`,
  'another issuer': () => signed({ iss: 'https://issuer.example.evil' }),
  'an issuer with a slash more': () => signed({ iss: `${issuer}/` }),
  'a list of issuers': () => signed({ iss: [issuer] }),
  'no issuer': () => signed(without('iss')),
  'another audience': () => signed({ aud: 'account' }),
  'a list of other audiences': () => signed({ aud: ['account', 'kernbudget2'] }),
  'an object as audience': () => signed({ aud: { kernbudget: true } }),
  'no audience': () => signed(without('aud')),
  'an expiry of a second ago': () => signed({ exp: now - 1 }),
  'an expiry of long ago': () => signed({ exp: 1 }),
  'no expiry': () => signed(without('exp')),
  'a text as expiry': () => signed({ exp: '9999999999' }),
  'null as expiry': () => signed({ exp: null }),
  'a start in a minute': () => signed({ nbf: now + 60 }),
  'a text as start': () => signed({ nbf: 'yesterday' }),
  'no sub': () => signed(without('sub')),
  'a number as sub': () => signed({ sub: 5 }),
  'a zero byte in sub': () => signed({ sub: 'fen\u0000na' }),
  'no name': () => signed(without('name')),
  'an object as name': () => signed({ name: { first: 'Fenna' } }),
  'a text as roles': () => signed({ roles: 'resident' }),
  'a nested list as roles': () => signed({ roles: [['resident']] }),
  'a text as kernen': () => signed({ kernen: 'noord' }),
  'a text as represents': () => signed({ roles: ['representative'], represents: 'kvk-1' }),
  'a list as represents': () => signed({ roles: ['representative'], represents: [{ sub: 'a', name: 'A' }] }),
  'a represented party without sub': () => signed({ roles: ['representative'], represents: { name: 'A' } }),
  'a represented party that represents another': () =>
    signed({
      roles: ['representative'],
      represents: { sub: 'a', name: 'A', represents: { sub: 'b', name: 'B' } },
    }),
  'a represented party without the role': () => signed({ represents: { sub: 'a', name: 'A' } }),
  'a person who represents themselves': () =>
    signed({ roles: ['representative'], represents: { sub: 'fenna', name: 'Fenna' } }),
  'a represented party that goes round in a circle': () =>
    signed({
      roles: ['representative'],
      represents: {
        sub: 'a',
        name: 'A',
        represents: { sub: 'fenna', name: 'Fenna', represents: { sub: 'a' } },
      },
    }),
  'a represented party that is null': () => signed({ roles: ['representative'], represents: null }),
  'the role of representative twice over another person': () =>
    signed({ roles: ['representative', 'representative'], represents: { sub: ['a'], name: 'A' } }),
  'the same claim twice': () => signedText(claimsWith('"sub":"bram"')),
  'the same roles twice': () => signedText(claimsWith('"roles":["auditor"]')),
  'the same claim twice, once with its letters written as codes': () =>
    signedText(claimsWith('"\\u0073ub":"bram"')),
  'the same claim twice within the represented party': () =>
    signedText(claimsWith('"represents":{"sub":"a","name":"A","sub":"b"}')),
  'the same header twice': () =>
    signedText(JSON.stringify(claims), '{"alg":"RS256","typ":"id+jwt","typ":"at+jwt","kid":"known"}'),
  'deep nesting in its claims, signed': () =>
    signedText(claimsWith(`"kernen":${'['.repeat(2500)}${']'.repeat(2500)}`)),
  'a list as name': () => signed({ name: ['Fenna'] }),
  'an object as roles': () => signed({ roles: { resident: true } }),
  'a number among the kernen': () => signed({ kernen: ['noord', 7] }),
  'text that is no JSON, signed': () => signedText('{"sub":'),
  'a text instead of claims, signed': () => signedText('"fenna"'),
  'the type of an identity token': () => signed({}, { typ: 'id+jwt' }),
  'the type of a logout token': () => signed({}, { typ: 'logout+jwt' }),
  'no type': () => signed({}, { typ: undefined }),
  'a number as type': () => signed({}, { typ: 1 }),
  'claims that are a list': () => `${encoded(header)}.${encoded([claims])}.AAAA`,
  'a header that is no JSON': () => `${encoded('{')}.${encoded(claims)}.AAAA`,
  'a header that is null': () => `${encoded('null')}.${encoded(claims)}.AAAA`,
  'a prototype in the header': () =>
    `${encoded('{"alg":"RS256","__proto__":{"kid":"known"}}')}.${encoded(claims)}.AAAA`,
  '9 kB': () => signed({ padding: 'x'.repeat(9000) }),
  'deep nesting': () => `${encoded(`${'['.repeat(2000)}${']'.repeat(2000)}`)}.${encoded(claims)}.AAAA`,
  'five parts, as if encrypted': () => 'a.b.c.d.e',
  'no dots': () => 'secret',
  'nothing at all': () => '',
  'two tokens': async () => `${await signed()} ${await signed()}`,
  'characters that are not base64url': async () => `${await signed()}=+/`,
};

describe('A token is refused, as a problem with status 401, when it has', () => {
  it.each(Object.keys(hostile))('%s', async (name) => {
    const token = String(await hostile[name]?.());
    const response = await ask(`Bearer ${token}`);
    expect([response.status, response.code]).toEqual([401, 'token-invalid']);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
    for (const part of token.split('.').filter((text) => text.length > 8)) {
      expect(service.log()).not.toContain(part);
      expect(response.body).not.toContain(part);
    }
  });
});

describe('The table of hostile tokens', () => {
  it('has at least sixty', () => {
    expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(60);
  });

  it('has none of a megabyte: after sixteen kilobytes that is refused, whatever more would come', async () => {
    const beginning = `GET /v1/ledger HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${'A'.repeat(17_000)}`;
    const answer = await sendRaw(service.url, beginning);
    expect(answer.status).toBe(431);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8' });
    expect(service.log()).not.toContain('A'.repeat(100));
  });
});

describe('A genuine token', () => {
  it.each(['at+jwt', 'JWT', 'application/at+jwt', 'jwt'])('of type %s says who calls', async (typ) => {
    const response = await ask(`Bearer ${await signed({}, { typ })}`);
    expect(response.status).toBe(200);
    expect(JSON.parse(response.body)).toMatchObject({
      subject: 'fenna',
      name: 'Fenna Voorbeeld',
      roles: ['resident'],
    });
  });

  it('is for this service when this service is one of its audiences', async () => {
    expect((await ask(`bearer ${await signed({ aud: ['account', 'kernbudget'] })}`)).status).toBe(200);
  });

  it('is never written to the log', async () => {
    const token = await signed({ jti: 'in the log?' });
    await ask(`Bearer ${token}`);
    for (const part of token.split('.')) expect(service.log()).not.toContain(part);
    expect(service.log()).toContain('token not accepted');
  });

  it('does not open what none of its roles may do', async () => {
    const response = await ask(`Bearer ${await signed()}`, 'GET', '/v1/ledger');
    expect([response.status, response.code]).toEqual([403, 'not-allowed']);
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
  });

  it('of somebody without a role here opens nothing', async () => {
    for (const roles of [[], ['offline_access'], undefined]) {
      const response = await ask(`Bearer ${await signed({ roles })}`);
      expect([response.status, response.code]).toEqual([403, 'not-allowed']);
    }
  });
});

describe('Without a token', () => {
  it.each([undefined, '', 'Basic ZmVubmE6ZGVtbw==', 'fenna', 'Bearerx y'])(
    '(%s) one must log in',
    async (authorization) => {
      const response = await ask(authorization);
      expect([response.status, response.code]).toEqual([401, 'token-missing']);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    },
  );

  it('a public route answers, also when a bad token comes along', async () => {
    expect((await ask(undefined, 'GET', '/v1/open')).status).toBe(200);
    expect((await ask('Bearer rubbish', 'GET', '/v1/open')).status).toBe(200);
  });
});
