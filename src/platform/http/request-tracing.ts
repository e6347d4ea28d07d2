import type { FastifyInstance } from 'fastify';
import { readTraceparent, writeTraceparent } from '../telemetry/trace-context.ts';
import type { RequestSpan, Tracing } from '../telemetry/tracing.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The trace that the request belongs to: the caller's, or our own when requests are followed; else null. */
    traceId: string | null;
    span: RequestSpan | null;
  }
}

/** Names the trace of the caller in the log, and follows requests when that is asked for. */
export function addRequestTracing(instance: FastifyInstance, tracing: Tracing): void {
  instance.decorateRequest('traceId', null);
  instance.decorateRequest('span', null);
  instance.addHook('onRequest', (request, reply, done) => {
    const caller = readTraceparent(request.headers.traceparent);
    const span = tracing.startRequest(caller);
    const context = span?.context ?? caller;
    if (context !== null) {
      request.traceId = context.traceId;
      request.log = request.log.child({ traceId: context.traceId });
    }
    if (span !== null) {
      request.span = span;
      reply.header('traceparent', writeTraceparent(span.context));
    }
    done();
  });
  // Not earlier: the body arrives in events of the connection, which know nothing of the request.
  instance.addHook('preHandler', (request, _reply, done) => {
    if (request.span) request.span.within(done);
    else done();
  });
  instance.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, span } = request;
    const route = routeOptions.url ?? 'none';
    span?.end(
      { name: `${method} ${route}`, failed: reply.statusCode >= 500 },
      {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': reply.statusCode,
        'kernbudget.request_id': request.id,
      },
    );
    done();
  });
}
