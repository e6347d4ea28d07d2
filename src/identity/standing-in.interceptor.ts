import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import './caller.ts';
import { Officials } from './officials.service.ts';

/** Tells every route in whose place its caller works today. It runs after the guard, which tells who that is. */
@Injectable()
export class StandingIn implements NestInterceptor {
  readonly #officials: Officials;

  constructor(officials: Officials) {
    this.#officials = officials;
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.actor) request.actor = await this.#officials.attend(request.actor);
    return next.handle();
  }
}
