import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/** An answer as it came over the line. */
export interface SeenAnswer {
  readonly method: string;
  /** Path of the request, with or without query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface DescribedAnswer {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, { readonly $ref?: string; readonly required?: boolean }>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface DescribedOperation {
  readonly responses: Readonly<Record<string, DescribedAnswer>>;
}

type Paths = Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;

/** The parts of an OpenAPI document that say what is answered. */
export interface Description {
  readonly paths: Paths;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

const prefix = '/v1';

/** Headers of the connection and of every web answer, which a description of an API does not repeat. */
const headersOfTheWeb = new Set([
  ...['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'transfer-encoding', 'vary'],
  ...['cache-control', 'content-security-policy', 'strict-transport-security', 'referrer-policy'],
  ...['cross-origin-opener-policy', 'cross-origin-resource-policy', 'cross-origin-embedder-policy'],
  ...['origin-agent-cluster', 'x-content-type-options', 'x-dns-prefetch-control', 'x-download-options'],
  ...['x-frame-options', 'x-permitted-cross-domain-policies', 'x-xss-protection'],
]);

/** Statuses without an operation to describe them: no such address, no such method, an address that cannot be read. */
const statusesOfNowhere = [400, 404, 405, 406, 414, 415, 429, 503];

/** Turns what only OpenAPI 3.0 knows into JSON Schema, and refuses fields that are not described. */
function jsonSchemaOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonSchemaOf);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Record<string, unknown>;
  const schema = Object.fromEntries(Object.entries(rest).map(([name, each]) => [name, jsonSchemaOf(each)]));
  if (schema['type'] === 'object' && 'properties' in schema) schema['additionalProperties'] ??= false;
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function patternOf(template: string): RegExp {
  const pattern = template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`);
}

/** Holds answers against the description that the service gives of itself. */
export class DescribedAnswers {
  readonly #document: Description;
  /** Of every template, those with the fewest parameters first. */
  readonly #patterns: readonly (readonly [template: string, pattern: RegExp])[];
  readonly #ajv = new Ajv({ strict: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: Description) {
    this.#document = document;
    this.#patterns = Object.keys(document.paths)
      .sort((one, other) => one.split('{').length - other.split('{').length)
      .map((template) => [template, patternOf(template)]);
    formats.default(this.#ajv);
    this.#ajv.addFormat('binary', true);
    this.#ajv.addFormat('int64', true);
    this.#ajv.addSchema(jsonSchemaOf({ components: document.components }) as object, 'api');
  }

  /** Everything in which an answer differs from what is described; nothing when it is as described. */
  faultsOf(answer: SeenAnswer): string[] {
    const path = answer.path.split(/[?#]/, 1)[0] ?? '';
    if (!path.startsWith(`${prefix}/`)) return [];
    const method = answer.method === 'HEAD' ? 'get' : answer.method.toLowerCase();
    const item = this.#itemOf(path);
    const operation = item?.[method];
    const found = operation
      ? this.#faultsOfOperation(operation, answer)
      : this.#faultsOfNowhere(item === undefined, answer);
    return found.map((fault) => `${answer.method} ${path.slice(0, 120)} ${answer.status}: ${fault}`);
  }

  /** The address as it is described, of a path that has one. */
  templateOf(path: string): string | undefined {
    const place = (path.split(/[?#]/, 1)[0] ?? '').slice(prefix.length);
    return this.#patterns.find(([, pattern]) => pattern.test(place))?.[0];
  }

  #itemOf(path: string): Paths[string] | undefined {
    const template = this.templateOf(path);
    return template === undefined ? undefined : this.#document.paths[template];
  }

  #faultsOfNowhere(isUnknown: boolean, answer: SeenAnswer): string[] {
    const expected = isUnknown ? statusesOfNowhere.filter((status) => status !== 405) : statusesOfNowhere;
    if (!expected.includes(answer.status)) return ['there is no such operation in the description'];
    return answer.method === 'HEAD'
      ? []
      : this.#faultsOfBody({ $ref: '#/components/schemas/Problem' }, answer);
  }

  #faultsOfOperation(operation: DescribedOperation, answer: SeenAnswer): string[] {
    const described = this.#resolved(operation.responses[answer.status]);
    if (described === undefined) return ['this status is not described'];
    const faults = this.#faultsOfHeaders(described, answer.headers);
    const content = described.content ?? {};
    const mediaType = answer.headers.get('content-type')?.split(';', 1)[0] ?? null;
    if (mediaType === null) {
      return Object.keys(content).length > 0 && answer.method !== 'HEAD'
        ? [...faults, 'content is missing']
        : faults;
    }
    const schema = content[mediaType]?.schema;
    if (schema === undefined) return [...faults, `the media type ${mediaType} is not described`];
    if (answer.method === 'HEAD') return answer.text === '' ? faults : [...faults, 'HEAD has content'];
    return mediaType.endsWith('json') ? [...faults, ...this.#faultsOfBody(schema, answer)] : faults;
  }

  #resolved(answer: DescribedAnswer | undefined): DescribedAnswer | undefined {
    const name = answer?.$ref?.split('/').at(-1);
    return name === undefined ? answer : this.#document.components['responses']?.[name];
  }

  #faultsOfHeaders({ headers = {} }: DescribedAnswer, seen: Headers): string[] {
    const described = new Map(Object.entries(headers).map(([name, header]) => [name.toLowerCase(), header]));
    const undescribed = [...seen.keys()].filter((name) => !headersOfTheWeb.has(name) && !described.has(name));
    const missing = [...described].filter(([name, header]) => this.#isRequired(header) && !seen.has(name));
    return [
      ...undescribed.map((name) => `the header ${name} is not described`),
      ...missing.map(([name]) => `the header ${name} is missing`),
    ];
  }

  #isRequired(header: { readonly $ref?: string; readonly required?: boolean }): boolean {
    const name = header.$ref?.split('/').at(-1);
    const found = name === undefined ? header : this.#document.components['headers']?.[name];
    return (found as { required?: boolean } | undefined)?.required === true;
  }

  #faultsOfBody(schema: object, { text }: SeenAnswer): string[] {
    const validate = this.#validatorOf(schema);
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return ['the content is not JSON'];
    }
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || 'the content'} ${message} ${JSON.stringify(params)}`,
    );
  }

  #validatorOf(schema: object): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = this.#validators.get(key);
    if (known) return known;
    const text = JSON.stringify(jsonSchemaOf(schema)).replaceAll('"#/', '"api#/');
    const validator = this.#ajv.compile(JSON.parse(text) as object);
    this.#validators.set(key, validator);
    return validator;
  }
}
