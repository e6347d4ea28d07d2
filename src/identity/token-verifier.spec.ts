import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { SigningAlgorithm } from './identity.options.ts';
import { TokenVerifier } from './token-verifier.ts';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

const issuer = 'https://issuer.example';
const audience = 'kernbudget';
const algorithms = ['RS256'] as const;

async function publicKey(pair: KeyPair, kid: string): Promise<JWK> {
  return { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' };
}

function tokenOf(pair: KeyPair, kid: string, expiresSeconds: number): Promise<string> {
  return new SignJWT({ name: 'Fenna Voorbeeld', roles: ['resident'] })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject('fenna')
    .setExpirationTime(expiresSeconds)
    .sign(pair.privateKey);
}

const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

describe('Verifying with a key set that was given', () => {
  let pair: KeyPair;
  let key: JWK;

  beforeAll(async () => {
    pair = await generateKeyPair('RS256');
    key = await publicKey(pair, 'one');
  });

  function verifierAt(now: () => number, clockToleranceSeconds?: number): TokenVerifier {
    const options = { issuer, audience, algorithms, jwks: { keys: [key] } };
    const tolerance = clockToleranceSeconds === undefined ? {} : { clockToleranceSeconds };
    return new TokenVerifier({ ...options, ...tolerance }, () => new Date(now() * 1000));
  }

  it('refuses a token from the very second in which it expires, also when it was verified before', async () => {
    let nowSeconds = 1_900_000_000;
    const verifier = verifierAt(() => nowSeconds);
    const token = await tokenOf(pair, 'one', 1_900_000_010);
    expect((await verifier.verify(token)).kind).toBe('verified');
    nowSeconds = 1_900_000_009;
    expect((await verifier.verify(token)).kind).toBe('verified');
    nowSeconds = 1_900_000_010;
    expect((await verifier.verify(token)).kind).toBe('expired');
  });

  it('allows for clocks that differ by as many seconds as configured', async () => {
    const token = await tokenOf(pair, 'one', 1_900_000_000);
    expect((await verifierAt(() => 1_900_000_004, 5).verify(token)).kind).toBe('verified');
    expect((await verifierAt(() => 1_900_000_005, 5).verify(token)).kind).toBe('expired');
  });

  it('can not be configured to be careless', () => {
    expect(() => verifierAt(() => 0, 6)).toThrow('clock tolerance');
    const options = { issuer, audience, jwks: { keys: [key] } };
    expect(() => new TokenVerifier({ ...options, algorithms: [] })).toThrow('at least one');
    for (const careless of ['HS256', 'none']) {
      const asked = [careless] as string[] as SigningAlgorithm[];
      expect(() => new TokenVerifier({ ...options, algorithms: asked })).toThrow('public and a private key');
    }
  });

  it('does not read a token that is longer than any real one', async () => {
    const verifier = verifierAt(() => Date.now() / 1000);
    const token = await tokenOf(pair, 'one', inAnHour());
    for (const size of [8193, 1_000_000]) {
      expect(await verifier.verify(token.padEnd(size, 'A'))).toEqual({ kind: 'refused', reason: 'too-long' });
    }
  });

  it('never says any part of the token when it refuses', async () => {
    const token = await tokenOf(pair, 'one', inAnHour());
    const outcome = await verifierAt(() => Date.now() / 1000).verify(`${token}x`);
    expect(outcome).toEqual({ kind: 'refused', reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
  });
});

describe('Verifying with the key set at the address of the issuer', () => {
  let first: KeyPair;
  let second: KeyPair;
  let server: Server;
  let jwksUrl: string;
  let answer: { status: number; body: string };
  let asked = 0;

  beforeAll(async () => {
    [first, second] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
    server = createServer((_, response) => {
      asked += 1;
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  });

  afterAll(async () => {
    await new Promise((closed) => server.close(closed));
  });

  function publish(...keys: JWK[]): void {
    answer = { status: 200, body: JSON.stringify({ keys }) };
    asked = 0;
  }

  it('asks for the keys once and not for every token', async () => {
    publish(await publicKey(first, 'one'));
    const verifier = new TokenVerifier({ issuer, audience, algorithms, jwksUrl });
    const tokens = await Promise.all([1, 2, 3].map((more) => tokenOf(first, 'one', inAnHour() + more)));
    for (const token of tokens) expect((await verifier.verify(token)).kind).toBe('verified');
    expect(asked).toBe(1);
  });

  it('does not ask again and again for keys that a caller makes up', async () => {
    publish(await publicKey(first, 'one'));
    const verifier = new TokenVerifier({ issuer, audience, algorithms, jwksUrl });
    for (const kid of ['made-up', 'also-made-up', 'and-another']) {
      const outcome = await verifier.verify(await tokenOf(second, kid, inAnHour()));
      expect(outcome).toEqual({ kind: 'refused', reason: 'ERR_JWKS_NO_MATCHING_KEY' });
    }
    expect(asked).toBe(1);
  });

  it('finds a key that the issuer has added, without a restart', async () => {
    publish(await publicKey(first, 'one'));
    const verifier = new TokenVerifier({ issuer, audience, algorithms, jwksUrl, keyCooldownMilliseconds: 0 });
    expect((await verifier.verify(await tokenOf(first, 'one', inAnHour()))).kind).toBe('verified');
    publish(await publicKey(first, 'one'), await publicKey(second, 'two'));
    expect((await verifier.verify(await tokenOf(second, 'two', inAnHour()))).kind).toBe('verified');
    expect(asked).toBe(1);
  });

  it.each([
    ['answers with an error', 500, '{}'],
    ['answers with something else than keys', 200, '<html>'],
    ['answers with keys that are none', 200, '{"keys":12}'],
  ])('does not blame the caller when the issuer %s', async (_, status, body) => {
    answer = { status, body };
    const verifier = new TokenVerifier({ issuer, audience, algorithms, jwksUrl });
    const outcome = await verifier.verify(await tokenOf(first, 'one', inAnHour()));
    expect(outcome.kind).toBe('issuer-unavailable');
  });

  it('follows no redirect to keys of another', async () => {
    let visits = 0;
    const other = createServer((_, response) => {
      visits += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer.body);
    });
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    publish(await publicKey(first, 'one'));
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/jwks`;
    const redirecting = createServer((_, response) => response.writeHead(302, { location }).end());
    await new Promise<void>((listening) => redirecting.listen(0, '127.0.0.1', listening));
    const jwksUrlThatMoved = `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}/jwks`;
    const verifier = new TokenVerifier({ issuer, audience, algorithms, jwksUrl: jwksUrlThatMoved });
    const outcome = await verifier.verify(await tokenOf(first, 'one', inAnHour()));
    for (const server of [other, redirecting]) await new Promise((closed) => server.close(closed));
    expect([outcome.kind, visits]).toEqual(['issuer-unavailable', 0]);
  });

  it('does not blame the caller when the issuer is not there, and recovers when it is', async () => {
    publish(await publicKey(first, 'one'));
    const closed = createServer();
    await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const verifier = new TokenVerifier({
      issuer,
      audience,
      algorithms,
      jwksUrl: `http://127.0.0.1:${port}/jwks`,
    });
    const token = await tokenOf(first, 'one', inAnHour());
    expect((await verifier.verify(token)).kind).toBe('issuer-unavailable');

    const recovered = createServer((_, response) => response.end(answer.body));
    await new Promise<void>((listening) => recovered.listen(port, '127.0.0.1', listening));
    expect((await verifier.verify(token)).kind).toBe('verified');
    recovered.closeAllConnections();
    await new Promise((done) => recovered.close(done));
  });
});
