import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { documentedHeader } from './documented-parameter.ts';
import { HttpProblem } from './http-problem.ts';

/**
 * Reads the version that a caller expects from If-Match (RFC 9110, 13.1.1): one strong entity tag.
 * @throws HttpProblem `precondition-required` when missing, `malformed-if-match` when it is no such tag.
 */
export function expectedVersionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new HttpProblem('precondition-required');
  const version = /^"([1-9]\d{0,14})"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) {
    throw new HttpProblem('malformed-if-match', [
      { in: 'header', location: 'If-Match', code: 'malformed-if-match', detail: 'Geef één ETag, zoals "3".' },
    ]);
  }
  return Number(version);
}

/** Refuses a change of something that is no longer as the caller saw it. @throws HttpProblem */
export function requireVersion(expected: number, actual: number): void {
  if (expected !== actual) throw new HttpProblem('precondition-failed');
}

/** The version that the caller has seen of what this route changes; documents the header by itself. */
export const IfMatch: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext) =>
    expectedVersionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
  [
    documentedHeader({
      name: 'If-Match',
      description: 'De ETag van het laatste antwoord over wat u wijzigt.',
      required: true,
      schema: { type: 'string', pattern: '^"[1-9][0-9]{0,14}"$', example: '"3"' },
    }),
  ],
);
