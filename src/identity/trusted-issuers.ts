import { decodeJwt } from 'jose';
import { assert } from '../kernel/assert.ts';
import type { IdentityOptions } from './identity.options.ts';
import { longestTokenCharacters, TokenVerifier, type Verification } from './token-verifier.ts';

function issuerNamedIn(token: string): string | null {
  if (token.length > longestTokenCharacters) return null;
  try {
    return decodeJwt(token).iss ?? null;
  } catch {
    return null;
  }
}

/**
 * The issuers whose tokens are believed. A token is checked with the keys, algorithms and audience of the issuer
 * that it names and of no other, so that one issuer can not speak for another.
 */
export class TrustedIssuers {
  readonly #verifiers: ReadonlyMap<string, TokenVerifier>;

  constructor(issuers: readonly IdentityOptions[], now: () => Date = () => new Date()) {
    const prefixes = issuers.map(({ subjectPrefix = '' }) => subjectPrefix);
    assert(new Set(prefixes).size === issuers.length, 'the subjects of two issuers can be told apart');
    this.#verifiers = new Map(
      issuers.map((options, index) => {
        const foreignPrefixes = prefixes.filter((prefix, other) => other !== index && prefix !== '');
        return [options.issuer, new TokenVerifier({ ...options, foreignPrefixes }, now)];
      }),
    );
    assert(this.#verifiers.size === issuers.length, 'every issuer has a name of its own');
  }

  /** Never throws on anything that a caller can send. */
  async verify(token: string): Promise<Verification> {
    const [only] = this.#verifiers.size === 1 ? this.#verifiers.values() : [];
    // What names no issuer is looked at by nobody; a lone verifier says more precisely what is wrong.
    const verifier = only ?? this.#verifiers.get(issuerNamedIn(token) ?? '');
    return verifier ? verifier.verify(token) : { kind: 'refused', reason: 'unknown-issuer' };
  }
}
