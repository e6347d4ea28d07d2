import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../kernel/actor.ts';
import { present } from '../kernel/assert.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { rightMetadataKey } from '../platform/http/operation.ts';
import './caller.ts';
import { type IdentityProblem, identityProblems, notAllowed } from './domain/identity.problems.ts';
import { mayEver } from './domain/permission.ts';
import type { DeclaredRight } from './domain/rights.ts';
import { TokenVerifier, type Verification } from './token-verifier.ts';

/** The challenge with a 403 (RFC 6750, section 3.1); with a 401 the HTTP platform gives one. */
const insufficientScope = 'Bearer error="insufficient_scope"';
const bearer = /^Bearer +(\S+) *$/i;

interface Refusal {
  readonly code: IdentityProblem;
  readonly detail: string;
}

const refusals = {
  expired: {
    code: 'token-invalid',
    detail: 'Uw toegangstoken is verlopen. Log opnieuw in.',
  },
  refused: {
    code: 'token-invalid',
    detail: 'Uw toegangstoken is niet geldig voor deze dienst. Log opnieuw in.',
  },
  'issuer-unavailable': {
    code: 'issuer-unavailable',
    detail: 'De inlogdienst is niet bereikbaar. Probeer het later opnieuw.',
  },
} as const satisfies Record<Exclude<Verification['kind'], 'verified'>, Refusal>;

function problem(code: IdentityProblem, detail: string): DomainError {
  return DomainError.of(identityProblems, code, detail);
}

/**
 * Stands before every route: who calls, and has any of the caller's roles the right that the route declares. Whether
 * the right reaches to this one application or kern is asked in the service, where the facts are (`requireRight`).
 */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #verifier: TokenVerifier;

  constructor(reflector: Reflector, verifier: TokenVerifier) {
    this.#reflector = reflector;
    this.#verifier = verifier;
  }

  /** @throws DomainError `token-missing`, `token-invalid` (401), `not-allowed` (403), `issuer-unavailable` (503). */
  async canActivate(context: ExecutionContext): Promise<true> {
    const targets = [context.getHandler(), context.getClass()];
    const right = this.#reflector.getAllAndOverride<DeclaredRight | undefined>(rightMetadataKey, targets);
    const declared = present(right, 'every route declares a right');
    if (declared === 'public') return true;

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.#identify(request);
    if (!mayEver(actor, declared)) {
      context.switchToHttp().getResponse<FastifyReply>().header('www-authenticate', insufficientScope);
      throw notAllowed();
    }
    request.actor = actor;
    return true;
  }

  async #identify(request: FastifyRequest): Promise<Actor> {
    const authorization = request.headers.authorization;
    if (authorization === undefined || !/^Bearer\b/i.test(authorization)) {
      throw problem(
        'token-missing',
        'Log in en stuur uw toegangstoken mee in de header Authorization (Bearer).',
      );
    }
    const verification = await this.#verifier.verify(bearer.exec(authorization)?.[1] ?? '');
    if (verification.kind === 'verified') return verification.actor;
    // The outcome holds a reason of ours or of the library; the token itself is never written anywhere.
    request.log.warn({ outcome: verification }, 'token not accepted');
    const refusal = refusals[verification.kind];
    throw problem(refusal.code, refusal.detail);
  }
}
