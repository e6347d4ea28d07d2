import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { TokenVerifier } from '../../src/identity/token-verifier.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';

const issuer = 'https://issuer.example';
const audience = 'kernbudget';
const tokenCount = 20_000;
const atOnce = 64;
const rounds = 5;
const algorithm = 'RS256';

type Sign = (index: number) => Promise<string>;

async function signer(): Promise<{ sign: Sign; jwk: object }> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm);
  const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', alg: algorithm, use: 'sig' };
  const sign: Sign = (index) =>
    new SignJWT({ iss: issuer, aud: audience, sub: `person-${index}`, name: 'Fenna', roles: ['resident'] })
      .setProtectedHeader({ alg: algorithm, typ: 'at+jwt', kid: 'bench' })
      .setExpirationTime('1h')
      .sign(privateKey);
  return { sign, jwk };
}

/** @returns verified tokens per second @throws Error when one is not accepted */
async function verifyAll(verifier: TokenVerifier, tokens: readonly string[]): Promise<number> {
  const started = performance.now();
  for (let first = 0; first < tokens.length; first += atOnce) {
    const group = tokens.slice(first, first + atOnce);
    const outcomes = await Promise.all(group.map((token) => verifier.verify(token)));
    if (outcomes.some(({ kind }) => kind !== 'verified')) throw new Error('A good token was not accepted');
  }
  return tokens.length / ((performance.now() - started) / 1000);
}

async function measure(jwksUrl: string, sign: Sign): Promise<Result> {
  const tokens: string[] = [];
  for (let index = 0; index < tokenCount; index += 1) tokens.push(await sign(index));
  const [one = ''] = tokens;
  const fresh: number[] = [];
  const remembered: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    // A new one each round, as it would remember the tokens of the round before; its key is fetched beforehand.
    const verifier = new TokenVerifier({ issuer, audience, algorithms: [algorithm], jwksUrl });
    await verifier.verify(await sign(-1));
    const perSecond = await verifyAll(verifier, tokens);
    const again = await verifyAll(verifier, Array<string>(tokenCount).fill(one));
    // The first round warms up.
    if (round > 0) {
      fresh.push(perSecond);
      remembered.push(again);
    }
  }
  return {
    value: rounded(median(fresh)),
    goal: 10_000,
    better: 'higher',
    unit: `tokens per seconde (${algorithm}, elk een andere, sleutel al opgehaald)`,
    parts: { perRound: fresh.map(rounded), rememberedTokenPerSecond: rounded(median(remembered)), atOnce },
  };
}

/** How many tokens can be verified, each seen for the first time, with the key at hand. */
export const tokenVerification: Measurement = {
  names: ['token-verification'],
  async run() {
    const { sign, jwk } = await signer();
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    try {
      const { port } = server.address() as AddressInfo;
      return { 'token-verification': await measure(`http://127.0.0.1:${port}/jwks`, sign) };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  },
};
