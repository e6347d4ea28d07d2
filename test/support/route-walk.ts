import { randomUUID } from 'node:crypto';
import { sendRaw } from '../journeys/http-conduct.cases.ts';
import type { ApiDocument } from './hostile-requests.ts';
import { plainBody } from './hostile-requests.ts';
import type { RegisteredRoute } from './registered-routes.ts';
import { waysOfGoingWrong } from './ways-of-going-wrong.ts';

/** What a walk over all routes needs to know. */
export interface Walk {
  readonly url: string;
  readonly routes: readonly RegisteredRoute[];
  readonly document: ApiDocument;
  /** Tokens of people who together may call every route; the first is tried first. */
  readonly tokens: readonly string[];
  /** Values of path parameters of things that exist, by the name of the parameter; several where one does not do. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  /** Bodies that would be accepted, by operation, where a plain one made from the schema would not be. */
  readonly bodies: Readonly<Record<string, unknown>>;
  /** Another thing of the same kind, by the name of the parameter, of which what is named below it is no part. */
  readonly others?: Readonly<Record<string, string>>;
  /** Gets the lists that had enough in them to look at their pages. */
  readonly pagedLists?: Set<string>;
}

export interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly schema?: { readonly format?: string; readonly type?: string };
}

/** A route of the API as it is walked. */
export interface WalkedRoute extends RegisteredRoute {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  /** JSON, or a form with a file. */
  readonly takesBody: boolean;
  readonly takesForm: boolean;
  readonly body: unknown;
  /** Address with parameters that nothing has, but that could be. */
  readonly nowhere: string;
  /** Addresses of things that exist. */
  readonly somewhere: readonly string[];
  /** Addresses of a thing that exists, below another that exists and has no part in it. */
  readonly elsewhere: readonly string[];
  /** Methods that the address has. */
  readonly methods: readonly string[];
}

export interface Probe {
  readonly way: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | null | undefined>>;
  readonly body?: string | Blob | FormData | null;
  readonly status: number;
  readonly code?: string;
  /** What else must hold of the answer; gives what is wrong. */
  readonly also?: (answer: Response, text: string) => string | null;
}

const unknownId = '019a0000-0000-7000-8000-00000000ffff';

function unknownValue({ schema }: Parameter): string {
  if (schema?.format === 'uuid') return unknownId;
  return schema?.type === 'integer' ? '2199' : 'bestaat-niet';
}

function* fillings(path: string, names: readonly string[], examples: Walk['examples']): Generator<string> {
  const [name, ...others] = names;
  if (name === undefined) yield path;
  else
    for (const value of examples[name] ?? [])
      yield* fillings(path.replace(`:${name}`, value), others, examples);
}

/** The first thing in a path swapped for another, as somebody would who guesses where an identifier fits. */
function swapped(path: string, [first = '', ...parts]: readonly string[], walk: Walk): string[] {
  const other = walk.others?.[first];
  const areIdentified = parts.every((name) => name.endsWith('Id'));
  if (other === undefined || !areIdentified) return [];
  return [...fillings(path.replace(`:${first}`, other), parts, walk.examples)];
}

export function walkedRoute(route: RegisteredRoute, walk: Walk): WalkedRoute | null {
  const template = route.path.replace(/^\/v1/, '').replaceAll(/:(\w+)/g, '{$1}');
  const operation = walk.document.paths[template]?.[route.method.toLowerCase()];
  if (operation === undefined) return null;
  const parameters = (operation.parameters ?? []) as readonly Parameter[];
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const content = operation.requestBody?.content ?? {};
  const takesBody = 'application/json' in content;
  const takesForm = 'multipart/form-data' in content;
  return {
    ...route,
    operationId: operation.operationId,
    parameters,
    takesBody,
    takesForm,
    body: walk.bodies[operation.operationId] ?? plainBody(walk.document, operation),
    nowhere: inPath.reduce(
      (path, parameter) => path.replace(`:${parameter.name}`, unknownValue(parameter)),
      route.path,
    ),
    somewhere: [
      ...fillings(
        route.path,
        inPath.map(({ name }) => name),
        walk.examples,
      ),
    ],
    elsewhere:
      inPath.length < 2
        ? []
        : swapped(
            route.path,
            inPath.map(({ name }) => name),
            walk,
          ),
    methods: walk.routes.filter(({ path }) => path === route.path).map(({ method }) => method),
  };
}

function headersOf(route: WalkedRoute, token: string, probe: Probe): Record<string, string> {
  const all: Record<string, string | null | undefined> = {
    ...(route.conduct?.right !== 'public' && { authorization: `Bearer ${token}` }),
    'idempotency-key': randomUUID(),
    'if-match': '"1"',
    ...(route.takesBody && { 'content-type': 'application/json' }),
    ...probe.headers,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const plainContent = ({ body, takesBody }: WalkedRoute) =>
  body instanceof FormData || !takesBody ? (body as FormData | undefined) : JSON.stringify(body);

async function outcomeOf(
  walk: Walk,
  route: WalkedRoute,
  token: string,
  probe: Probe,
): Promise<string | null> {
  const method = probe.method ?? route.method;
  const body = probe.body === undefined ? plainContent(route) : probe.body;
  const canHaveBody = method !== 'GET' && method !== 'HEAD';
  const answer = await fetch(`${walk.url}${probe.path}`, {
    method,
    headers: headersOf(route, token, probe),
    body: canHaveBody ? (body ?? null) : null,
  });
  const text = await answer.text();
  if (answer.status !== probe.status)
    return `${answer.status} instead of ${probe.status} ${text.slice(0, 300)}`;
  const code = text.startsWith('{') ? (JSON.parse(text) as { code?: string }).code : undefined;
  if (probe.code !== undefined && code !== probe.code) return `${code} instead of ${probe.code}`;
  return probe.also?.(answer, text) ?? null;
}

/** Tries a probe as each of the people; it goes well when it does for one of them. */
async function complaintOf(walk: Walk, route: WalkedRoute, probe: Probe): Promise<string | null> {
  const complaints: string[] = [];
  for (const token of walk.tokens) {
    const complaint = await outcomeOf(walk, route, token, probe).catch(String);
    if (complaint === null) return null;
    complaints.push(complaint);
  }
  // Who may not use the route at all learns nothing about it.
  const telling = complaints.find((complaint) => !complaint.startsWith('403')) ?? complaints[0];
  return `${route.method} ${route.path}, ${probe.way} (${probe.path.slice(0, 120)}): ${telling}`;
}

/** Whether every route is described, and everything that is described is a route. */
function descriptionFaults({ routes, document }: Walk, walked: readonly WalkedRoute[]): string[] {
  const api = routes.filter(({ path, method }) => path.startsWith('/v1/') && method !== 'HEAD');
  const known = new Set(walked.map(({ operationId }) => operationId));
  const described = Object.values(document.paths).flatMap((item) => Object.values(item));
  return [
    ...api
      .filter((route) => !walked.some(({ path, method }) => path === route.path && method === route.method))
      .map(({ method, path }) => `${method} ${path} is not described`),
    ...described
      .filter(({ operationId }) => !known.has(operationId))
      .map(({ operationId }) => `${operationId} is described, and is no route`),
  ];
}

/** HEAD answers as GET does, without content. */
async function headFaults(walk: Walk, route: WalkedRoute): Promise<string[]> {
  if (route.method !== 'GET') return [];
  const faults: string[] = [];
  for (const token of walk.tokens) {
    const headers = headersOf(route, token, { way: 'HEAD', path: route.path, status: 200 });
    const url = `${walk.url}${route.somewhere[0] ?? route.nowhere}`;
    const get = await fetch(url, { headers });
    const head = await fetch(url, { headers, method: 'HEAD' });
    // A list may have grown between the two, so that it has a next page now.
    const same = ['content-type', 'etag'].every((name) => head.headers.get(name) === get.headers.get(name));
    const content = await head.text();
    if (head.status !== get.status || !same || content !== '')
      faults.push(`HEAD ${route.path} is not as GET`);
    await get.arrayBuffer();
  }
  return faults;
}

interface ListPage {
  readonly items: readonly object[];
  readonly next: string | null;
}

/** More pages are not looked at: a list of who looked at what grows with every look. */
const mostPages = 30;

/** The items of a list, one page after another by `next` alone; null when the caller may not see it. */
async function itemsByPage(
  walk: Walk,
  path: string,
  headers: Record<string, string>,
): Promise<{ items: string[]; fault: string | null } | null> {
  const items: string[] = [];
  let next: string | null = path;
  for (let count = 0; next !== null && count < mostPages; count += 1) {
    const answer: Response = await fetch(`${walk.url}${next}`, { headers });
    const page = (await answer.json()) as ListPage;
    if (answer.status !== 200) return count === 0 ? null : { items, fault: `${next}: ${answer.status}` };
    const link = page.next && `<${page.next}>; rel="next"`;
    if (answer.headers.get('link') !== link) return { items, fault: `Link is ${answer.headers.get('link')}` };
    items.push(...page.items.map((item) => JSON.stringify(item)));
    next = page.next;
  }
  return { items, fault: null };
}

/** A list shows the same in pages of one and of a hundred, each thing once and in one order. */
async function pageFaults(walk: Walk, route: WalkedRoute): Promise<string[]> {
  const [path] = route.somewhere;
  if (route.conduct?.isList !== true || path === undefined) return [];
  for (const token of walk.tokens) {
    const headers = headersOf(route, token, { way: 'pages', path, status: 200 });
    const whole = await itemsByPage(walk, `${path}?limit=100`, headers);
    const single = whole && (await itemsByPage(walk, `${path}?limit=1`, headers));
    if (whole === null || single === null || whole.items.length < 2) continue;
    walk.pagedLists?.add(route.operationId);
    const fault = whole.fault ?? single.fault;
    if (fault !== null) return [`${path}, pages: ${fault}`];
    const first = whole.items.slice(0, mostPages);
    const same = single.items.filter((item) => first.includes(item));
    const isOnce = new Set(single.items).size === single.items.length;
    // Of a list that grew meanwhile at its beginning, the last of these come later.
    const isInOrder = JSON.stringify(same) === JSON.stringify(first.slice(0, same.length));
    return isOnce && isInOrder && single.items.length >= first.length && same.length > 0
      ? []
      : [`${path}, pages: other items in pages of one than in pages of a hundred`];
  }
  return [];
}

/** What no HTTP client sends, to the address of a route: refused with a problem, whatever the route is. */
async function rawFaults(walk: Walk, { method, nowhere, path }: WalkedRoute): Promise<string[]> {
  const end = 'Connection: close\r\n\r\n';
  const junk = [
    `${method} ${nowhere} HTTP/1.1\r\n${end}`,
    `${method} ${nowhere} HTP/1.1\r\nHost: a\r\n${end}`,
    `${method} ${nowhere} HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n${end}`,
    `${method} ${nowhere}%zz HTTP/1.1\r\nHost: a\r\n${end}`,
  ];
  const answers = await Promise.all(junk.map((bytes) => sendRaw(walk.url, bytes)));
  const wrong = answers.filter(({ status, headers, body }) => {
    const type = Reflect.get(headers, 'content-type') as unknown;
    const isProblem = type === 'application/problem+json; charset=utf-8' && 'api-version' in headers;
    return status !== 400 || !isProblem || (JSON.parse(body) as { status: unknown }).status !== 400;
  });
  return wrong.map(
    ({ status, body }) => `${method} ${path}, bytes that are not HTTP: ${status} ${body.slice(0, 200)}`,
  );
}

/** Walks all routes of a service and every way of going wrong; gives everything that does not go as it should. */
export async function walkRoutes(walk: Walk): Promise<{ complaints: string[]; probes: number }> {
  const walked = walk.routes.flatMap((route) => walkedRoute(route, walk) ?? []);
  const complaints = descriptionFaults(walk, walked);
  const tasks = walked.flatMap((route) => [
    () => headFaults(walk, route),
    () => rawFaults(walk, route),
    ...waysOfGoingWrong(route).map((probe) => async () => {
      const complaint = await complaintOf(walk, route, probe);
      return complaint === null ? [] : [complaint];
    }),
  ]);
  const probes = tasks.length;
  // First, while nothing else adds to lists.
  for (const route of walked) complaints.push(...(await pageFaults(walk, route)));
  const work = async (): Promise<void> => {
    for (let task = tasks.pop(); task; task = tasks.pop()) complaints.push(...(await task()));
  };
  await Promise.all([work(), work(), work(), work()]);
  return { complaints: complaints.sort(), probes };
}
