import { type AttachmentConfiguration, readAttachments } from './attachment-configuration.ts';
import type { KeyRing } from '../encryption/field-cipher.ts';
import { parseKeyRing, shareSecret } from '../encryption/key-ring.ts';
import { type DatabaseConfiguration, readDatabase } from './database-configuration.ts';
import { type Environment, EnvironmentReader } from './environment-reader.ts';
import { type EquatedDayConfiguration, readEquatedDays } from './equated-days-configuration.ts';
import { type IssuerConfiguration, readIssuers } from './issuer-configuration.ts';
import { type LimitsConfiguration, readLimits } from './limits-configuration.ts';
import { type OperationsConfiguration, readOperations } from './operations-configuration.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

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
  /** Names of duties that this municipality has different people for, besides those that the law keeps apart. */
  abstract readonly dutiesApart: readonly string[];
  /** Days that later decrees put on a par with holidays, besides those that the service knows. */
  abstract readonly equatedDays: readonly EquatedDayConfiguration[];
  abstract readonly logLevel: LogLevel;
  /** Where the embedded database and the development keys are kept. */
  abstract readonly dataDirectory: string;
  abstract readonly database: DatabaseConfiguration;
  /** Whose tokens are believed; none for the development issuer. */
  abstract readonly issuers: readonly IssuerConfiguration[];
  abstract readonly limits: LimitsConfiguration;
  abstract readonly attachments: AttachmentConfiguration;
  abstract readonly operations: OperationsConfiguration;
  /** Null for keys made on this machine. */
  abstract readonly encryptionKeys: KeyRing | null;
  /** The keys of blind indexes, which open nothing; null for keys made on this machine. */
  abstract readonly blindIndexKeys: KeyRing | null;
}

function withoutSlash(url: URL): string {
  return url.toString().replace(/\/$/, '');
}

function readKeys(reader: EnvironmentReader, name: string, why: string, production: boolean): KeyRing | null {
  const text = reader.text(name);
  if (text === null) {
    if (production) reader.required(name, why);
    return null;
  }
  try {
    return parseKeyRing(text);
  } catch (error) {
    reader.fault(`${name} klopt niet: ${error instanceof Error ? error.message : ''}.`);
    return null;
  }
}

/** A leaked key of one kind must give away nothing of the other. */
function readBothKeys(
  reader: EnvironmentReader,
  production: boolean,
): Pick<Configuration, 'encryptionKeys' | 'blindIndexKeys'> {
  const encryptionKeys = readKeys(
    reader,
    'ENCRYPTION_KEYS',
    'zonder sleutel worden gegevens niet versleuteld bewaard',
    production,
  );
  const blindIndexKeys = readKeys(
    reader,
    'BLIND_INDEX_KEYS',
    'zonder sleutel zijn versleutelde gegevens niet terug te vinden',
    production,
  );
  if (encryptionKeys && blindIndexKeys && shareSecret(encryptionKeys, blindIndexKeys)) {
    reader.fault('BLIND_INDEX_KEYS bevat een sleutel die ook in ENCRYPTION_KEYS staat; gebruik een andere.');
  }
  return { encryptionKeys, blindIndexKeys };
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
  const publicUrl = reader.url('PUBLIC_URL', production ? ['https:'] : ['https:', 'http:']);
  const configuration: Configuration = {
    production,
    // Elsewhere than in production the issuer gives tokens to everybody, hence this machine only.
    host: reader.text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port,
    publicUrl: publicUrl && withoutSlash(publicUrl),
    trustedProxies: reader.list('TRUSTED_PROXIES'),
    contact: {
      name: reader.text('CONTACT_NAME') ?? 'Beheer Kernbudget',
      url: reader.url('CONTACT_URL', ['https:'])?.toString() ?? 'https://kernbudget.example/contact',
      email: reader.text('CONTACT_EMAIL') ?? 'beheer@kernbudget.example',
    },
    dutiesApart: reader.list('DUTIES_APART'),
    equatedDays: readEquatedDays(reader),
    logLevel: reader.oneOf('LOG_LEVEL', logLevels, 'info'),
    dataDirectory: reader.text('DATA_DIRECTORY') ?? '.data',
    database: readDatabase(reader, production),
    issuers: readIssuers(reader, production),
    limits: readLimits(reader),
    attachments: readAttachments(reader, production),
    operations: readOperations(reader, production),
    ...readBothKeys(reader, production),
  };
  reader.refuseFaults();
  return configuration;
}
