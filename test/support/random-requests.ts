import type { ApiDocument, ApiOperation } from './hostile-requests.ts';

/** A request made from the description of the API, partly as described and partly not at all. */
export interface RandomRequest {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Whether its body has a field that the description does not have: nobody may take that. */
  readonly hasUnknownField: boolean;
}

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly schema?: Schema;
}

/** Gives the same numbers for the same seed, from 0 up to 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What somebody would like to decide about themselves. */
const temptingFields = [
  ...['id', 'number', 'status', 'version', 'ownerSubject', 'assigneeSubject', 'undecidedStatus'],
  ...['receivedAt', 'completedOn', 'createdAt', 'grantedCents', 'availableCents', 'recordedBy', 'sealed'],
  ...['roles', 'kernen', 'represents', 'isAdmin', 'decision', 'hash', 'toString', 'valueOf'],
];

const oddValues: readonly unknown[] = [
  ...[null, '', ' ', 0, -1, 1.5, 1e21, true, false, [], {}, [[]], 'a\u0000b', '\ud800', 'x'.repeat(6000)],
  ...['=1+1', "'; DROP TABLE application; --", '__proto__', '../../etc/passwd', '2019-02-30', '9999-12-31'],
  ...[
    '{{7*7}}',
    '<script>',
    '\r\nX-Injected: 1',
    9_007_199_254_740_993,
    'ı̇ß𝒳',
    '019a0000-0000-7000-8000-000000000001',
  ],
];

const mostKnown = 60;

/** Addresses that answer with things of another address, by their last word. */
const otherAddresses: Readonly<Record<string, string>> = {
  'paper-applications': 'applications',
  'work-list': 'applications',
};

/** Which parameter identifies what, by the word before it in an address: `letters` in `/letters/{letterId}`. */
function namesOfIds(templates: readonly string[]): ReadonlyMap<string, string> {
  const found = templates.flatMap((template) => [...template.matchAll(/\/([\w-]+)\/\{(\w+Id)\}/g)]);
  return new Map(found.map(([, word = '', name = '']) => [word, name]));
}

/** The last word of the address of an answer that is no identifier. */
function lastWordOf(path: string): string {
  const words = (path.split('?', 1)[0] ?? '').split('/').filter((part) => !/^[0-9a-f-]{36}$/.test(part));
  const word = words.at(-1) ?? '';
  return otherAddresses[word] ?? word;
}

const pollution = ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}'];
const oddTexts = [
  '%0d%0aX-Injected:%201',
  '%00',
  '%F0%9F%98%80',
  '..%2f..',
  'constructor',
  '-1',
  'x'.repeat(900),
];

/**
 * Makes requests to all operations of an API from its description: most values as described, some odd ones, some
 * things that exist, some that are somebody else's, some fields that nobody asked for.
 */
export class RandomRequests {
  readonly #document: ApiDocument;
  readonly #operations: readonly (readonly [string, string, ApiOperation])[];
  readonly #random: () => number;
  /** By the name of the parameter that asks for it. */
  readonly #known = new Map<string, string[]>();
  readonly #names: ReadonlyMap<string, string>;

  constructor(document: ApiDocument, seed: number) {
    this.#document = document;
    this.#random = randomNumbers(seed);
    this.#names = namesOfIds(Object.keys(document.paths));
    this.#operations = Object.entries(document.paths).flatMap(([template, item]) =>
      Object.entries(item).map(([method, operation]) => [template, method, operation] as const),
    );
  }

  /** Remembers what an answer of an address identifies, to ask for later. */
  learn(path: string, answer: string): void {
    const name = this.#names.get(lastWordOf(path)) ?? 'otherId';
    const known = this.#known.get(name) ?? [];
    this.#known.set(name, known);
    for (const [, found = ''] of answer.matchAll(/"id":"([0-9a-f-]{36})"/g)) {
      if (known.length < mostKnown) known.push(found);
      else known[this.#below(mostKnown)] = found;
    }
  }

  /** Whether something happens that happens this often. */
  chance(often: number): boolean {
    return this.#random() < often;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.#below(items.length)] as T;
  }

  next(): RandomRequest {
    const [template, method, operation] = this.pick(this.#operations);
    const parameters = (operation.parameters ?? []) as readonly Parameter[];
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => this.#inPath(name));
    const query = parameters
      .filter((parameter) => parameter.in === 'query' && this.chance(0.4))
      .map(({ name, schema }) => `${name}=${this.#text(schema)}`);
    if (this.chance(0.05)) query.push(`${this.pick(['onbekend', '__proto__[a]', 'limit'])}=1`);
    const { text, hasUnknownField } = this.#body(operation);
    return {
      ...{ operationId: operation.operationId, method: method.toUpperCase(), hasUnknownField },
      path: `/v1${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      headers: this.#headers(text !== null),
      body: text,
    };
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #inPath(name: string): string {
    if (this.chance(0.08)) return this.pick(oddTexts);
    if (name.endsWith('Id')) return this.#identifier(name);
    if (name === 'year') return this.pick(['2019', '2020', '1800', '99999']);
    return this.pick(['ingen', 'zoelen', 'meeting', 'in-time', 'leefbaarheidsbudget-2019', 'bestaat-niet']);
  }

  /** Mostly of the kind that is asked for, sometimes of another. */
  #identifier(name: string): string {
    const all = [...this.#known.values()].flat();
    const known = this.chance(0.85) ? (this.#known.get(name) ?? []) : all;
    return known.length > 0 ? this.pick(known) : '019a0000-0000-7000-8000-000000000001';
  }

  #text(schema: Schema | undefined): string {
    if (this.chance(0.2)) return this.pick(oddTexts);
    return encodeURIComponent(String(this.#value(schema ?? {}, 3)).replace(/[\ud800-\udfff]/g, ''));
  }

  #headers(hasBody: boolean): Record<string, string> {
    const tag = this.chance(0.8) ? `"${1 + this.#below(6)}"` : this.pick(['*', 'W/"1"', '"0"', '"x"', '1']);
    const key = this.chance(0.9) ? `k-${this.#below(1_000_000_000)}` : this.pick(['', 'a b', 'zelfde']);
    return {
      'if-match': tag,
      'idempotency-key': key,
      ...(hasBody && { 'content-type': this.chance(0.95) ? 'application/json' : 'text/plain' }),
      ...(this.chance(0.1) && { accept: this.pick(['text/csv', 'application/pdf', 'image/png', '*/*;q=0']) }),
      ...(this.chance(0.1) && { 'accept-language': this.pick(['en', 'nl', '\u00ff', 'x'.repeat(500)]) }),
      ...(this.chance(0.05) && { 'x-request-id': this.pick(['a;b', '%0d%0a', 'x'.repeat(300)]) }),
      ...(this.chance(0.05) && {
        traceparent: this.pick(['00-0-0-0', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`]),
      }),
    };
  }

  #body({ requestBody }: ApiOperation): { text: string | null; hasUnknownField: boolean } {
    const schema = requestBody?.content['application/json']?.schema;
    if (schema === undefined) return { text: null, hasUnknownField: false };
    if (this.chance(0.03))
      return { text: this.pick([...pollution, '', '{', '[]', 'null']), hasUnknownField: false };
    const value = this.#value(schema, 6);
    const known = Object.keys(this.#resolved(schema).properties ?? {});
    const tempting = this.pick(temptingFields);
    if (!this.chance(0.15) || known.includes(tempting) || typeof value !== 'object' || value === null) {
      return { text: JSON.stringify(value), hasUnknownField: false };
    }
    const added = { ...value, [tempting]: this.pick(['registrar', 1, 'granted', null]) };
    return { text: JSON.stringify(added), hasUnknownField: true };
  }

  #resolved(schema: Schema): Schema {
    const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
    return (name !== undefined && (this.#document.components.schemas[name] as Schema)) || schema;
  }

  #value(given: Schema, depth: number): unknown {
    if (this.chance(0.04)) return this.pick(oddValues);
    const schema = this.#resolved(given);
    if (schema.enum) return this.pick(schema.enum);
    switch (schema.type) {
      case 'array':
        return depth > 0 && schema.items
          ? Array.from({ length: this.#below(3) }, () => this.#value(schema.items ?? {}, depth - 1))
          : [];
      case 'integer':
      case 'number':
        return Math.min(Math.max(schema.minimum ?? 0, this.#below(200_000)), schema.maximum ?? 1e9);
      case 'boolean':
        return this.chance(0.5);
      case 'string':
        return this.#string(schema);
      default:
        return depth > 0 ? this.#object(schema, depth) : {};
    }
  }

  #object({ properties = {}, required = [] }: Schema, depth: number): object {
    const chosen = Object.entries(properties).filter(([name]) =>
      this.chance(required.includes(name) ? 0.98 : 0.5),
    );
    return Object.fromEntries(chosen.map(([name, each]) => [name, this.#value(each, depth - 1)]));
  }

  #string({ format, maxLength = 4000 }: Schema): string {
    if (format === 'date') return this.pick(['2019-03-04', '2019-03-01', '2019-09-14', '2024-02-29']);
    if (format === 'uuid') return this.#identifier('applicationId');
    const texts = [
      ...['Een buurtbank voor iedereen in de straat.', 'ingen', 'NL91ABNA0417164300', '4031 AA', '12'],
      ...['fenna@voorbeeld.nl', '0612345678', 'leefbaarheidsbudget-2019', 'B&W 2019-24', '=SOM(A1)'],
    ];
    return this.pick(texts).slice(0, maxLength);
  }
}
