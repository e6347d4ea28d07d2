/** The part of an OpenAPI document that is needed to make requests. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface ApiOperation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** One request that nobody with good intentions sends. */
export interface HostileRequest {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it goes over the line; it need not be JSON. */
  readonly body: string | null;
}

/** An amount that JSON can name and JavaScript cannot: `JSON.stringify` would write null. */
const endless = '@1e400';

const hostileValues: readonly unknown[] = [
  null,
  -1,
  1.5,
  9_007_199_254_740_993,
  endless,
  '',
  ' ',
  '\u200b\u2060',
  'a\u0000b',
  'a\u202eb',
  'a\u0007b',
  '\ud800',
  'x'.repeat(100_000),
  '2019-02-30',
  '0000-00-00',
  '2199-12-31',
  "'; DROP TABLE application; --",
  '../../etc/passwd',
  '__proto__',
  [],
  [[]],
  {},
  true,
];

const hostileBodies = [
  '',
  'null',
  '0',
  '"tekst"',
  '[]',
  '{}',
  '{"a":',
  '{"__proto__":{"roles":["registrar"]}}',
  '{"constructor":{"prototype":{"roles":[]}}}',
  '{"toString":"x","hasOwnProperty":1}',
  '['.repeat(5000) + ']'.repeat(5000),
  '\ufeff{}',
  '{"a":1}{"b":2}',
];

const hostileIds = [
  '0',
  'null',
  '%00',
  '%2e%2e%2fetc',
  '%F0%9F%98%80',
  '%ff',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'constructor',
  "1'%20OR%20'1'='1",
  'x'.repeat(2000),
];

const pageKey = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

const hostileQueries = [
  'onbekend=1',
  '__proto__[a]=1',
  'limit=0',
  'limit=1e3',
  'limit=5&limit=6',
  'limit[]=5',
  'limit=99999999999999999999',
  `after=${pageKey(9_007_199_254_740_991)}`,
  `after=${pageKey(2_147_483_648)}`,
  `after=${pageKey(-1e308)}`,
  `after=${pageKey('\u0000')}`,
  `after=${pageKey('\ud800')}`,
  `after=${pageKey({})}`,
  'after=%00',
  'year=2147483648',
  'year=-1',
  'onDate=2019-02-30',
  'onDate=1900-01-01',
  'sentOn=1900-01-01',
  'sentOn=2199-12-31',
  'kernCode=%27--',
  'status=draft',
  `naam=${'x'.repeat(5000)}`,
];

const hostileHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'if-match': '*' },
  { 'if-match': 'W/"1"' },
  { 'if-match': '"1", "2"' },
  { 'if-match': '"999999999999999"' },
  { 'if-match': '"1e3"' },
  { 'idempotency-key': 'met spatie' },
  { 'idempotency-key': 'x'.repeat(129) },
  { 'content-type': 'application/json; charset=utf-7' },
  { 'accept-language': 'x'.repeat(2000) },
  { authorization: 'Bearer' },
  { authorization: 'Basic Zmlvbmc6Zmlvbmc=' },
];

function resolved(document: ApiDocument, schema: Schema): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  const name = reference?.split('/').at(-1);
  return (name !== undefined && document.components.schemas[name]) || schema;
}

/** A value that a schema allows, as plain as possible. */
function plainValue(document: ApiDocument, given: Schema): unknown {
  const schema = resolved(document, given);
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'array':
      return schema.items ? [plainValue(document, schema.items)] : [];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'string':
      if (schema.format === 'date') return '2019-09-01';
      if (schema.format === 'uuid') return '019a0000-0000-7000-8000-000000000001';
      return schema.pattern !== undefined && new RegExp(schema.pattern).test('tekst')
        ? 'tekst'
        : 'tekst die lang genoeg is';
    default:
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, each]) => [name, plainValue(document, each)]),
      );
  }
}

/** A body that the schema of an operation allows, as plain as possible. */
export function plainBody(document: ApiDocument, { requestBody }: ApiOperation): unknown {
  const schema = requestBody?.content['application/json']?.schema;
  return schema && plainValue(document, schema);
}

function write(value: unknown): string {
  return JSON.stringify(value).replaceAll(`"${endless}"`, '1e400');
}

/** Bodies of which one field, at any depth, has every hostile value in turn. */
function* spoiled(value: unknown): Generator<unknown> {
  yield* hostileValues;
  if (Array.isArray(value)) {
    for (const item of spoiled(value[0])) yield [item];
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      for (const item of spoiled(each)) yield { ...value, [name]: item };
    }
  }
}

/** Picks items evenly spread over a long list; another `offset` picks others. */
function some<T>(items: readonly T[], count: number, offset: number): T[] {
  if (items.length <= count) return [...items];
  const step = items.length / count;
  // Rounding may reach just beyond the last one.
  const place = (index: number) => Math.min(Math.floor(index * step + (offset % step)), items.length - 1);
  return Array.from({ length: count }, (_, index) => items[place(index)] as T);
}

/**
 * For every operation of an API: hostile bodies, queries, parts of the path and headers.
 * @param example the value of a path parameter that exists, for an operation
 * @param valid bodies that would succeed, by operation; without one the schema gives a plain body
 */
export function* hostileRequests(
  document: ApiDocument,
  example: (name: string, operationId: string) => string,
  valid: Readonly<Record<string, unknown>>,
): Generator<HostileRequest> {
  let operations = 0;
  for (const [template, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      operations += 1;
      const { operationId } = operation;
      const fill = (choose: (name: string) => string) =>
        `/v1${template.replaceAll(/\{(\w+)\}/g, (_, name: string) => choose(name))}`;
      const schema = operation.requestBody?.content['application/json']?.schema;
      const body = schema && (valid[operationId] ?? plainValue(document, schema));
      const plain = {
        operationId,
        method: method.toUpperCase(),
        path: fill((name) => example(name, operationId)),
        headers: {},
      };
      const text = body === undefined ? null : write(body);
      yield { ...plain, body: text };
      for (const query of hostileQueries) yield { ...plain, path: `${plain.path}?${query}`, body: text };
      for (const headers of hostileHeaders) yield { ...plain, headers, body: text };
      for (const id of template.includes('{') ? hostileIds : []) {
        yield { ...plain, path: fill(() => id), body: text };
      }
      if (text === null) continue;
      for (const hostile of hostileBodies) yield { ...plain, body: hostile };
      for (const hostile of some([...spoiled(body)], 25, operations))
        yield { ...plain, body: write(hostile) };
    }
  }
}
