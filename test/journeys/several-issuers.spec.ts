import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { readConfiguration } from '../../src/platform/config/configuration.ts';
import { type GuardedService, startGuardedService } from '../support/guarded-service.ts';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** An issuer with keys at an address of its own, which it can change while the service runs. */
class Issuer {
  readonly #server: Server;
  #key: KeyPair | null = null;
  #keyId = '';
  #published: object[] = [];
  asked = 0;

  constructor() {
    this.#server = createServer((_, response) => {
      this.asked += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: this.#published }));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    await this.newKey('first');
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
  }

  /** Signs with a new key from now on, and takes the old one away. */
  async newKey(keyId: string): Promise<void> {
    this.#key = await generateKeyPair('RS256');
    this.#keyId = keyId;
    this.#published = [{ ...(await exportJWK(this.#key.publicKey)), kid: keyId, alg: 'RS256', use: 'sig' }];
  }

  sign(claims: JWTPayload): Promise<string> {
    if (!this.#key) throw new Error('The issuer was started');
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: this.url, iat: now, exp: now + 600, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: this.#keyId })
      .sign(this.#key.privateKey);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

const officials = new Issuer();
const residents = new Issuer();
let service: GuardedService;

beforeAll(async () => {
  await Promise.all([officials.start(), residents.start()]);
  // As an operator writes it: a directory of officials, and a broker for DigiD and eHerkenning.
  const { issuers } = readConfiguration({
    ISSUER_URL: officials.url,
    ISSUER_AUDIENCE: 'api://kernbudget',
    ISSUER_CLAIM_ROLES: 'realm_access.roles',
    ISSUER_ROLES: 'kernregisseur,assessor,registrar,finance,auditor,administrator',
    ISSUER_2_URL: residents.url,
    ISSUER_2_AUDIENCE: 'kernbudget',
    ISSUER_2_SUBJECT_PREFIX: 'burger:',
    ISSUER_2_ROLES: 'resident,representative',
    ISSUER_2_DEFAULT_ROLES: 'resident',
    ISSUER_2_CLAIM_NAME: 'urn:broker.example:volledige-naam',
    ISSUER_2_CLAIM_REPRESENTS: 'machtiging.namens',
    ISSUER_2_ACCEPTED_ASSURANCE: 'urn:loa:substantieel,urn:loa:hoog',
  });
  const identity = issuers.map((issuer) => ({ ...issuer, keyCooldownMilliseconds: 0 }));
  service = await startGuardedService(() => ({ identity }));
});

afterAll(async () => {
  await service.application.close();
  await Promise.all([officials.close(), residents.close()]);
});

const official = {
  sub: 'f1',
  name: 'Farid Voorbeeld',
  aud: 'api://kernbudget',
  realm_access: { roles: ['finance', 'offline_access'] },
};
const resident = {
  sub: 'f1',
  'urn:broker.example:volledige-naam': 'Fenna Voorbeeld',
  aud: 'kernbudget',
  acr: 'urn:loa:substantieel',
};

async function ask(method: 'GET' | 'POST', path: string, token: string) {
  const response = await fetch(`${service.url}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as object };
}

const submit = (token: string) => ask('POST', '/applications', token);

describe('People of two issuers', () => {
  it('are known by what their own issuer says, under the names that it uses', async () => {
    expect((await ask('GET', '/ledger', await officials.sign(official))).status).toBe(200);
    expect(await submit(await residents.sign(resident))).toMatchObject({
      status: 200,
      body: { subject: 'burger:f1', name: 'Fenna Voorbeeld', roles: ['resident'], represents: null },
    });
  });

  it('are not the same person when both issuers call them the same', async () => {
    const token = await officials.sign({ ...official, sub: 'burger:f1' });
    expect(await ask('GET', '/ledger', token)).toMatchObject({
      status: 401,
      body: { code: 'token-invalid' },
    });
  });

  it('can act for another, who is the applicant while the person stays known', async () => {
    const party = { sub: 'kvk-12345678', name: 'Stichting Het Verzonnen Dorpshuis' };
    const token = await residents.sign({
      ...resident,
      roles: ['resident', 'representative'],
      machtiging: { namens: party },
    });
    expect(await submit(token)).toMatchObject({
      status: 200,
      body: { subject: 'burger:f1', represents: { subject: 'burger:kvk-12345678', name: party.name } },
    });
  });
});

describe('One issuer can not speak for another', () => {
  it('by naming it in a token of its own', async () => {
    const answer = await ask('GET', '/ledger', await residents.sign({ ...official, iss: officials.url }));
    expect(answer).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });

  it('by the audience of the other', async () => {
    expect((await submit(await residents.sign({ ...resident, aud: 'api://kernbudget' }))).status).toBe(401);
  });

  it('by roles that are not its to give', async () => {
    const token = await residents.sign({ ...resident, roles: ['finance', 'resident'] });
    expect(await ask('GET', '/ledger', token)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  it('and a third is believed by nobody', async () => {
    expect((await submit(await residents.sign({ ...resident, iss: 'https://third.example' }))).status).toBe(
      401,
    );
  });
});

describe('Somebody who logged in too lightly', () => {
  it.each([undefined, 'urn:loa:laag', 'urn:loa:hoog '])(
    'with level %s is told to log in more surely',
    async (acr) => {
      const answer = await submit(await residents.sign({ ...resident, acr }));
      expect(answer).toMatchObject({ status: 403, body: { code: 'assurance-too-low' } });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('www-authenticate')).toBe(
        'Bearer error="insufficient_user_authentication", acr_values="urn:loa:substantieel urn:loa:hoog"',
      );
    },
  );

  it('is somebody else at the issuer that asks for no level', async () => {
    expect((await ask('GET', '/ledger', await officials.sign(official))).status).toBe(200);
  });
});

describe('An issuer that changes its keys', () => {
  it('is followed without a restart, and the other is left alone', async () => {
    const before = officials.asked;
    await residents.newKey('second');
    expect((await submit(await residents.sign(resident))).status).toBe(200);
    expect((await ask('GET', '/ledger', await officials.sign(official))).status).toBe(200);
    expect(officials.asked).toBe(before);
  });
});
