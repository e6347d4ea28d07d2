import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { AuditLog } from '../../src/audit/audit-log.service.ts';
import { AuthenticationGuard } from '../../src/identity/authentication.guard.ts';
import { readClaims } from '../../src/identity/domain/claims.ts';
import { mayEver } from '../../src/identity/domain/permission.ts';
import type { Action } from '../../src/identity/domain/actions.ts';
import { TrustedIssuers } from '../../src/identity/trusted-issuers.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { InputPipe } from '../../src/platform/http/input.pipe.ts';
import { rightMetadataKey } from '../../src/platform/http/operation.ts';
import type { Layer } from './commands.ts';

type Methods = Record<string, unknown>;

/**
 * Takes what surrounds every route out of the running service, to see what each part costs. Nothing of this can be
 * reached in the service itself: it is done to the classes from outside.
 */
export class Layers {
  readonly #application: NestFastifyApplication;
  readonly #originals = new Map<Methods, Methods>();

  constructor(application: NestFastifyApplication) {
    this.#application = application;
  }

  /** Leaves out these layers, and puts back the others. */
  leaveOut(layers: readonly Layer[]): void {
    this.#putBack();
    const has = (layer: Layer) => layers.includes(layer);
    if (has('authentication') || has('rights')) {
      const canActivate = this.#guard(!has('authentication'), !has('rights'));
      this.#replace(AuthenticationGuard, { canActivate });
    }
    if (has('audit')) this.#replace(AuditLog, { record: () => undefined, recordAll: () => undefined });
    if (has('idempotency')) this.#replace(Transactions, { runOnce: runEachTime });
    if (has('validation')) this.#replace(InputPipe, { transform: (value: unknown) => value });
  }

  #replace({ prototype }: { readonly prototype: object }, methods: Methods): void {
    const target = prototype as Methods;
    this.#originals.set(target, Object.fromEntries(Object.keys(methods).map((name) => [name, target[name]])));
    Object.assign(target, methods);
  }

  #putBack(): void {
    for (const [target, methods] of this.#originals) Object.assign(target, methods);
    this.#originals.clear();
  }

  /** The guard with its two halves apart; without authentication the token is believed as it is. */
  #guard(authenticates: boolean, asksRights: boolean) {
    const reflector = this.#application.get(Reflector);
    const issuers = this.#application.get(TrustedIssuers, { strict: false });
    const actorOf = async (token: string): Promise<Actor> => {
      const reading = authenticates ? null : readClaims(decodeJwt(token));
      if (reading?.kind === 'actor') return reading.actor;
      const verification = await issuers.verify(token);
      if (verification.kind !== 'verified') throw new Error('The bench sends good tokens');
      return verification.actor;
    };
    return async (context: ExecutionContext): Promise<boolean> => {
      const right = reflector.get<Action | 'public'>(rightMetadataKey, context.getHandler());
      if (right === 'public') return true;
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      const actor = await actorOf((request.headers.authorization ?? '').slice('Bearer '.length));
      request.actor = actor;
      return !asksRights || mayEver(actor, right);
    };
  }
}

async function runEachTime(
  this: Transactions,
  _claim: unknown,
  work: Parameters<Transactions['run']>[0],
): Promise<{ answer: unknown; replayed: boolean }> {
  return { answer: await this.run(work), replayed: false };
}
