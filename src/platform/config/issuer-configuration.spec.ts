import { describe, expect, it } from '@jest/globals';
import { ConfigurationFault, type Environment, EnvironmentReader } from './environment-reader.ts';
import { readIssuers } from './issuer-configuration.ts';

function read(environment: Environment, production = true) {
  const reader = new EnvironmentReader(environment);
  const issuers = readIssuers(reader, production);
  reader.refuseFaults();
  return issuers;
}

function faultsOf(environment: Environment): readonly string[] {
  try {
    read(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationFault) return error.faults;
    throw error;
  }
}

const hub = { ISSUER_URL: 'https://hub.example.nl', ISSUER_AUDIENCE: 'kernbudget' };

describe('The issuers whose tokens are believed', () => {
  it('are none on the machine of a newcomer', () => {
    expect(read({}, false)).toEqual([]);
  });

  it('are one by its address and its name for this service, with claims as this service calls them', () => {
    expect(read(hub)).toEqual([
      {
        issuer: 'https://hub.example.nl',
        audience: 'kernbudget',
        jwksUrl: 'https://hub.example.nl/jwks',
        algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
        subjectPrefix: '',
        claims: { subject: 'sub', name: 'name', roles: 'roles', kernen: 'kernen', represents: 'represents' },
        roles: expect.arrayContaining(['resident', 'registrar']) as unknown,
        defaultRoles: [],
        assurance: null,
        scopes: [],
      },
    ]);
  });

  it('can ask for scopes, and for some actions a login of a short while ago', () => {
    const asked = {
      ...hub,
      ISSUER_REQUIRED_SCOPES: 'kernbudget, aanvragen',
      ISSUER_STRONG_FOR: 'application:submit',
      ISSUER_STRONG_WITHIN_MINUTES: '15',
    };
    expect(read(asked)).toMatchObject([
      {
        scopes: ['kernbudget', 'aanvragen'],
        assurance: {
          ...{ accepted: [], claim: 'acr' },
          stronger: { actions: ['application:submit'], accepted: [], withinMinutes: 15 },
        },
      },
    ]);
    const alone = () => read({ ...hub, ISSUER_STRONG_WITHIN_MINUTES: '15' });
    expect(alone).toThrow('horen bij elkaar');
    expect(() => read({ ...asked, ISSUER_STRONG_WITHIN_MINUTES: '0' })).toThrow(
      'ISSUER_STRONG_WITHIN_MINUTES',
    );
  });

  it('are several by number, each with its own keys, claims, roles and level of assurance', () => {
    const [officials, residents] = read({
      ...hub,
      ISSUER_CLAIM_ROLES: 'realm_access.roles',
      ISSUER_2_URL: 'https://broker.example.nl/',
      ISSUER_2_AUDIENCE: 'urn:kernbudget',
      ISSUER_2_JWKS_URL: 'https://broker.example.nl/keys',
      ISSUER_2_ALGORITHMS: 'PS256',
      ISSUER_2_SUBJECT_PREFIX: 'burger:',
      ISSUER_2_ROLES: 'resident,representative',
      ISSUER_2_DEFAULT_ROLES: 'resident',
      ISSUER_2_ACCEPTED_ASSURANCE: 'substantial, high',
    });
    expect(officials).toMatchObject({ subjectPrefix: '', claims: { roles: 'realm_access.roles' } });
    expect(residents).toMatchObject({
      jwksUrl: 'https://broker.example.nl/keys',
      algorithms: ['PS256'],
      subjectPrefix: 'burger:',
      roles: ['resident', 'representative'],
      defaultRoles: ['resident'],
      assurance: { claim: 'acr', accepted: ['substantial', 'high'], stronger: null },
    });
  });

  it('give people of the second a prefix by themselves, so that nobody is taken for somebody else', () => {
    const second = { ISSUER_2_URL: 'https://b.example.nl', ISSUER_2_AUDIENCE: 'kernbudget' };
    expect(read({ ...hub, ...second }).map(({ subjectPrefix }) => subjectPrefix)).toEqual(['', '2:']);
  });

  it('are described with all faults at once, each naming its variable', () => {
    const faults = faultsOf({
      ISSUER_URL: 'http://hub.example.nl',
      ISSUER_AUDIENSE: 'kernbudget',
      ISSUER_2_ROLES: 'resident,mayor',
      ISSUER_2_SUBJECT_PREFIX: 'Burger',
      ISSUER_2_CLAIM_ASSURANCE: 'acr',
      ISSUER_10_URL: 'https://ten.example.nl',
    });
    const named = faults.map((fault) => fault.split(' ')[0]).sort();
    expect(named).toEqual(
      [
        ...['ISSUER_10_URL', 'ISSUER_AUDIENSE', 'ISSUER_AUDIENCE', 'ISSUER_URL'],
        ...['ISSUER_2_URL', 'ISSUER_2_AUDIENCE', 'ISSUER_2_ROLES', 'ISSUER_2_SUBJECT_PREFIX'],
        'ISSUER_2_CLAIM_ASSURANCE',
      ].sort(),
    );
  });

  it('can not be one issuer twice, or two whose people look the same', () => {
    const twice = { ISSUER_2_URL: hub.ISSUER_URL, ISSUER_2_AUDIENCE: 'other' };
    expect(faultsOf({ ...hub, ...twice })).toEqual([expect.stringContaining('ISSUER_URL')]);
    const alike = { ISSUER_2_URL: 'https://b.example.nl', ISSUER_2_AUDIENCE: 'kernbudget' };
    expect(faultsOf({ ...hub, ...alike, ISSUER_SUBJECT_PREFIX: '2:' })).toEqual([
      expect.stringContaining('ISSUER_SUBJECT_PREFIX'),
    ]);
  });
});
