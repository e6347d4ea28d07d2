import type { Role } from '../../kernel/actor.ts';

/** Somebody who does not exist, as whom one can log in while developing. */
export interface DemoPerson {
  /** `sub` of the token and `client_id` of the simple call: lower case letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** What this person is, in Dutch, for the page where one chooses. */
  readonly description: string;
  readonly roles: readonly Role[];
  /** Codes of the kernen for which this person works. */
  readonly kernen: readonly string[];
  readonly represents?: { readonly sub: string; readonly name: string };
}

/** Everybody knows it, which is why the issuer never runs in production. */
export const demoSecret = 'demo';

/** The client of the browsable documentation; public, with PKCE. */
export const browserClientId = 'kernbudget-browser';

/** The client for an application that somebody develops on their own machine; public, with PKCE. */
export const localClientId = 'kernbudget-local';

/** The claims that a token of this person carries beside `sub`; those that src/identity/domain/claims.ts reads. */
export function claimsOf(person: DemoPerson): Record<string, unknown> {
  return {
    name: person.name,
    roles: [...person.roles],
    kernen: [...person.kernen],
    ...(person.represents === undefined ? {} : { represents: { ...person.represents } }),
  };
}
