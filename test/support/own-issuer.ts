import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';

/** What a token says; a claim may have any form, also one that no honest issuer gives it. */
export type SaidClaims = Readonly<Record<string, unknown>>;

/** An issuer of the test's own: it signs whatever the test wants to be said, truly or not. */
export interface OwnIssuer {
  /** What makes a service believe this issuer. */
  readonly environment: Readonly<Record<string, string>>;
  /** A token with the claims of somebody, of which single claims and the header can be made wrong. */
  sign(claims: SaidClaims, header?: Partial<JWTHeaderParameters>): Promise<string>;
  close(): Promise<void>;
}

const keyId = 'own-issuer';

export async function startOwnIssuer(): Promise<OwnIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: keyId, alg: 'RS256', use: 'sig' }];
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const audience = 'kernbudget-test';
  return {
    environment: { ISSUER_URL: issuer, ISSUER_AUDIENCE: audience, ISSUER_JWKS_URL: `${issuer}/jwks` },
    sign(claims, header) {
      const now = Math.floor(Date.now() / 1000);
      const payload = { iss: issuer, aud: audience, iat: now, exp: now + 3600, ...claims };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: keyId, ...header })
        .sign(privateKey);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
