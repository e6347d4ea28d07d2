import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import type { RouteConduct } from '../../src/platform/http/route-conduct.ts';

/** A route as the router has it. */
export interface RegisteredRoute {
  readonly method: string;
  /** With `:name` for a part that varies. */
  readonly path: string;
  /** What the route says of itself; null for what is not part of the API, such as the documentation. */
  readonly conduct: RouteConduct | null;
}

const channel = 'fastify.initialization';

/** Starts a service and writes down every route that its router is given, whoever adds it and however. */
export async function withRegisteredRoutes<Service>(
  start: () => Promise<Service>,
): Promise<{ service: Service; routes: readonly RegisteredRoute[] }> {
  const perInstance: RegisteredRoute[][] = [];
  const onInstance = (message: unknown): void => {
    const routes: RegisteredRoute[] = [];
    perInstance.push(routes);
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url, config }) => {
      for (const each of typeof method === 'string' ? [method] : method) {
        routes.push({ method: each, path: url, conduct: config?.conduct ?? null });
      }
    });
  };
  subscribe(channel, onInstance);
  try {
    const service = await start();
    // Small helpers are Fastify instances too; the service is the one with routes of the API.
    return { service, routes: perInstance.find((routes) => routes.some(({ conduct }) => conduct)) ?? [] };
  } finally {
    unsubscribe(channel, onInstance);
  }
}
