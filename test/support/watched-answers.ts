import { DescribedAnswers, type Description } from './described-answers.ts';

const watched = new Map<string, Promise<DescribedAnswers>>();
const plainFetch = globalThis.fetch;

async function descriptionOf(origin: string): Promise<DescribedAnswers> {
  const answer = await plainFetch(`${origin}/v1/openapi.json`);
  return new DescribedAnswers((await answer.json()) as Description);
}

/**
 * Fetches, and fails when the service at this address answers otherwise than it describes itself: a status, header or
 * field that its description does not have.
 */
async function watchingFetch(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  const answer = await plainFetch(input, init);
  const url = new URL(input instanceof Request ? input.url : input);
  const described = watched.get(url.origin);
  if (described === undefined) return answer;
  const faults = (await described).faultsOf({
    method: init?.method ?? (input instanceof Request ? input.method : 'GET'),
    path: url.pathname,
    status: answer.status,
    headers: answer.headers,
    text: await answer.clone().text(),
  });
  if (faults.length > 0) throw new Error(`Not as the API describes itself:\n- ${faults.join('\n- ')}`);
  return answer;
}

/**
 * From now on every answer of this service that this test file sees is held against a description: the one that the
 * service gives of itself, unless a test gives another.
 */
export function watchAnswers(serviceUrl: string, described = descriptionOf(serviceUrl)): void {
  watched.set(new URL(serviceUrl).origin, described);
  globalThis.fetch = watchingFetch;
}

export function stopWatching(serviceUrl: string): void {
  watched.delete(new URL(serviceUrl).origin);
}
