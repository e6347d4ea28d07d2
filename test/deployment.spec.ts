import { describe, expect, it } from '@jest/globals';
import { readBootstrapConfiguration, readOwnerUrl } from '../src/platform/config/database-configuration.ts';
import { readConfiguration } from '../src/platform/config/configuration.ts';
import { composedServices, explainedVariables, filledIn } from './support/compose-file.ts';
import { operatorsVariables } from './support/production-environment.ts';

/** What the image or compose itself decides, or what is not for production. */
const notPassed = [
  ...['NODE_ENV', 'PORT', 'HOST', 'DATA_DIRECTORY', 'METRICS_HOST'],
  ...['POSTGRES_PASSWORD', 'OWNER_PASSWORD', 'SERVICE_PASSWORD', 'DATABASE_URL'],
  ...['DATABASE_OWNER_URL', 'DATABASE_ADMIN_URL', 'DATABASE_TLS'],
];

describe('docker-compose.yml', () => {
  const given = operatorsVariables();

  it('passes on to the service every variable that .env.example explains', async () => {
    const { service } = await composedServices(['bootstrap', 'service']);
    const passed = Object.entries(service.environment).flatMap(([name, text]) =>
      text.includes(`\${${name}`) ? [name] : [],
    );
    const missing = (await explainedVariables()).filter((name) => !notPassed.includes(name));
    expect(missing.filter((name) => !passed.includes(name))).toEqual([]);
  });

  it('gives the service a configuration for production in which nothing is wrong or lacking', async () => {
    const { service } = await composedServices(['bootstrap', 'service']);
    const configuration = readConfiguration(filledIn(service.environment, given));
    expect(configuration).toMatchObject({
      production: true,
      publicUrl: 'https://leefbaarheid.gemeente.example',
      dutiesApart: ['assess+prepare-list'],
      operations: { metrics: { host: '0.0.0.0', port: 9464 } },
    });
    expect(configuration.issuers.map(({ issuer, subjectPrefix }) => [issuer, subjectPrefix])).toEqual([
      ['https://inloggen.example/realms/gemeente', ''],
      ['https://makelaar.example/oidc', 'burger:'],
    ]);
  });

  it('keeps the passwords of administrator and owner from the service', async () => {
    const { bootstrap, service } = await composedServices(['bootstrap', 'service']);
    const text = JSON.stringify(filledIn(service.environment, given));
    expect(text).not.toContain(given['POSTGRES_PASSWORD']);
    expect(text).not.toContain(given['OWNER_PASSWORD']);
    const environment = filledIn(bootstrap.environment, given);
    expect(readBootstrapConfiguration(environment).service.name).toBe('kernbudget_service');
    expect(readOwnerUrl(environment)).toContain('kernbudget_owner');
  });

  it.each(['OWNER_PASSWORD', 'SERVICE_PASSWORD'])('makes no roles without %s', async (name) => {
    const { bootstrap } = await composedServices(['bootstrap', 'service']);
    expect(() => filledIn(bootstrap.environment, { ...given, [name]: '' })).toThrow(`${name}: zet in .env`);
  });

  it.each(['ISSUER_URL', 'ISSUER_AUDIENCE', 'ENCRYPTION_KEYS', 'BLIND_INDEX_KEYS'])(
    'says that %s is lacking',
    async (name) => {
      const { service } = await composedServices(['bootstrap', 'service']);
      expect(() => filledIn(service.environment, { ...given, [name]: '' })).toThrow(`${name}: zet in .env`);
    },
  );
});
