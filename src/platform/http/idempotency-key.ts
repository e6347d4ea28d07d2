import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { documentedHeader } from './documented-parameter.ts';
import { HttpProblem } from './http-problem.ts';
import { pathOf } from './problem-document.ts';

/** What a caller claims with an Idempotency-Key; together with the caller's subject it names one write. */
export interface IdempotencyClaim {
  /** 1 to 128 visible ASCII characters, chosen by the caller. */
  readonly key: string;
  /** Method and path of the request, with the identifiers in it. */
  readonly route: string;
  /** SHA-256 (hexadecimal) of the body in one fixed form, so that spaces and order of keys do not matter. */
  readonly bodyHash: string;
}

/** Reads the claim of a request. @throws HttpProblem when the key is missing or malformed. */
export function idempotencyClaimOf(request: FastifyRequest): IdempotencyClaim {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') throw new HttpProblem('idempotency-key-missing');
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw new HttpProblem('idempotency-key-malformed');
  }
  const body = canonical(request.body ?? null);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return { key, route: `${request.method} ${pathOf(request.raw.url)}`, bodyHash };
}

/** Writes a JSON value in one fixed form: keys in order, no spaces. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

const metadataKey = 'kernbudget:takes-idempotency-key';

/** Tells whether a route takes an Idempotency-Key. */
export function takesIdempotencyKey(prototype: object, method: string): boolean {
  return Reflect.getMetadata(metadataKey, prototype, method) === true;
}

/** The claim of a writing request; documents the header by itself. */
export const IdempotencyKey: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext) =>
    idempotencyClaimOf(context.switchToHttp().getRequest<FastifyRequest>()),
  [
    documentedHeader({
      name: 'Idempotency-Key',
      description:
        'Door u gekozen sleutel voor deze handeling. Met dezelfde sleutel en inhoud krijgt u hetzelfde antwoord.',
      required: true,
      schema: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' },
    }),
    (prototype, name) => {
      if (name !== undefined) Reflect.defineMetadata(metadataKey, true, prototype, name);
    },
  ],
);
