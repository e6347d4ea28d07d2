import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { present } from '../kernel/assert.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { rightMetadataKey } from '../platform/http/operation.ts';
import { limitAddress, limitCaller } from '../platform/http/request-limits.ts';
import './caller.ts';
import { type IdentityProblem, identityProblems, notAllowed } from './domain/identity.problems.ts';
import { mayEver } from './domain/permission.ts';
import type { DeclaredRight } from './domain/actions.ts';
import type { Identified, Verification } from './token-verifier.ts';
import { TrustedIssuers } from './trusted-issuers.ts';

/** The challenge with a 403 (RFC 6750, section 3.1); with a 401 the HTTP platform gives one. */
const insufficientScope = 'Bearer error="insufficient_scope"';

/** Values that can stand in a challenge as they are. */
function challenged(values: readonly string[]): string {
  return values.filter((value) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(value)).join(' ');
}

/** How to log in more surely (the challenge of RFC 9470, section 3; who it is is known, so the status is 403). */
function strongerLogin(accepted: readonly string[], withinMinutes: number | null = null): string {
  const levels = accepted.length === 0 ? '' : `, acr_values="${challenged(accepted)}"`;
  const age = withinMinutes === null ? '' : `, max_age="${withinMinutes * 60}"`;
  return `Bearer error="insufficient_user_authentication"${levels}${age}`;
}

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
  'assurance-too-low': {
    code: 'assurance-too-low',
    detail: 'Log opnieuw in met een middel van een hoger betrouwbaarheidsniveau.',
  },
  'scope-missing': {
    code: 'not-allowed',
    detail: 'De toepassing die u gebruikt mag deze dienst niet namens u gebruiken.',
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
  readonly #issuers: TrustedIssuers;

  constructor(reflector: Reflector, issuers: TrustedIssuers) {
    this.#reflector = reflector;
    this.#issuers = issuers;
  }

  /**
   * @throws DomainError `token-missing`, `token-invalid` (401), `assurance-too-low`, `stronger-login-needed`,
   *   `not-allowed` (403), `issuer-unavailable` (503)
   */
  async canActivate(context: ExecutionContext): Promise<true> {
    const targets = [context.getHandler(), context.getClass()];
    const right = this.#reflector.getAllAndOverride<DeclaredRight | undefined>(rightMetadataKey, targets);
    const declared = present(right, 'every route declares a right');
    if (declared === 'public') return true;

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { actor, stepUp } = await this.#identify(request, reply);
    limitCaller(request, reply, actor.subject);
    request.actor = actor;
    if (!mayEver(actor, declared)) {
      reply.header('www-authenticate', insufficientScope);
      throw notAllowed();
    }
    if (stepUp?.actions.includes(declared)) {
      reply.header('www-authenticate', strongerLogin(stepUp.accepted, stepUp.withinMinutes));
      throw problem(
        'stronger-login-needed',
        stepUp.withinMinutes === null
          ? 'Log hiervoor opnieuw in met een sterker middel, en probeer het dan nog eens.'
          : `Log hiervoor opnieuw in: u mag hoogstens ${stepUp.withinMinutes} minuten geleden zijn ingelogd, met een middel dat sterk genoeg is.`,
      );
    }
    return true;
  }

  async #identify(request: FastifyRequest, reply: FastifyReply): Promise<Identified> {
    const authorization = request.headers.authorization;
    // Without the header the address was counted on arrival.
    if (authorization === undefined || !/^Bearer\b/i.test(authorization)) {
      if (authorization !== undefined) limitAddress(request, reply);
      throw problem(
        'token-missing',
        'Log in en stuur uw toegangstoken mee in de header Authorization (Bearer).',
      );
    }
    const verification = await this.#issuers.verify(bearer.exec(authorization)?.[1] ?? '');
    if (verification.kind === 'verified') return verification;
    // The outcome holds a reason of ours or of the library; the token itself is never written anywhere.
    request.log.warn({ outcome: verification }, 'token not accepted');
    if (verification.kind !== 'issuer-unavailable') limitAddress(request, reply);
    if (verification.kind === 'assurance-too-low') {
      reply.header('www-authenticate', strongerLogin(verification.accepted));
    }
    if (verification.kind === 'scope-missing') {
      reply.header('www-authenticate', `${insufficientScope}, scope="${challenged(verification.needed)}"`);
    }
    const refusal = refusals[verification.kind];
    throw problem(refusal.code, refusal.detail);
  }
}
