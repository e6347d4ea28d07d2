import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CsvColumn, commaSeparated, type CsvRow } from './comma-separated.ts';
import { nextPageOf, Page } from './page.ts';

/** Which part of an answer is given as CSV, and which columns it has. */
export interface CsvRows {
  /** The property of the answer that holds the rows; a page has `items`. */
  readonly property: string;
  readonly columns: readonly (string | CsvColumn)[];
}

/** What the hooks need to know about a route; the Operation decorator puts it in the route's configuration. */
export interface RouteConduct {
  /** The right that the route asks for, by its name in the rights table; `public` for none. */
  readonly right: string;
  readonly operationId: string;
  /** Media types that the route can answer with. */
  readonly produces: readonly string[];
  /** Whether the route reads a query; if not, every query parameter is refused. */
  readonly takesQuery: boolean;
  /** Whether it changes nothing, whatever its method. */
  readonly changesNothing?: boolean;
  /** The property of the answer that holds the version for the ETag, when there is one. */
  readonly versionProperty: string | null;
  readonly isList: boolean;
  /** Whether the route reads a form with a file, and no JSON. */
  readonly takesFile?: boolean;
  /** Whether the answer has a tag of its content, by which it is not sent twice. */
  readonly revalidated?: boolean;
  /** What is also given as CSV. */
  readonly csv?: CsvRows | null;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    conduct?: RouteConduct;
  }
}

/** The entity tag of a version (RFC 9110, 8.8.3). */
export function entityTagOf(version: number): string {
  return `"${version}"`;
}

/** Whether a tag is among those of an If-None-Match (RFC 9110, 13.1.2); compared weakly. */
function isAmong(ifNoneMatch: string | undefined, tag: string): boolean {
  const named = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return named.includes(tag) || named.includes('*');
}

/** Gives an answer a tag of its content, and leaves the content out for who has it. */
function revalidate(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const tag = `"${createHash('sha256').update(payload).digest('hex').slice(0, 32)}"`;
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (!isAmong(request.headers['if-none-match'], tag)) return payload;
  reply.code(304).removeHeader('content-type');
  return null;
}

/** Gives routes that answer with a page or with a versioned resource the headers that belong to it. */
export function addAnswerHeaders(instance: FastifyInstance): void {
  instance.addHook('onRoute', (route) => {
    const conduct = route.config?.conduct;
    if (conduct?.revalidated) {
      route.onSend = (request, reply, payload, done) => done(null, revalidate(request, reply, payload));
    }
    if (conduct === undefined || (!conduct.isList && conduct.versionProperty === null && !conduct.csv))
      return;
    const { versionProperty, csv } = conduct;
    route.preSerialization = (request, reply, payload: unknown, done) => {
      if (csv && reply.statusCode < 300) answerAsAsked(csv, request, reply);
      if (payload instanceof Page) {
        const next = payload.nextKey === null ? null : nextPageOf(request.raw.url ?? '/', payload.nextKey);
        if (next !== null) reply.header('link', `<${next}>; rel="next"`);
        return done(null, { items: payload.items as unknown[], next });
      }
      if (versionProperty !== null && reply.statusCode < 300) {
        const version: unknown = Reflect.get(Object(payload), versionProperty);
        if (typeof version === 'number') reply.header('etag', entityTagOf(version));
      }
      done(null, payload);
    };
  });
}

/** Lets the answer be written as CSV when the caller prefers that (RFC 9110, 12.5.1). */
function answerAsAsked(csv: CsvRows, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('vary', 'Accept');
  if (request.accepts().type(['application/json', 'text/csv']) !== 'text/csv') return;
  reply.type('text/csv; charset=utf-8');
  reply.serializer((payload: unknown) =>
    commaSeparated(csv.columns, Reflect.get(Object(payload), csv.property) as CsvRow[]),
  );
}
