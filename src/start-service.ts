import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.ts';
import { DailyHead } from './budgets/daily-head.service.ts';
import { AccessLog } from './audit/access-log.service.ts';
import { recordAccess } from './audit/record-access.ts';
import {
  createDevelopmentIssuer,
  type DevelopmentIssuer,
  mountDevelopmentIssuer,
} from './identity/development-issuer/mount-development-issuer.ts';
import { DutyRulesHistory } from './identity/duty-rules-history.service.ts';
import type { Clock } from './kernel/clock.ts';
import type { Configuration } from './platform/config/configuration.ts';
import { freePort } from './platform/database/embedded-server.ts';
import { keysOf } from './platform/encryption/key-ring.ts';
import { closeGracefully } from './platform/http/close-gracefully.ts';
import { createHttpApplication } from './platform/http/create-http-application.ts';
import type { HttpOptions } from './platform/http/http-options.ts';
import { Readiness } from './platform/health/readiness.ts';
import { startTelemetry } from './platform/telemetry/start-telemetry.ts';
import type { Telemetry } from './platform/telemetry/telemetry.module.ts';
import { tracedFetch } from './platform/telemetry/traced-fetch.ts';
import { demoPeople } from './seeds/demo-people.ts';
import { seedMunicipality } from './seeds/seed-municipality.ts';
import { addEquatedDays } from './terms/equated-days.ts';

export interface ServiceOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  /** As the service's role. */
  readonly databaseUrl: string;
  /** Adds routes beside the service's own before it listens, such as the yardstick of a measurement. */
  readonly mount?: (instance: FastifyInstance) => void;
  /** Where the log is written; the standard output when left out. */
  readonly logDestination?: Writable;
}

export interface RunningService {
  readonly url: string;
  readonly application: NestFastifyApplication;
  /** Says that it is not ready, waits as long as configured, finishes what was started, and stops. */
  close(): Promise<void>;
}

const tags = {
  kernen: 'De dorpen van de gemeente.',
  regelingen: 'Wat de gemeente heeft bepaald: wie wat kan krijgen.',
  werkwijzen: 'Hoe elke kern van aanvraag naar besluit werkt.',
  budgetten: 'Wat elke kern heeft, en het grootboek daarvan.',
  grootboek: 'Wat financiën met budgetten doet, en het bewijs dat alles klopt.',
  aanvragen: 'Aanvragen van inwoners en organisaties.',
  bijlagen: 'Offertes, tekeningen, foto’s en lijsten bij een aanvraag.',
  behandeling: 'Het werk van de behandelaars.',
  besluiten: 'Wat het college beslist.',
  termijnen: 'Wanneer iets uiterlijk moet, en wat er gebeurt als dat niet lukt.',
  brieven: 'De brieven en hun bekendmaking.',
  toezicht: 'Het logboek van wie wat deed en zag.',
  rapporten: 'Cijfers voor financiën en raad.',
};

/** The version stands in package.json, two folders up from what was built. */
async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function httpOptions(
  { contact, trustedProxies, logLevel, limits, operations }: Configuration,
  served: Pick<HttpOptions, 'version' | 'publicUrl' | 'clock' | 'logDestination'>,
  { metrics, tracing }: Telemetry,
): HttpOptions {
  return {
    ...served,
    securityContact: `mailto:${contact.email}`,
    contact,
    title: 'Kernbudget',
    description:
      'Het leefbaarheidsbudget van een gemeente: aanvraag, behandeling, besluit, brief en grootboek per kern.',
    tags,
    limits,
    ...(operations.metrics && { metrics }),
    tracing,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    logLevel,
  };
}

/** While the service is leaving, whoever keeps a connection open is asked to take a new one, to somebody else. */
function turnAwayWhenLeaving(application: NestFastifyApplication, readiness: Readiness): void {
  const instance: FastifyInstance = application.getHttpAdapter().getInstance();
  // When the answer leaves, so that it also holds for what was asked before.
  instance.addHook('onSend', (_request, reply, _payload, done) => {
    if (readiness.leaving) reply.header('connection', 'close');
    done();
  });
}

/** Puts the service together and lets it listen. The database must be ready: reached, migrated and not newer. */
export async function startService({
  configuration,
  clock,
  databaseUrl,
  mount,
  logDestination,
}: ServiceOptions): Promise<RunningService> {
  const { production, host, issuers, database, operations } = configuration;
  addEquatedDays(configuration.equatedDays);
  const port = configuration.port === 0 ? await freePort() : configuration.port;
  const url = `http://localhost:${port}`;
  const publicUrl = configuration.publicUrl ?? url;
  const version = await ownVersion();
  const telemetry = await startTelemetry(operations, version);
  const fetchKeys = tracedFetch(telemetry.tracing);
  const development: DevelopmentIssuer | null =
    issuers.length > 0 ? null : await createDevelopmentIssuer({ publicUrl, people: demoPeople, production });
  const root = AppModule.forRoot({
    clock,
    keys: keysOf(configuration),
    dutiesApart: configuration.dutiesApart,
    identity: development ? [development.identity] : issuers.map((issuer) => ({ ...issuer, fetchKeys })),
    database: { ...database, url: databaseUrl, production },
    telemetry,
    letterThreads: operations.letterThreads,
    attachments: configuration.attachments,
  });
  const served = { version, publicUrl, clock, ...(logDestination && { logDestination }) };
  const application = await createHttpApplication(root, httpOptions(configuration, served, telemetry));
  recordAccess(application.getHttpAdapter().getInstance(), application.get(AccessLog, { strict: false }));
  if (development) mountDevelopmentIssuer(application.getHttpAdapter().getInstance(), development);
  mount?.(application.getHttpAdapter().getInstance());
  const readiness = application.get(Readiness, { strict: false });
  turnAwayWhenLeaving(application, readiness);
  await application.init();
  await application.get(DutyRulesHistory, { strict: false }).noteChange();
  // A newcomer finds a municipality; who brings a database of their own fills it by a command.
  if (database.url === null) await seedMunicipality(application);
  await application.get(DailyHead, { strict: false }).start();
  await application.listen(port, host);
  return {
    url,
    application,
    async close() {
      readiness.leave();
      await pause(operations.shutdownDelaySeconds * 1000);
      await closeGracefully(application);
      await telemetry.close();
    },
  };
}
