import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseProblem } from '../database/database-faults.ts';
import { HttpProblem } from './http-problem.ts';
import { noteDenial } from './request-context.ts';
import { languageOf, pathOf, problemDocumentOf, problemMediaType } from './problem-document.ts';

/** Long enough for what is busy to be over, short enough for who waits at a screen. */
const secondsUntilRetry = 5;

/** Turns everything that goes wrong in or around a route into a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers with the problem document of an error; logs it when it is a fault of ours. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  const context = { instance: pathOf(request.raw.url), language };
  const problem = problemDocumentOf(databaseProblem(error) ?? error, context);
  if (problem.status === 500) request.log.error({ err: error }, 'unexpected error');
  noteDenial(request, error);
  if (reply.sent || reply.raw.headersSent) return;
  if (problem.status === 503) {
    request.log.warn({ code: problem.code, err: error }, 'not available');
    reply.header('retry-after', secondsUntilRetry);
  }
  if (problem.status === 401) reply.header('www-authenticate', challengeFor(request));
  if (error instanceof HttpProblem) reply.headers(error.headers);
  // An answer that was half prepared may have left headers that describe another body.
  for (const name of ['content-length', 'content-disposition', 'etag', 'link']) reply.removeHeader(name);
  void reply
    .code(problem.status)
    .header('content-language', language)
    .type(problemMediaType)
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

/** Says how to log in; names the token as the cause only when there was one (RFC 6750, section 3). */
function challengeFor(request: FastifyRequest): string {
  return request.headers.authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
}
