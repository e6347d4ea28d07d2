import { readFile } from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.ts';
import {
  createDevelopmentIssuer,
  type DevelopmentIssuer,
  mountDevelopmentIssuer,
} from './identity/development-issuer/mount-development-issuer.ts';
import { present } from './kernel/assert.ts';
import type { Clock } from './kernel/clock.ts';
import type { Configuration } from './platform/config/configuration.ts';
import { freePort } from './platform/database/embedded-server.ts';
import { developmentKeyRing } from './platform/encryption/key-ring.ts';
import { closeGracefully } from './platform/http/close-gracefully.ts';
import { createHttpApplication } from './platform/http/create-http-application.ts';
import type { HttpOptions } from './platform/http/http-options.ts';
import { demoPeople } from './seeds/demo-people.ts';
import { seedMunicipality } from './seeds/seed-municipality.ts';

export interface ServiceOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  /** As the service's role. */
  readonly databaseUrl: string;
  /** Adds routes beside the service's own before it listens, such as the yardstick of a measurement. */
  readonly mount?: (instance: FastifyInstance) => void;
}

export interface RunningService {
  readonly url: string;
  readonly application: NestFastifyApplication;
  /** Finishes what was started, then stops. */
  close(): Promise<void>;
}

const tags = {
  kernen: 'De dorpen van de gemeente.',
  regelingen: 'Wat de gemeente heeft bepaald: wie wat kan krijgen.',
  budgetten: 'Wat elke kern heeft, en het grootboek daarvan.',
  aanvragen: 'Aanvragen van inwoners en organisaties.',
  behandeling: 'Het werk van de behandelaars.',
  besluiten: 'Wat het college beslist.',
  brieven: 'De brieven en hun bekendmaking.',
  rapporten: 'Cijfers voor financiën en raad.',
};

/** The version stands in package.json, one folder up in the sources and two in what was built. */
async function ownVersion(): Promise<string> {
  for (const place of ['../package.json', '../../package.json']) {
    const text = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => null);
    if (text !== null) return (JSON.parse(text) as { version: string }).version;
  }
  throw new Error('package.json ontbreekt; zonder versie start de dienst niet.');
}

async function httpOptions(
  { contact, trustedProxies, logLevel }: Configuration,
  publicUrl: string,
  clock: Clock,
): Promise<HttpOptions> {
  return {
    version: await ownVersion(),
    publicUrl,
    securityContact: `mailto:${contact.email}`,
    contact,
    title: 'Kernbudget',
    description:
      'Het leefbaarheidsbudget van een gemeente: aanvraag, behandeling, besluit, brief en grootboek per kern.',
    tags,
    clock,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    logLevel,
  };
}

/** Puts the service together and lets it listen. The database must be ready: reached, migrated and not newer. */
export async function startService({
  configuration,
  clock,
  databaseUrl,
  mount,
}: ServiceOptions): Promise<RunningService> {
  const { production, host, issuer, encryptionKeys, dataDirectory, database } = configuration;
  const port = configuration.port === 0 ? await freePort() : configuration.port;
  const url = `http://localhost:${port}`;
  const publicUrl = configuration.publicUrl ?? url;
  const development: DevelopmentIssuer | null = issuer
    ? null
    : await createDevelopmentIssuer({ publicUrl, people: demoPeople, production });
  const root = AppModule.forRoot({
    clock,
    keys: encryptionKeys ?? developmentKeyRing(dataDirectory),
    identity:
      issuer ?? present(development, 'without a configured issuer there is one for development').identity,
    database: { url: databaseUrl, poolSize: database.poolSize, production },
  });
  const application = await createHttpApplication(root, await httpOptions(configuration, publicUrl, clock));
  if (development) mountDevelopmentIssuer(application.getHttpAdapter().getInstance(), development);
  mount?.(application.getHttpAdapter().getInstance());
  await application.init();
  // A newcomer finds a municipality; who brings a database of their own fills it by a command.
  if (database.url === null) await seedMunicipality(application);
  await application.listen(port, host);
  return { url, application, close: () => closeGracefully(application) };
}
