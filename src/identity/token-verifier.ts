import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { Actor } from '../kernel/actor.ts';
import { assert } from '../kernel/assert.ts';
import { type ClaimRules, ordinaryClaims, readClaims, type StepUp } from './domain/claims.ts';
import { hasDuplicateNames } from './domain/duplicate-names.ts';
import { type IdentityOptions, type KeySource, signingAlgorithms } from './identity.options.ts';
import { VerifiedTokens } from './verified-tokens.ts';

/** Who calls, and what that login is too light for. */
export interface Identified {
  readonly actor: Actor;
  readonly stepUp: StepUp | null;
}

/** The outcome of looking at a token. `reason` is for the log: it never holds any part of the token. */
export type Verification =
  | ({ readonly kind: 'verified' } & Identified)
  | { readonly kind: 'expired' }
  | { readonly kind: 'assurance-too-low'; readonly accepted: readonly string[] }
  | { readonly kind: 'scope-missing'; readonly needed: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'issuer-unavailable'; readonly reason: string };

/** A token with every claim that is expected stays far below this; what is longer is not even read. */
export const longestTokenCharacters = 8192;
export const mostClockToleranceSeconds = 5;

const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const acceptedTypes: readonly string[] = ['at+jwt', 'jwt'];
const rememberedTokens = 5000;
/** A key that the issuer withdraws stops working after at most this long plus the age of the key set. */
const rememberedMilliseconds = 60_000;

function keysFrom(source: KeySource): JWTVerifyGetKey {
  if ('jwks' in source) return createLocalJWKSet(source.jwks);
  return createRemoteJWKSet(new URL(source.jwksUrl), {
    timeoutDuration: 3000,
    cooldownDuration: source.keyCooldownMilliseconds ?? 30_000,
    cacheMaxAge: 600_000,
    ...(source.fetchKeys && { [customFetch]: source.fetchKeys }),
  });
}

/** Access tokens are typed `at+jwt` (RFC 9068), or `JWT` by issuers that do not know that profile. */
function hasAcceptedType(type: unknown): boolean {
  return typeof type === 'string' && acceptedTypes.includes(type.toLowerCase().replace(/^application\//, ''));
}

function namesTwice(part: string, parsed: object): boolean {
  return hasDuplicateNames(Buffer.from(part, 'base64url').toString('utf8'), parsed);
}

/** Faults of whoever sent the token; everything else that goes wrong is the issuer's or the connection's. */
function outcomeOf(error: unknown): Verification {
  if (error instanceof errors.JWTExpired) return { kind: 'expired' };
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) {
    return { kind: 'issuer-unavailable', reason: error.code };
  }
  if (error instanceof errors.JOSEError && error.code !== errors.JOSEError.code) {
    return { kind: 'refused', reason: error.code };
  }
  return { kind: 'issuer-unavailable', reason: error instanceof Error ? error.message : 'unknown' };
}

/**
 * Verifies bearer tokens (RFC 7519, RFC 8725, RFC 9068) of one issuer and reads who calls. Its time is that of the
 * world and not the injected `Clock`: a story may be played in 2019 with tokens of today.
 */
export class TokenVerifier {
  readonly #options: IdentityOptions;
  readonly #keys: JWTVerifyGetKey;
  readonly #verified = new VerifiedTokens<Identified>(rememberedTokens);
  readonly #rules: ClaimRules;
  readonly #now: () => Date;

  constructor(options: IdentityOptions, now: () => Date = () => new Date()) {
    const tolerance = options.clockToleranceSeconds ?? 0;
    assert(tolerance >= 0 && tolerance <= mostClockToleranceSeconds, 'clock tolerance of 0 to 5 seconds');
    assert(options.algorithms.length > 0, 'at least one signing algorithm');
    assert(
      options.algorithms.every((algorithm) => signingAlgorithms.includes(algorithm)),
      'only algorithms with a public and a private key',
    );
    this.#options = options;
    this.#rules = { ...ordinaryClaims, ...options };
    this.#keys = keysFrom(options);
    this.#now = now;
  }

  /** Never throws on anything that a caller can send. */
  async verify(token: string): Promise<Verification> {
    if (token.length > longestTokenCharacters) return { kind: 'refused', reason: 'too-long' };
    if (!tokenForm.test(token)) return { kind: 'refused', reason: 'not-a-signed-token' };
    const remembered = this.#verified.find(token, this.#now().getTime());
    if (remembered !== null) return { kind: 'verified', ...remembered };
    try {
      return this.#read(token, await this.#claimsOf(token));
    } catch (error) {
      return outcomeOf(error);
    }
  }

  async #claimsOf(token: string): Promise<JWTPayload> {
    const { payload, protectedHeader } = await jwtVerify(token, this.#keys, {
      issuer: this.#options.issuer,
      audience: this.#options.audience,
      algorithms: [...this.#options.algorithms],
      requiredClaims: ['exp'],
      clockTolerance: this.#options.clockToleranceSeconds ?? 0,
      currentDate: this.#now(),
    });
    if (!hasAcceptedType(protectedHeader.typ)) throw new errors.JWTInvalid('not an access token');
    const [header = '', claims = ''] = token.split('.', 2);
    if (namesTwice(header, protectedHeader) || namesTwice(claims, payload))
      throw new errors.JWTInvalid('a name twice');
    return payload;
  }

  #read(token: string, claims: JWTPayload): Verification {
    const reading = readClaims(claims, this.#rules, this.#now().getTime() / 1000);
    if (reading.kind === 'malformed') return { kind: 'refused', reason: `claim ${reading.claim}` };
    if (reading.kind !== 'actor') return reading;
    const expiresMilliseconds = (claims.exp ?? 0) * 1000;
    const until = Math.min(expiresMilliseconds, this.#now().getTime() + rememberedMilliseconds);
    const { actor, stepUp } = reading;
    this.#verified.remember(token, { actor, stepUp }, until);
    return { kind: 'verified', actor, stepUp };
  }
}
