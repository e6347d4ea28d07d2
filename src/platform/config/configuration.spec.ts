import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from './configuration.ts';
import { readBootstrapConfiguration } from './database-configuration.ts';
import { ConfigurationFault, type Environment } from './environment-reader.ts';

const key = Buffer.alloc(32, 1).toString('base64');

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://kernbudget_service:geheim@db/kernbudget?sslmode=verify-full',
  ISSUER_URL: 'https://inloggen.example.nl/',
  ISSUER_AUDIENCE: 'kernbudget',
  ENCRYPTION_KEYS: `k2:${key},k1:${key}`,
  BLIND_INDEX_KEYS: `i1:${Buffer.alloc(32, 2).toString('base64')}`,
};

function faultsOf(environment: Environment): readonly string[] {
  try {
    readConfiguration(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationFault) return error.faults;
    throw error;
  }
}

describe('The configuration', () => {
  it('needs nothing on the machine of a newcomer, and is then reachable from that machine only', () => {
    expect(readConfiguration({})).toEqual({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
      trustedProxies: [],
      contact: {
        name: 'Beheer Kernbudget',
        url: 'https://kernbudget.example/contact',
        email: 'beheer@kernbudget.example',
      },
      dutiesApart: [],
      equatedDays: [],
      logLevel: 'info',
      dataDirectory: '.data',
      database: { url: null, ownerUrl: null, schema: 'kernbudget', poolSize: 10, statementSeconds: 15 },
      issuers: [],
      limits: { perCallerPerMinute: 1200, perAddressPerMinute: 600 },
      attachments: { megabytes: 10, perCase: 30, objectStore: null, scanner: null },
      operations: { metrics: null, tracesUrl: null, shutdownDelaySeconds: 0, letterThreads: 1 },
      encryptionKeys: null,
      blindIndexKeys: null,
    });
  });

  it('of attachments tells everything that a store and a scanner lack, and repeats no secret', () => {
    const wrong = {
      ATTACHMENT_STORE: 'objects',
      OBJECT_STORE_URL: 'http://opslag.example',
      CLAMD_ADDRESS: 'clamd',
    };
    const faults = faultsOf({
      ...production,
      ...wrong,
      ATTACHMENT_MEGABYTES: '51',
      OBJECT_STORE_BUCKET: 'emmer',
    });
    const names = faults.map((fault) => /^[A-Z_]+/.exec(fault)?.[0]);
    expect(names.sort()).toEqual([
      ...['ATTACHMENT_MEGABYTES', 'CLAMD_ADDRESS', 'OBJECT_STORE_ACCESS_KEY_ID'],
      ...['OBJECT_STORE_SECRET_ACCESS_KEY', 'OBJECT_STORE_URL'],
    ]);
    expect(readConfiguration({ CLAMD_ADDRESS: 'clamd:3310' }).attachments.scanner).toEqual({
      host: 'clamd',
      port: 3310,
    });
  });

  it('is complete in production with database, issuer and keys', () => {
    const configuration = readConfiguration(production);
    expect(configuration.issuers).toMatchObject([
      {
        issuer: 'https://inloggen.example.nl/',
        audience: 'kernbudget',
        jwksUrl: 'https://inloggen.example.nl/jwks',
        algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      },
    ]);
    expect(configuration.encryptionKeys?.map(({ id }) => id)).toEqual(['k2', 'k1']);
    expect(configuration.host).toBe('0.0.0.0');
  });

  it('tells everything that production lacks at once', () => {
    const faults = faultsOf({ NODE_ENV: 'production' });
    for (const name of [
      'DATABASE_URL',
      'ISSUER_URL',
      'ISSUER_AUDIENCE',
      'ENCRYPTION_KEYS',
      'BLIND_INDEX_KEYS',
    ]) {
      expect(faults).toContainEqual(expect.stringMatching(new RegExp(`^${name} ontbreekt`)));
    }
    expect(faults).toHaveLength(5);
  });

  it('tells everything that is wrong at once, each in a sentence that names the variable', () => {
    const faults = faultsOf({
      NODE_ENV: 'prodution',
      PORT: '70000',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://db',
      DATABASE_SCHEMA: 'Public; drop',
      DATABASE_POOL_SIZE: '2.5',
      PUBLIC_URL: 'kernbudget',
      ISSUER_URL: 'https://inloggen.example.nl',
      ISSUER_ALGORITHMS: 'RS256,none,HS256',
      ENCRYPTION_KEYS: 'k1:short',
    });
    const named = faults.map((fault) => fault.split(' ')[0]);
    expect(named.sort()).toEqual(
      [
        ...['DATABASE_POOL_SIZE', 'DATABASE_SCHEMA', 'DATABASE_URL', 'ENCRYPTION_KEYS', 'ISSUER_ALGORITHMS'],
        ...['ISSUER_AUDIENCE', 'LOG_LEVEL', 'NODE_ENV', 'PORT', 'PUBLIC_URL'],
      ].sort(),
    );
  });

  it('never repeats a secret in what it tells', () => {
    const message = faultsOf({ DATABASE_URL: 'pg://user:hush@db/x', ENCRYPTION_KEYS: 'k1:hush' }).join('\n');
    expect(message).not.toContain('hush');
  });

  it('refuses a service that is the owner of its tables', () => {
    const faults = faultsOf({ ...production, DATABASE_OWNER_URL: production.DATABASE_URL });
    expect(faults).toEqual([expect.stringContaining('de dienst mag geen eigenaar zijn')]);
  });

  it.each(['', '?sslmode=require', '?sslmode=no-verify', '?sslmode=disable'])(
    'wants a database on another machine to prove who it is, which "%s" does not do',
    (query) => {
      const open = {
        DATABASE_URL: `postgres://kernbudget_service:geheim@db.gemeente.example/kernbudget${query}`,
        DATABASE_OWNER_URL: `postgres://kernbudget_owner:geheim@db.gemeente.example/kernbudget${query}`,
      };
      const faults = faultsOf({ ...production, ...open });
      expect(faults).toEqual([
        expect.stringMatching(/^DATABASE_URL moet in productie sslmode=verify-full bevatten/),
        expect.stringMatching(/^DATABASE_OWNER_URL moet in productie sslmode=verify-full bevatten/),
      ]);
      expect(faults.join()).not.toContain('geheim');
      expect(faultsOf({ ...production, ...open, DATABASE_TLS: 'none' })).toEqual([]);
    },
  );

  it.each([
    'localhost/kernbudget',
    '127.0.0.1/kernbudget',
    '[::1]/kernbudget',
    'localhost/kernbudget?host=/run/postgresql',
  ])('needs no encryption to a database at %s', (place) => {
    const url = `postgres://kernbudget_service:geheim@${place}`;
    expect(faultsOf({ ...production, DATABASE_URL: url })).toEqual([]);
  });

  it('takes no database for one on this machine when the query names another', () => {
    const url = 'postgres://kernbudget_service:geheim@localhost/kernbudget?host=db.gemeente.example';
    expect(faultsOf({ ...production, DATABASE_URL: url })).toEqual([
      expect.stringMatching(/^DATABASE_URL moet in productie sslmode=verify-full bevatten/),
    ]);
  });

  it('wants people to reach the service over https in production', () => {
    const faults = faultsOf({ ...production, PUBLIC_URL: 'http://leefbaarheid.gemeente.example' });
    expect(faults).toEqual([expect.stringContaining('PUBLIC_URL')]);
  });

  it('wants an issuer over https in production', () => {
    const faults = faultsOf({ ...production, ISSUER_URL: 'http://inloggen.example.nl' });
    expect(faults).toEqual([expect.stringContaining('ISSUER_URL')]);
  });
});

describe('The configuration for making roles and schema', () => {
  it('reads names and passwords of the roles from their addresses', () => {
    const plan = readBootstrapConfiguration({
      DATABASE_ADMIN_URL: 'postgres://postgres:hoog@db/postgres',
      DATABASE_URL: 'postgres://dienst:een%40@db/gemeente',
      DATABASE_OWNER_URL: 'postgres://eigenaar:twee@db/gemeente',
    });
    expect(plan).toEqual({
      administratorUrl: 'postgres://postgres:hoog@db/postgres',
      database: 'gemeente',
      schema: 'kernbudget',
      owner: { name: 'eigenaar', password: 'twee' },
      service: { name: 'dienst', password: 'een@' },
    });
  });

  it('tells all that is missing at once', () => {
    expect(() => readBootstrapConfiguration({})).toThrow(
      /DATABASE_ADMIN_URL[^]*DATABASE_URL[^]*DATABASE_OWNER_URL/,
    );
  });

  it('days of later decrees have a source each', () => {
    const { equatedDays } = readConfiguration({
      EQUATED_DAYS: '2029-05-11=Stcrt. 2028, 1234; 2029-12-27 = b',
    });
    expect(equatedDays).toEqual([
      { day: '2029-05-11', source: 'Stcrt. 2028, 1234' },
      { day: '2029-12-27', source: 'b' },
    ]);
    expect(() => readConfiguration({ EQUATED_DAYS: '2029-02-30=x; 2029-05-11' })).toThrow(
      /"2029-02-30=x"[^]*"2029-05-11"/,
    );
  });
});
