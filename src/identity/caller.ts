import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import '../platform/http/request-context.ts';

/** Gives a controller method the verified caller. Only on routes with `RequiresRight`. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return present(
    context.switchToHttp().getRequest<FastifyRequest>().actor,
    'a route with a caller is not public',
  );
});
