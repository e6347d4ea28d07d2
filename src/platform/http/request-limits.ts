import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem.ts';
import { networkOf } from './network-of.ts';
import { RequestQuota, windowSeconds } from './request-quota.ts';

/** How many requests are answered per minute; 0 for no limit. */
export interface RequestLimits {
  /** Of one person who has logged in. */
  readonly perCallerPerMinute: number;
  /** Without login, from one address. */
  readonly perAddressPerMinute: number;
}

interface Quotas {
  readonly caller: RequestQuota | null;
  readonly address: RequestQuota | null;
}

declare module 'fastify' {
  interface FastifyInstance {
    quotas?: Quotas;
  }
  interface FastifyContextConfig {
    /** For what watches the service: it asks often, and must get its answer most of all in busy times. */
    unlimited?: boolean;
  }
}

function quotaOf(perMinute: number): RequestQuota | null {
  return perMinute === 0 ? null : new RequestQuota(perMinute);
}

/**
 * Counts one request and says in the answer how the caller stands (draft-ietf-httpapi-ratelimit-headers).
 * @throws HttpProblem `too-many-requests`
 */
function take(
  reply: FastifyReply,
  name: keyof Quotas,
  quota: RequestQuota | null | undefined,
  key: string,
): void {
  if (!quota) return;
  const { allowed, remaining, secondsLeft } = quota.take(key);
  reply.header('ratelimit-policy', `"${name}";q=${quota.quota};w=${windowSeconds}`);
  reply.header('ratelimit', `"${name}";r=${remaining};t=${secondsLeft}`);
  if (!allowed) throw new HttpProblem('too-many-requests', [], { 'retry-after': String(secondsLeft) });
}

/** Whether the request comes with something that a guard will look at, after which the caller is counted. */
function isGuarded({ routeOptions, headers }: FastifyRequest): boolean {
  const { conduct } = routeOptions.config;
  return conduct !== undefined && conduct.right !== 'public' && headers.authorization !== undefined;
}

/** Counts a request under the address that it comes from. @throws HttpProblem `too-many-requests` */
export function limitAddress(request: FastifyRequest, reply: FastifyReply): void {
  take(reply, 'address', request.server.quotas?.address, networkOf(request.ip));
}

/** Counts a request under who has logged in. @throws HttpProblem `too-many-requests` */
export function limitCaller(request: FastifyRequest, reply: FastifyReply, subject: string): void {
  take(reply, 'caller', request.server.quotas?.caller, subject);
}

/** Limits requests without login, also those to addresses where there is nothing; a guard limits the others. */
export function addRequestLimits(instance: FastifyInstance, limits: RequestLimits): void {
  instance.decorate('quotas', {
    caller: quotaOf(limits.perCallerPerMinute),
    address: quotaOf(limits.perAddressPerMinute),
  });
  instance.addHook('onRequest', (request, reply, done) => {
    try {
      if (!request.routeOptions.config.unlimited && !isGuarded(request)) limitAddress(request, reply);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}
