import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type ServiceProcess, spawnService, untilReady } from './service-process.ts';

/** What was acknowledged: each line of this log the service said with its own mouth. */
export interface Acknowledged {
  readonly proposed: Map<string, string>;
  readonly confirmed: Map<string, string>;
  /** Answers of the service itself that no client should ever get. */
  readonly faults: string[];
}

interface RunAnswer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly journalId: string | null;
}

/** A service that is killed and started again, on the same data. */
export class MortalService {
  readonly #environment: Readonly<Record<string, string>>;
  #service: ServiceProcess;
  readonly #tokens = new Map<string, string>();
  kills = 0;

  private constructor(environment: Readonly<Record<string, string>>, service: ServiceProcess) {
    this.#environment = environment;
    this.#service = service;
  }

  static async start(dataDirectory: string): Promise<MortalService> {
    const environment = { DATA_DIRECTORY: dataDirectory, LOG_LEVEL: 'error', DATABASE_POOL_SIZE: '10' };
    const service = await spawnService(environment);
    await untilReady(service);
    return new MortalService(environment, service);
  }

  get url(): string {
    return this.#service.url;
  }

  /** Remembered only when it was given: a service that is down gives none. */
  async token(personId: string): Promise<string> {
    const token = this.#tokens.get(personId) ?? (await this.#askToken(personId));
    this.#tokens.set(personId, token);
    return token;
  }

  /** A service that was started anew does not know tokens from before. */
  forget(personId: string): void {
    this.#tokens.delete(personId);
  }

  async #askToken(personId: string): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      ...{ client_id: personId, client_secret: 'demo' },
    });
    const answer = await fetch(`${this.url}/development/issuer/token`, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(5_000),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  /** Kills the service; its database is left behind, as after a real crash. */
  async killService(): Promise<void> {
    this.#service.child.kill('SIGKILL');
    await this.#again();
  }

  /** Kills the server of the database and all that it was doing. */
  async killDatabase(dataDirectory: string): Promise<void> {
    const { elsewhere } = JSON.parse(readFileSync(`${dataDirectory}/postgres.json`, 'utf8')) as {
      elsewhere: string | null;
    };
    const cluster = `${elsewhere ?? `${dataDirectory}/postgres`}/cluster`;
    const [pid = ''] = readFileSync(`${cluster}/postmaster.pid`, 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await Promise.race([this.#service.ended, pause(5_000)]);
    this.#service.child.kill('SIGKILL');
    await this.#again();
  }

  async #again(): Promise<void> {
    this.kills += 1;
    await this.#service.ended;
    this.#service = await spawnService(this.#environment);
    await untilReady(this.#service);
  }

  async stop(): Promise<void> {
    this.#service.child.kill('SIGTERM');
    await this.#service.ended;
  }
}

/** Asks until there is an answer, with the same key each time, as a careful client does. */
async function askUntilAnswered(
  service: MortalService,
  personId: string,
  path: string,
  request: { readonly body?: unknown; readonly version?: number },
  faults: string[],
): Promise<RunAnswer | null> {
  const key = randomUUID();
  for (;;) {
    const token = await service.token(personId).catch(() => null);
    const answer =
      token === null
        ? null
        : await fetch(`${service.url}${path}`, {
            method: 'POST',
            headers: {
              ...{ authorization: `Bearer ${token}`, 'idempotency-key': key },
              ...(request.body !== undefined && { 'content-type': 'application/json' }),
              ...(request.version !== undefined && { 'if-match': `"${request.version}"` }),
            },
            body: request.body === undefined ? null : JSON.stringify(request.body),
            signal: AbortSignal.timeout(10_000),
          }).catch(() => null);
    const body = answer && ((await answer.json().catch(() => null)) as RunAnswer | null);
    if (answer && body && answer.status < 300) return body;
    if (answer?.status === 401) service.forget(personId);
    const passing = answer === null || body === null || answer.status === 401 || answer.status === 503;
    if (!passing) {
      faults.push(`${path}: ${answer.status} ${JSON.stringify(body)}`);
      return null;
    }
    await pause(50);
  }
}

const hold = {
  ...{ kind: 'hold', regulationCode: 'leefbaarheidsbudget-2019', countsOn: '2019-06-11' },
  ...{ reference: 'proef', reason: 'proef', lines: [{ kernCode: 'ingen', amountCents: 1 }] },
};

/** Proposes and confirms, again and again, until told to stop, and keeps a log of what was acknowledged. */
export async function keepBooking(
  service: MortalService,
  log: Acknowledged,
  stopped: () => boolean,
): Promise<void> {
  while (!stopped()) {
    const proposed = await askUntilAnswered(service, 'farid', '/v1/ledger-runs', { body: hold }, log.faults);
    if (!proposed) continue;
    log.proposed.set(proposed.id, proposed.status);
    const { id, version } = proposed;
    const path = `/v1/ledger-runs/${id}/confirmation`;
    const confirmed = await askUntilAnswered(service, 'marijke', path, { version }, log.faults);
    if (confirmed) log.confirmed.set(id, confirmed.journalId ?? '');
  }
}

/** Compares the log with what is there afterwards. @returns what was lost, half done or wrong */
export async function compareWith(service: MortalService, log: Acknowledged): Promise<string[]> {
  const token = await service.token('farid');
  const get = async <Body>(path: string): Promise<Body> => {
    const answer = await fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    return (await answer.json()) as Body;
  };
  const wrong = [...log.faults];
  const runs = new Map<string, RunAnswer>();
  for (let path: string | null = '/v1/ledger-runs?limit=100'; path !== null;) {
    const page: { items: RunAnswer[]; next: string | null } = await get(path);
    for (const run of page.items) runs.set(run.id, run);
    path = page.next;
  }
  for (const id of log.proposed.keys()) if (!runs.has(id)) wrong.push(`lost proposal ${id}`);
  for (const [id, journalId] of log.confirmed) {
    if (runs.get(id)?.journalId !== journalId) wrong.push(`lost confirmation ${id}`);
  }
  const booked = [...runs.values()].filter(({ status }) => status === 'confirmed').length;
  const { items } = await get<{ items: { heldCents: number }[] }>('/v1/budgets?kernCode=ingen');
  if (items[0]?.heldCents !== booked) wrong.push(`${booked} confirmed, ${items[0]?.heldCents} held`);
  const check = await get<{ sound: boolean; fault: unknown }>('/v1/ledger-check');
  if (!check.sound) wrong.push(JSON.stringify(check.fault));
  return wrong;
}
