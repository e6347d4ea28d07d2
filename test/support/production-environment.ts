import { randomBytes } from 'node:crypto';

const key = (name: string): string => `${name}:${randomBytes(32).toString('base64')}`;

/** What an operator puts in `.env` for docker compose: everything without which it refuses, and a second issuer. */
export function operatorsVariables(): Record<string, string> {
  return {
    POSTGRES_PASSWORD: 'beheer-geheim',
    OWNER_PASSWORD: 'eigenaar-geheim',
    SERVICE_PASSWORD: 'dienst-geheim',
    ISSUER_URL: 'https://inloggen.example/realms/gemeente',
    ISSUER_AUDIENCE: 'kernbudget',
    ISSUER_2_URL: 'https://makelaar.example/oidc',
    ISSUER_2_AUDIENCE: 'kernbudget',
    ISSUER_2_SUBJECT_PREFIX: 'burger:',
    ISSUER_2_ROLES: 'resident,representative',
    ISSUER_2_DEFAULT_ROLES: 'resident',
    ISSUER_2_STRONG_FOR: 'application:submit',
    ISSUER_2_STRONG_ASSURANCE: 'urn:loa:substantieel,urn:loa:hoog',
    ISSUER_2_STRONG_WITHIN_MINUTES: '15',
    ISSUER_2_REQUIRED_SCOPES: 'kernbudget',
    ENCRYPTION_KEYS: `${key('k2')},${key('k1')}`,
    BLIND_INDEX_KEYS: key('i1'),
    PUBLIC_URL: 'https://leefbaarheid.gemeente.example',
    METRICS_PORT: '9464',
    DUTIES_APART: 'assess+prepare-list',
  };
}
