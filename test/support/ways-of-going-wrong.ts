import { formOf } from './attachment-steps.ts';
import type { Probe, WalkedRoute } from './route-walk.ts';

/** Gives the probes that make sense for a route. */
type Way = (route: WalkedRoute) => readonly Probe[];

interface Fault {
  readonly location: string;
}

function names(location: string): (answer: Response, text: string) => string | null {
  return (_, text) => {
    const { errors = [] } = JSON.parse(text) as { errors?: Fault[] };
    return errors.some((fault) => fault.location === location) ? null : `does not name ${location}: ${text}`;
  };
}

function withHeader(name: string, form: RegExp): (answer: Response) => string | null {
  return ({ headers }) => (form.test(headers.get(name) ?? '') ? null : `${name} is ${headers.get(name)}`);
}

const has = (route: WalkedRoute, place: string, name: string) =>
  route.parameters.some((parameter) => parameter.in === place && parameter.name === name);

const isSecured = (route: WalkedRoute) => route.conduct !== null && route.conduct.right !== 'public';
const target = (route: WalkedRoute) => route.somewhere[0] ?? route.nowhere;

const slashTooMany: Way = ({ nowhere }) => [
  { way: 'a slash too many', path: `${nowhere}/`, status: 404, code: 'not-found' },
  { way: 'an address below it', path: `${nowhere}/niets/hier`, status: 404, code: 'not-found' },
  { way: 'capitals in the address', path: nowhere.replace('/v1/', '/V1/'), status: 404, code: 'not-found' },
];

const wrongMethod: Way = ({ nowhere, methods }) =>
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']
    .filter((method) => !methods.includes(method))
    .map((method) => ({
      way: `the method ${method}`,
      ...{ method, path: nowhere, status: 405, code: 'method-not-allowed' },
      headers: { 'content-type': null },
      body: null,
      also: ({ headers }: Response) => {
        const allowed = headers.get('allow')?.split(', ') ?? [];
        return methods.every((each) => allowed.includes(each)) ? null : `Allow is ${allowed.join(', ')}`;
      },
    }));

const unknownFormat: Way = (route) => [
  {
    way: 'an Accept that cannot be met',
    ...{
      path: target(route),
      headers: { accept: 'application/x-niets' },
      status: 406,
      code: 'not-acceptable',
    },
  },
];

const unknownQueryKey: Way = (route) => [
  {
    way: 'a query key that it does not know',
    ...{ path: `${target(route)}?onbekend=1`, status: 400, code: 'invalid-input', also: names('onbekend') },
  },
];

const pages: Way = (route) => {
  if (!route.conduct?.isList) return [];
  const path = target(route);
  return [
    { way: 'a page key that is none', path: `${path}?after=onzin`, status: 400, code: 'invalid-page-key' },
    ...['0', '101', '-1', '1e2', 'veel'].map((limit) => ({
      way: `a page of ${limit}`,
      ...{ path: `${path}?limit=${limit}`, status: 400, code: 'invalid-input', also: names('limit') },
    })),
  ];
};

const bodies: Way = (route) => {
  if (!route.takesBody) return [];
  const path = target(route);
  // A blob has no media type of its own, where a text would be sent as text.
  const untyped = new Blob([JSON.stringify(route.body)]);
  const wrongFormat = { path, status: 415, code: 'unsupported-media-type' };
  const malformed = { path, status: 400, code: 'malformed-json' };
  return [
    { way: 'no content type', ...wrongFormat, headers: { 'content-type': null }, body: untyped },
    { way: 'text for JSON', ...wrongFormat, headers: { 'content-type': 'text/plain' } },
    { way: 'a form', ...wrongFormat, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    { way: 'a compressed body', ...wrongFormat, headers: { 'content-encoding': 'gzip' } },
    { way: 'half a JSON', ...malformed, body: '{"a":' },
    { way: 'an empty body', ...malformed, body: '' },
    { way: 'a prototype in the body', ...malformed, body: '{"__proto__":{"a":1}}' },
    { way: 'a body too large', path, status: 413, code: 'too-large', body: `"${'x'.repeat(1024 * 1024)}"` },
    {
      way: 'a field that it does not know',
      ...{ path, status: 400, code: 'invalid-input', also: names('/onbekend') },
      body: JSON.stringify({ ...(route.body as object), onbekend: 1 }),
    },
    { way: 'a list for an object', path, status: 400, code: 'invalid-input', body: '[]' },
  ];
};

const forms: Way = (route) => {
  if (!route.takesForm) return [];
  const path = target(route);
  const spoiled = (change: (form: FormData) => void): FormData => {
    const form = formOf();
    change(form);
    return form;
  };
  const wrongFormat = { path, status: 415, code: 'unsupported-media-type' };
  const wrongField = { path, status: 400, code: 'invalid-input' };
  const halfType = { 'content-type': 'multipart/form-data; boundary=x' };
  const half = '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nquo';
  return [
    { way: 'JSON for a form', ...wrongFormat, headers: { 'content-type': 'application/json' }, body: '{}' },
    { way: 'no content type', ...wrongFormat, body: new Blob(['{}']) },
    {
      way: 'a form without a boundary',
      ...wrongFormat,
      headers: { 'content-type': 'multipart/form-data' },
      body: half,
    },
    { way: 'half a form', path, status: 400, code: 'malformed-form', headers: halfType, body: half },
    {
      way: 'a field that it does not know',
      ...{ ...wrongField, also: names('/onbekend'), body: spoiled((form) => form.set('onbekend', '1')) },
    },
    {
      way: 'a form without a file',
      ...{ ...wrongField, also: names('/file'), body: spoiled((form) => form.delete('file')) },
    },
  ];
};

const idempotencyKeys: Way = (route) => {
  if (!has(route, 'header', 'Idempotency-Key')) return [];
  const path = target(route);
  const key = (value: string | null) => ({ headers: { 'idempotency-key': value } });
  return [
    { way: 'no Idempotency-Key', path, ...key(null), status: 400, code: 'idempotency-key-missing' },
    { way: 'a key with a space', path, ...key('a b'), status: 400, code: 'idempotency-key-malformed' },
  ];
};

const preconditions: Way = (route) => {
  if (!has(route, 'header', 'If-Match')) return [];
  const path = target(route);
  const version = (tag: string | null) => ({ headers: { 'if-match': tag } });
  const stale =
    route.somewhere.length === 0 ? [{ way: 'no example of what it changes', path, status: 412 }] : [];
  return [
    { way: 'no precondition', path, ...version(null), status: 428, code: 'precondition-required' },
    { way: 'a weak precondition', path, ...version('W/"1"'), status: 400, code: 'malformed-if-match' },
    { way: 'any version', path, ...version('*'), status: 400, code: 'malformed-if-match' },
    ...stale,
    ...route.somewhere.slice(0, 1).map((existing) => ({
      way: 'a stale precondition',
      ...{ path: existing, ...version('"987654321"'), status: 412, code: 'precondition-failed' },
    })),
  ];
};

const places: Way = (route) => {
  const inPath = route.parameters.filter((parameter) => parameter.in === 'path');
  if (inPath.length === 0) return [];
  const required = route.parameters.some(({ name }) => name === 'sentOn') ? '?sentOn=2019-03-04' : '';
  const malformed = inPath.reduce((path, { name }) => path.replace(`:${name}`, '-x-'), route.path);
  return [
    { way: 'something that is not there', path: `${route.nowhere}${required}`, status: 404 },
    {
      way: 'an identifier that is none',
      path: `${malformed}${required}`,
      status: 400,
      code: 'invalid-input',
    },
    {
      way: 'an identifier without end',
      path: `${inPath.reduce((path, { name }) => path.replace(`:${name}`, 'x'.repeat(3000)), route.path)}${required}`,
      ...{ status: 414, code: 'address-too-long' },
    },
  ];
};

const swaps: Way = ({ elsewhere }) =>
  elsewhere.map((path) => ({ way: 'a part of something else', path, status: 404 }));

const strangers: Way = (route) => {
  if (!isSecured(route)) return [];
  const path = target(route);
  const challenge = withHeader('www-authenticate', /^Bearer/);
  const stranger = (authorization: string | null) => ({
    headers: { authorization },
    also: challenge,
    status: 401,
  });
  return [
    { way: 'no login', path, ...stranger(null), code: 'token-missing' },
    { way: 'a made up token', path, ...stranger('Bearer a.b.c'), code: 'token-invalid' },
    { way: 'another kind of login', path, ...stranger('Basic YTpi'), code: 'token-missing' },
  ];
};

const all: readonly Way[] = [
  slashTooMany,
  wrongMethod,
  unknownFormat,
  unknownQueryKey,
  pages,
  bodies,
  forms,
  idempotencyKeys,
  preconditions,
  places,
  swaps,
  strangers,
];

/** Every way of going wrong that there is on a route. */
export function waysOfGoingWrong(route: WalkedRoute): Probe[] {
  return all.flatMap((way) => way(route));
}
