import { IncomingMessage, type OutgoingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from '@fastify/helmet';
import { fastify } from 'fastify';

/** Headers that every answer carries, also the ones to what is not even HTTP. */
export type AnswerHeaders = Readonly<Record<string, string>>;

export const documentationPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Asks Helmet once for its headers. They are the same for every answer, so they are not built again for each
 * request, and answers that never reach Fastify's hooks carry exactly the same ones.
 */
export async function answerHeaders(version: string): Promise<AnswerHeaders> {
  const probe = fastify();
  await probe.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  });
  const decided = new Promise<Record<string, string>>((resolve) => {
    probe.get('/', (_request, reply) => {
      reply.hijack();
      const names = Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]);
      resolve(Object.fromEntries(names) as Record<string, string>);
    });
  });
  await probe.ready();
  const question = new IncomingMessage(new Socket());
  question.method = 'GET';
  question.url = '/';
  probe.routing(question, new ServerResponse(question));
  const headers = await decided;
  await probe.close();
  return { ...headers, 'cache-control': 'no-store', 'api-version': version };
}

/** Puts the headers on an answer, whoever sends it afterwards. */
export function setAnswerHeaders(answer: OutgoingMessage, headers: AnswerHeaders, requestId: string): void {
  for (const name in headers) answer.setHeader(name, headers[name] ?? '');
  answer.setHeader('x-request-id', requestId);
}
