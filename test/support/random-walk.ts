import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ApiDocument } from './hostile-requests.ts';
import type { OwnIssuer } from './own-issuer.ts';
import { type RandomRequest, RandomRequests } from './random-requests.ts';
import { completeApplication, type TestService } from './test-service.ts';

const longestAnswerMilliseconds = 15_000;
/** Of memory that is still held after a collection, from the first third of the requests to the end. */
const mostGrowthMegabytes = 60;

export interface RandomWalkOutcome {
  readonly faults: readonly string[];
  readonly statuses: ReadonlyMap<number, number>;
  readonly visited: ReadonlySet<string>;
  readonly grownMegabytes: number;
}

interface Caller {
  readonly name: string;
  readonly token: string | null;
}

/** Residents who may not see each other's, officials who may do everything, and somebody who is not logged in. */
async function callersOf(issuer: OwnIssuer): Promise<readonly Caller[]> {
  const roles = [
    ...['kernregisseur', 'assessor', 'registrar', 'finance', 'village-adviser', 'auditor', 'administrator'],
  ];
  const sign = async (name: string, held: readonly string[]): Promise<Caller> => ({
    name,
    token: await issuer.sign({
      sub: name,
      name: `Wie ${name} heet`,
      roles: held,
      kernen: ['ingen', 'zoelen'],
    }),
  });
  return [
    ...(await Promise.all(['een', 'twee'].map((name) => sign(name, ['resident'])))),
    ...(await Promise.all(['alles', 'ook-alles'].map((name) => sign(name, roles)))),
    { name: 'niemand', token: null },
  ];
}

/** Megabytes that are still held when everything that can go has gone. */
function heldMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

function isPolluted(): boolean {
  return 'polluted' in {} || Object.keys(Object.prototype).length > 0;
}

/** What is wrong with an answer, apart from what its description says. */
function faultIn(request: RandomRequest, answer: Response): string | null {
  if (answer.status >= 500) return `status ${answer.status}`;
  if (answer.headers.has('x-injected')) return 'a header that the caller wrote';
  if (request.hasUnknownField && answer.ok) return 'took a field that it does not know';
  return null;
}

/** Sends random requests to a service by several people at once, and tells everything that should not have happened. */
export class RandomWalk {
  readonly #service: TestService;
  readonly #requests: RandomRequests;
  readonly #callers: readonly Caller[];
  /** Applications of residents, by who made them. */
  readonly #owners = new Map<string, string>();
  readonly #faults: string[] = [];
  readonly #statuses = new Map<number, number>();
  readonly #visited = new Set<string>();

  private constructor(service: TestService, requests: RandomRequests, callers: readonly Caller[]) {
    this.#service = service;
    this.#requests = requests;
    this.#callers = callers;
  }

  static async through(service: TestService, issuer: OwnIssuer, seed: number): Promise<RandomWalk> {
    const document = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as ApiDocument;
    return new RandomWalk(service, new RandomRequests(document, seed), await callersOf(issuer));
  }

  async walk(count: number, tell: (message: string) => void = () => undefined): Promise<RandomWalkOutcome> {
    await this.#makeSomething();
    let left = count;
    const work = async (until: number): Promise<void> => {
      while (left > until) {
        left -= 1;
        if (left % 1000 === 0) tell(`${count - left} requests, ${this.#faults.length} faults`);
        await this.#send(this.#requests.next());
      }
    };
    const together = (until: number) => Promise.all([1, 2, 3, 4, 5, 6].map(() => work(until)));
    await together(Math.floor((count * 2) / 3));
    const before = heldMegabytes();
    await together(0);
    const grownMegabytes = Math.round((heldMegabytes() - before) * 10) / 10;
    if (grownMegabytes > mostGrowthMegabytes) this.#faults.push(`${grownMegabytes} MB more is held`);
    if (isPolluted()) this.#faults.push('every object has a property that a caller sent');
    await this.#findLeftovers();
    return { faults: this.#faults, statuses: this.#statuses, visited: this.#visited, grownMegabytes };
  }

  /** Things to ask for: an application of each resident, and what can be listed. */
  async #makeSomething(): Promise<void> {
    for (const caller of this.#callers.filter(({ name }) => name === 'een' || name === 'twee')) {
      const resident = this.#service.withToken(caller.token ?? '');
      const { body } = await resident.post<{ id: string }>('/v1/applications', {
        body: completeApplication(),
      });
      this.#owners.set(body.id, caller.name);
      this.#requests.learn('/v1/applications', JSON.stringify(body));
    }
    const official = this.#service.withToken(this.#callers.find(({ name }) => name === 'alles')?.token ?? '');
    for (const path of ['/v1/work-list', '/v1/budgets', '/v1/kernen', '/v1/regulations']) {
      this.#requests.learn(path, JSON.stringify((await official.get(path)).body));
    }
  }

  async #send(request: RandomRequest): Promise<void> {
    const caller = this.#requests.pick(this.#callers);
    const { method, path, body, headers } = request;
    const what = `${method} ${path.slice(0, 200)} by ${caller.name} ${(body ?? '').slice(0, 300)}`;
    try {
      const answer = await fetch(`${this.#service.url}${path}`, {
        ...{ method, body, signal: AbortSignal.timeout(longestAnswerMilliseconds) },
        headers: { ...headers, ...(caller.token !== null && { authorization: `Bearer ${caller.token}` }) },
      });
      const text = await answer.text();
      this.#visited.add(request.operationId);
      this.#statuses.set(answer.status, (this.#statuses.get(answer.status) ?? 0) + 1);
      const fault = faultIn(request, answer) ?? this.#theft(caller, request, answer, text);
      if (fault !== null) this.#faults.push(`${what}: ${fault} ${text.slice(0, 300)}`);
      if (answer.ok) this.#requests.learn(path, text);
    } catch (error) {
      this.#faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Whether a resident got something of another's, by its identifier or in a list. */
  #theft(caller: Caller, { operationId }: RandomRequest, answer: Response, text: string): string | null {
    if (caller.name !== 'een' && caller.name !== 'twee') return null;
    if (operationId === 'createApplication' && answer.status === 201) {
      this.#owners.set((JSON.parse(text) as { id: string }).id, caller.name);
    }
    const isOf = [...this.#owners].find(([id, owner]) => owner !== caller.name && text.includes(id))?.[1];
    return answer.ok && isOf !== undefined ? `sees what is of ${isOf}` : null;
  }

  /** Transactions that nobody ended, and locks that nobody let go. */
  async #findLeftovers(): Promise<void> {
    await pause(200);
    const rows = await this.#service.database.asOwner<{ state: string; query: string }>(
      `SELECT state, left(query, 100) AS query FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    for (const { state, query } of rows) this.#faults.push(`a connection is ${state}: ${query}`);
  }
}
