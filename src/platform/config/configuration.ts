import type { KeyRing } from '../encryption/field-cipher.ts';
import { parseKeyRing } from '../encryption/key-ring.ts';
import { type DatabaseConfiguration, readDatabase } from './database-configuration.ts';
import { type Environment, EnvironmentReader } from './environment-reader.ts';

const signingAlgorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** Whose tokens are believed. */
export interface IssuerConfiguration {
  /** Exactly the `iss` of the tokens. */
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly algorithms: readonly (typeof signingAlgorithms)[number][];
}

/** Everything that may differ between two places where the service runs; read once, at the start. */
export abstract class Configuration {
  /** Strict: no development issuer, no embedded database, not as owner of the tables. */
  abstract readonly production: boolean;
  abstract readonly host: string;
  /** 0 for any port that is free. */
  abstract readonly port: number;
  /** How people reach the service, without a slash at the end; null for this machine and the port. */
  abstract readonly publicUrl: string | null;
  /** Which proxies may say who the caller is: addresses or networks; none by default. */
  abstract readonly trustedProxies: readonly string[];
  /** Who answers questions about the API, and about weaknesses in it. */
  abstract readonly contact: { readonly name: string; readonly url: string; readonly email: string };
  abstract readonly logLevel: LogLevel;
  /** Where the embedded database and the development keys are kept. */
  abstract readonly dataDirectory: string;
  abstract readonly database: DatabaseConfiguration;
  /** Null for the development issuer. */
  abstract readonly issuer: IssuerConfiguration | null;
  /** Null for keys made on this machine. */
  abstract readonly encryptionKeys: KeyRing | null;
}

function withoutSlash(url: URL): string {
  return url.toString().replace(/\/$/, '');
}

function readIssuer(reader: EnvironmentReader, production: boolean): IssuerConfiguration | null {
  const schemes = production ? ['https:'] : ['https:', 'http:'];
  const url = reader.url('ISSUER_URL', schemes);
  const jwksUrl = reader.url('ISSUER_JWKS_URL', schemes);
  const algorithms = reader.listOf('ISSUER_ALGORITHMS', signingAlgorithms, [
    'RS256',
    'PS256',
    'ES256',
    'EdDSA',
  ]);
  const issuer = reader.text('ISSUER_URL');
  if (issuer === null) {
    if (production) reader.required('ISSUER_URL', 'in productie is een eigen uitgever van tokens nodig');
    else if (jwksUrl) reader.fault('ISSUER_JWKS_URL is gegeven zonder ISSUER_URL.');
    else return null;
  }
  const audience = reader.required('ISSUER_AUDIENCE', 'het is de naam van deze dienst in de tokens');
  return {
    issuer: issuer ?? '',
    audience,
    jwksUrl: jwksUrl?.toString() ?? (url ? `${withoutSlash(url)}/jwks` : ''),
    algorithms,
  };
}

function readKeys(reader: EnvironmentReader, production: boolean): KeyRing | null {
  const text = reader.text('ENCRYPTION_KEYS');
  if (text === null) {
    if (production)
      reader.required('ENCRYPTION_KEYS', 'zonder sleutel worden gegevens niet versleuteld bewaard');
    return null;
  }
  try {
    return parseKeyRing(text);
  } catch (error) {
    reader.fault(`ENCRYPTION_KEYS klopt niet: ${error instanceof Error ? error.message : ''}.`);
    return null;
  }
}

/**
 * Reads the environment. With nothing set it is a development machine that needs nothing else.
 * @throws ConfigurationFault with all faults at once
 */
export function readConfiguration(environment: Environment): Configuration {
  const reader = new EnvironmentReader(environment);
  // A misspelt "production" must not silently become a service that believes everybody.
  const mode = reader.oneOf('NODE_ENV', ['production', 'development', 'test'], 'development');
  const production = mode === 'production';
  const port = reader.integer('PORT', 3000, [0, 65_535]);
  const publicUrl = reader.url('PUBLIC_URL', ['https:', 'http:']);
  const configuration: Configuration = {
    production,
    // Elsewhere than in production the issuer gives tokens to everybody, hence this machine only.
    host: reader.text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port,
    publicUrl: publicUrl && withoutSlash(publicUrl),
    trustedProxies: (reader.text('TRUSTED_PROXIES') ?? '').split(',').filter((address) => address !== ''),
    contact: {
      name: reader.text('CONTACT_NAME') ?? 'Beheer Kernbudget',
      url: reader.url('CONTACT_URL', ['https:'])?.toString() ?? 'https://kernbudget.example/contact',
      email: reader.text('CONTACT_EMAIL') ?? 'beheer@kernbudget.example',
    },
    logLevel: reader.oneOf('LOG_LEVEL', logLevels, 'info'),
    dataDirectory: reader.text('DATA_DIRECTORY') ?? '.data',
    database: readDatabase(reader, production),
    issuer: readIssuer(reader, production),
    encryptionKeys: readKeys(reader, production),
  };
  reader.refuseFaults();
  return configuration;
}
