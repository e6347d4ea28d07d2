export const roles = [
  'resident',
  'representative',
  'kernregisseur',
  'assessor',
  'registrar',
  'finance',
  'village-adviser',
  'auditor',
  'administrator',
] as const;

/** What somebody may be to the municipality. Titles on letters are configuration; these names are for rights. */
export type Role = (typeof roles)[number];

/** Somebody who is away, and in whose place another works meanwhile. */
export interface AbsentOfficial {
  readonly subject: string;
  readonly name: string;
  readonly kernCodes: readonly string[];
}

/** Who calls, after the token has been verified. */
export interface Actor {
  /** Stable identifier from the issuer. */
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Codes of the kernen that the caller works for; empty means none in particular. */
  readonly kernCodes: readonly string[];
  /** The organisation for which the caller acts, when there is one. */
  readonly represents: { readonly subject: string; readonly name: string } | null;
  /** Those who are away today and whose work the caller does meanwhile; absent where nobody looked. */
  readonly standsInFor?: readonly AbsentOfficial[];
}
