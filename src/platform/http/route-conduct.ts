import type { FastifyInstance } from 'fastify';
import { nextPageOf, Page } from './page.ts';

/** What the hooks need to know about a route; the Operation decorator puts it in the route's configuration. */
export interface RouteConduct {
  /** Media types that the route can answer with. */
  readonly produces: readonly string[];
  /** Whether the route reads a query; if not, every query parameter is refused. */
  readonly takesQuery: boolean;
  /** The property of the answer that holds the version for the ETag, when there is one. */
  readonly versionProperty: string | null;
  readonly isList: boolean;
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

/** Gives routes that answer with a page or with a versioned resource the headers that belong to it. */
export function addAnswerHeaders(instance: FastifyInstance): void {
  instance.addHook('onRoute', (route) => {
    const conduct = route.config?.conduct;
    if (conduct === undefined || (!conduct.isList && conduct.versionProperty === null)) return;
    const { versionProperty } = conduct;
    route.preSerialization = (request, reply, payload: unknown, done) => {
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
