import type { FetchImplementation, JSONWebKeySet } from 'jose';
import type { ClaimRules } from './domain/claims.ts';

/**
 * Algorithms with a public and a private key. Those with a shared secret (HS256 and the like) and `none` can not be
 * named, so that a public key can never be taken for a secret (RFC 8725, sections 2.1 and 3.1).
 */
export const signingAlgorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/**
 * Where the issuer's public keys are found: at an address, or given outright. A token signed with an unknown key makes
 * the service ask the address again, at most once in `keyCooldownMilliseconds` (30 seconds when absent).
 */
export type KeySource =
  | {
      readonly jwksUrl: string;
      readonly keyCooldownMilliseconds?: number;
      /** How the address is asked; with the plain `fetch` when absent. */
      readonly fetchKeys?: FetchImplementation;
    }
  | { readonly jwks: JSONWebKeySet };

/** One issuer whose tokens are believed. */
export type IdentityOptions = KeySource &
  Partial<ClaimRules> & {
    /** Exactly the `iss` of the tokens. */
    readonly issuer: string;
    /** What `aud` must name or contain. */
    readonly audience: string;
    readonly algorithms: readonly SigningAlgorithm[];
    /** How far the clocks of issuer and service may differ, 0 to 5 seconds; 0 when absent. */
    readonly clockToleranceSeconds?: number;
  };
