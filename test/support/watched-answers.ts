import { DescribedAnswers, type Description } from './described-answers.ts';

/** A service of which every answer is looked at. */
interface Watched {
  readonly described: Promise<DescribedAnswers>;
  /** The writes that were sent again already, by method and address; null when none are to be. */
  readonly repeated: Set<string> | null;
}

const watched = new Map<string, Watched>();
const plainFetch = globalThis.fetch;

/** By text without the address: services of many test files describe themselves alike, and to compile that is slow. */
const descriptions = new Map<string, DescribedAnswers>();

async function descriptionOf(origin: string): Promise<DescribedAnswers> {
  const answer = await plainFetch(`${origin}/v1/openapi.json`);
  const text = (await answer.text()).replaceAll(origin, '');
  const described = descriptions.get(text) ?? new DescribedAnswers(JSON.parse(text) as Description);
  descriptions.set(text, described);
  return described;
}

/** What goes on after its answer (202) tells how far it is by now, of the same thing. */
function isSame(first: { readonly status: number; readonly text: string }, text: string): boolean {
  if (first.status !== 202) return text === first.text;
  const idOf = (json: string) => (JSON.parse(json) as { id: string }).id;
  return idOf(text) === idOf(first.text);
}

/**
 * Sends the first write to each address that succeeds once more, and tells when that gives another answer than the
 * first. Whoever lost the right by what was done (who recused themselves, say) is told so instead.
 */
async function faultOfRepeating(
  { described, repeated }: Watched,
  url: URL,
  init: RequestInit | undefined,
  first: { readonly status: number; readonly text: string },
): Promise<string[]> {
  const hasKey = new Headers(init?.headers).has('idempotency-key');
  const isDone = first.status >= 200 && first.status < 300;
  if (!isDone || !hasKey || init?.method === undefined || init.method === 'GET') return [];
  const operation = `${init.method} ${(await described).templateOf(url.pathname)}`;
  if (repeated === null || repeated.has(operation)) return [];
  repeated.add(operation);
  const again = await plainFetch(url, init);
  const text = await again.text();
  if ([403, 404].includes(again.status)) return [];
  return again.status === first.status && isSame(first, text)
    ? []
    : [`${operation} sent again gives ${again.status} ${text.slice(0, 300)}`];
}

/**
 * Fetches, and fails when the service at this address answers otherwise than it describes itself (a status, header or
 * field that its description does not have), or does twice what was asked twice with one key.
 */
async function watchingFetch(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  const answer = await plainFetch(input, init);
  const url = new URL(input instanceof Request ? input.url : input);
  const service = watched.get(url.origin);
  if (service === undefined) return answer;
  const text = await answer.clone().text();
  const faults = (await service.described).faultsOf({
    method: init?.method ?? (input instanceof Request ? input.method : 'GET'),
    path: url.pathname,
    status: answer.status,
    headers: answer.headers,
    text,
  });
  if (faults.length > 0) throw new Error(`Not as the API describes itself:\n- ${faults.join('\n- ')}`);
  const [other] = await faultOfRepeating(service, url, init, { status: answer.status, text });
  if (other !== undefined) throw new Error(`Not the first answer again:\n- ${other}`);
  return answer;
}

/**
 * From now on every answer of this service that this test file sees is held against a description: the one that the
 * service gives of itself, unless a test gives another. Every kind of write is sent again, once.
 */
export function watchAnswers(serviceUrl: string, described = descriptionOf(serviceUrl)): void {
  watched.set(new URL(serviceUrl).origin, { described, repeated: new Set() });
  globalThis.fetch = watchingFetch;
}

/** For a test that counts what is written down of each request: nothing is sent again any more. */
export function repeatNothing(serviceUrl: string): void {
  const { origin } = new URL(serviceUrl);
  const service = watched.get(origin);
  if (service) watched.set(origin, { ...service, repeated: null });
}

export function stopWatching(serviceUrl: string): void {
  watched.delete(new URL(serviceUrl).origin);
}
