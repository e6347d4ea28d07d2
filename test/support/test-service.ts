import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { AdjustableClock } from '../../src/kernel/clock.ts';
import { readConfiguration } from '../../src/platform/config/configuration.ts';
import { seedMunicipality } from '../../src/seeds/seed-municipality.ts';
import { startService } from '../../src/start-service.ts';
import { type RegisteredRoute, withRegisteredRoutes } from './registered-routes.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { stopWatching, watchAnswers } from './watched-answers.ts';

/** An answer as a caller sees it. `body` is the parsed JSON, or null when there is none. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly bytes: Buffer;
}

export interface RequestOptions {
  readonly body?: unknown;
  /** The version that the caller has seen, for If-Match. */
  readonly version?: number;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who calls the service with a token of the development issuer. */
export interface TestCaller {
  get<Body = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<Answer<Body>>;
  post<Body = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<Answer<Body>>;
  put<Body = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<Answer<Body>>;
}

/** The whole service as it is deployed, on a database of the test's own, at a time that the test sets. */
export interface TestService {
  readonly url: string;
  readonly clock: AdjustableClock;
  readonly database: TestDatabase;
  /** Its keys, as another process of it would be given them. */
  readonly keys: Readonly<Record<'ENCRYPTION_KEYS' | 'BLIND_INDEX_KEYS', string>>;
  /** Every route of its router. */
  readonly routes: readonly RegisteredRoute[];
  token(personId: string): Promise<string>;
  /** Without a person: somebody who has not logged in. */
  as(personId: string | null): Promise<TestCaller>;
  /** Somebody with a token that the test made itself. */
  withToken(token: string): TestCaller;
  stop(): Promise<void>;
}

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body = (isJson ? JSON.parse(bytes.toString('utf8')) : null) as Body;
  return { status: response.status, headers: response.headers, body, bytes };
}

/** A form goes as it is, and tells its own content type with its boundary. */
function bodyOf(body: unknown): string | FormData | null {
  if (body === undefined) return null;
  return body instanceof FormData ? body : JSON.stringify(body);
}

function callerWith(url: string, token: string | null): TestCaller {
  const send = async <Body>(
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<Answer<Body>> => {
    const headers: Record<string, string> = { ...options.headers };
    if (token !== null) headers['authorization'] ??= `Bearer ${token}`;
    if (method !== 'GET') headers['idempotency-key'] ??= options.key ?? randomUUID();
    if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
    const body = bodyOf(options.body);
    if (typeof body === 'string') headers['content-type'] ??= 'application/json';
    return answerOf<Body>(await fetch(`${url}${path}`, { method, headers, body }));
  };
  return {
    get: (path, options) => send('GET', path, options),
    post: (path, options) => send('POST', path, options),
    put: (path, options) => send('PUT', path, options),
  };
}

/**
 * Starts the service with gemeente Buren in it.
 * @param now the moment at which the story begins
 * @param environment configuration besides that of every test, such as an issuer of the test's own
 * @param mount adds routes of the test's own, to see what becomes of them
 * @param logDestination where the log goes, for who wants to read it
 */
export async function startTestService(
  now = '2019-03-04T09:00:00Z',
  environment: Readonly<Record<string, string>> = {},
  mount?: (instance: FastifyInstance) => void,
  logDestination?: Writable,
): Promise<TestService> {
  const database = await createTestDatabase();
  const clock = new AdjustableClock(new Date(now));
  const configuration = readConfiguration({
    PORT: '0',
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    // A thread would load its modules again for every service; see letter-press.spec.ts for threads.
    LETTER_THREADS: '0',
    DATABASE_URL: database.serviceUrl,
    REQUESTS_PER_MINUTE_PER_CALLER: '0',
    REQUESTS_PER_MINUTE_PER_ADDRESS: '0',
    ...keys,
    ...environment,
  });
  const { service, routes } = await withRegisteredRoutes(() =>
    startService({
      configuration,
      clock,
      databaseUrl: database.serviceUrl,
      ...(mount && { mount }),
      ...(logDestination && { logDestination }),
    }),
  );
  watchAnswers(service.url);
  await seedMunicipality(service.application);
  const token = async (personId: string): Promise<string> => {
    const response = await fetch(`${service.url}/development/issuer/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: personId,
        client_secret: 'demo',
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  return {
    url: service.url,
    clock,
    database,
    keys,
    routes,
    token,
    withToken: (bearer) => callerWith(service.url, bearer),
    as: async (personId) => callerWith(service.url, personId === null ? null : await token(personId)),
    async stop() {
      stopWatching(service.url);
      await service.close();
      await database.drop();
    },
  };
}

const keys = {
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
  BLIND_INDEX_KEYS: `test:${Buffer.alloc(32, 8).toString('base64')}`,
};

/** What a resident fills in: complete, and small enough for the ceiling of a kern. */
export function completeApplication(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    intent: 'submit',
    regulationCode: 'leefbaarheidsbudget-2019',
    kernCode: 'ingen',
    applicant: {
      kind: 'resident',
      name: 'Fenna Voorbeeld',
      street: 'Dorpsstraat',
      houseNumber: '12',
      postcode: '4031 AB',
      place: 'Ingen',
    },
    title: 'Een bank en een tuindag',
    description: 'Wij plaatsen een bank bij de kerk en houden een tuindag voor de hele straat.',
    requestedCents: 85_000,
    activityStartsOn: '2019-09-14',
    activityEndsOn: '2019-09-14',
    costs: [
      { description: 'Bank', amountCents: 65_000 },
      { description: 'Planten', amountCents: 20_000 },
    ],
    support: 'Twaalf buren uit de Dorpsstraat doen mee.',
    iban: 'NL91ABNA0417164300',
    electronicMessages: true,
    ...change,
  };
}
