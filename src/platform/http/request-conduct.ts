import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { InputFault } from '../../kernel/domain-error.ts';
import { type AnswerHeaders, setAnswerHeaders } from './answer-headers.ts';
import { faultTexts } from './fields/fault-texts.ts';
import { HttpProblem } from './http-problem.ts';
import { pathOf } from './problem-document.ts';
import { RouteIndex } from './route-index.ts';

/** Gives every answer its headers, before anything can go wrong. */
export function addCommonHeaders(instance: FastifyInstance, headers: AnswerHeaders): void {
  instance.addHook('onRequest', (request, reply, done) => {
    setAnswerHeaders(reply.raw, headers, request.id);
    done();
  });
}

/**
 * Checks every request before anything reads it, also the ones that match no route. It lives in a hook of
 * Fastify and not in Nest's interceptors, which see only what reaches a route.
 */
export function addRequestConduct(instance: FastifyInstance): void {
  const routes = new RouteIndex();
  instance.addHook('onRoute', (route) => {
    routes.add(route.method, route.url);
  });
  instance.addHook('onRequest', (request, _reply, done) => {
    done(faultOf(request, routes));
  });
}

function faultOf(request: FastifyRequest, routes: RouteIndex): HttpProblem | undefined {
  const { raw } = request;
  const target = raw.url ?? '/';
  if (raw.httpVersion === '1.1' && raw.headers.host === undefined)
    return new HttpProblem('malformed-request');
  if (target.includes('%') && !isWellEncoded(target)) return new HttpProblem('malformed-url');
  const path = pathOf(target);
  if (path.length > 1 && path.endsWith('/')) return new HttpProblem('not-found');
  if (request.is404) return unmatched(path, routes);
  const coding = raw.headers['content-encoding'];
  if (coding !== undefined && coding !== 'identity') return new HttpProblem('unsupported-media-type');
  const { conduct } = request.routeOptions.config;
  if (!readable(raw.headers['content-type'] ?? '', conduct?.takesFile ?? false)) {
    return new HttpProblem('unsupported-media-type');
  }
  if (conduct === undefined) return undefined;
  if (!accepts(request, conduct.produces)) return new HttpProblem('not-acceptable');
  return !conduct.takesQuery && target.includes('?') ? unknownParameters(request) : undefined;
}

function unmatched(path: string, routes: RouteIndex): HttpProblem | undefined {
  const methods = routes.methodsOf(path);
  if (methods.length === 0) return undefined;
  return new HttpProblem('method-not-allowed', [], { allow: methods.join(', ') });
}

/** Only what takes a file reads a form, one that says where its parts end, and it reads nothing else. */
function readable(contentType: string, takesFile: boolean): boolean {
  const isForm = /^multipart\/form-data\b/i.test(contentType);
  return takesFile ? isForm && /^[^;]+;\s*boundary=./i.test(contentType) : !isForm;
}

/** NUL is refused here too: a text with it could not be looked up. */
function isWellEncoded(target: string): boolean {
  try {
    return !decodeURIComponent(target).includes('\0');
  } catch {
    return false;
  }
}

function accepts(request: FastifyRequest, produces: readonly string[]): boolean {
  const accept = request.headers.accept;
  if (accept === undefined || accept === '*/*' || accept === produces[0]) return true;
  return request.accepts().type([...produces, 'application/problem+json']) !== false;
}

function unknownParameters(request: FastifyRequest): HttpProblem | undefined {
  const faults = Object.keys(request.query as object).map((location): InputFault => {
    const code = 'unknown-parameter';
    return { in: 'query', location, code, detail: faultTexts[code]() };
  });
  return faults.length > 0 ? new HttpProblem('invalid-input', faults) : undefined;
}
