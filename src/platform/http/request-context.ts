import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/domain-error.ts';

/** What is known of the request that is being worked on, for who records what happens. */
export interface RequestContext {
  readonly requestId: string;
  /** 32 hexadecimal digits, or null when nobody traces. */
  readonly traceId: string | null;
  /** The case that the request turned out to be about. */
  caseId: string | null;
  /** Whether a right was lacking, however that was answered. */
  denied: boolean;
  /** Whether nothing was done, because it had been done before: the first answer is shown again. */
  repeated: boolean;
  /** In whose place the caller turned out to act, who is away; null when in the caller's own name. */
  onBehalfOf: { readonly subject: string; readonly name: string } | null;
  /** What the answer shows of which cases, for who records what was looked at; never personal data. */
  shown: Readonly<Record<string, unknown>>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; on routes that are not public. */
    actor?: Actor;
    requestContext: RequestContext | null;
  }
}

const current = new AsyncLocalStorage<RequestContext>();

/** The request that this code runs for; null outside of one. */
export function currentRequest(): RequestContext | null {
  return current.getStore() ?? null;
}

/** Tells which case the current request is about; outside of a request nobody needs to know. */
export function noteCase(caseId: string): void {
  const context = current.getStore();
  if (context) context.caseId = caseId;
}

/** Tells that the caller acts in the place of somebody who is away. */
export function noteOnBehalfOf(absent: NonNullable<RequestContext['onBehalfOf']>): void {
  const context = current.getStore();
  if (context) context.onBehalfOf = absent;
}

/** The name under which what somebody does is kept, with that of who is away where it is done in that person's place. */
export function actingName({ name }: Pick<Actor, 'name'>): string {
  const absent = current.getStore()?.onBehalfOf ?? null;
  return absent === null ? name : `${name}, vervangt ${absent.name}`;
}

/** Tells what the answer to the current request shows, where its address does not say so. */
export function noteShown(shown: Readonly<Record<string, unknown>>): void {
  const context = current.getStore();
  if (context) context.shown = shown;
}

/** Tells that the current request gets the answer to an earlier one. */
export function noteRepeat(): void {
  const context = current.getStore();
  if (context) context.repeated = true;
}

/** Tells that an answer was given because a right was lacking. */
export function noteDenial(request: FastifyRequest, error: unknown): void {
  if (request.requestContext === null || !(error instanceof DomainError)) return;
  if (error.kind === 'forbidden' || error.withholds) request.requestContext.denied = true;
}

/** Gives every request its context. Who works for it need not pass it on, and the domain never sees it. */
export function addRequestContext(instance: FastifyInstance): void {
  instance.decorateRequest('requestContext', null);
  // Not earlier: the body arrives in events of the connection, which know nothing of the request.
  instance.addHook('preHandler', (request, _reply, done) => {
    const { id: requestId, traceId } = request;
    request.requestContext = {
      requestId,
      traceId,
      caseId: null,
      denied: false,
      repeated: false,
      shown: {},
      onBehalfOf: null,
    };
    current.run(request.requestContext, done);
  });
}
