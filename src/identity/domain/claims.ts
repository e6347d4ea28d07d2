import { type Actor, type Role, roles } from '../../kernel/actor.ts';

/**
 * What a verified token says. Somebody without a role in this service is an actor who may do nothing.
 * `malformed` names the first claim whose form is wrong; never its value, which may be personal or hostile.
 */
export type ClaimsReading =
  { readonly kind: 'actor'; readonly actor: Actor } | { readonly kind: 'malformed'; readonly claim: string };

const longestSubject = 255;
const longestName = 200;
const mostItems = 100;

/** Control characters, half surrogate pairs, and marks that turn the reading direction of what follows. */
const unprintable = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
const kernCodeForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

class MalformedClaim extends Error {
  readonly claim: string;

  constructor(claim: string) {
    super(claim);
    this.claim = claim;
  }
}

function textOf(value: unknown, claim: string, longest: number): string {
  if (typeof value !== 'string' || value.length > longest) throw new MalformedClaim(claim);
  if (value.trim() === '' || unprintable.test(value)) throw new MalformedClaim(claim);
  return value;
}

function textsOf(value: unknown, claim: string): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > mostItems) throw new MalformedClaim(claim);
  return [...new Set(value.map((item) => textOf(item, claim, longestSubject)))];
}

function kernCodesOf(value: unknown): readonly string[] {
  const codes = textsOf(value, 'kernen');
  if (!codes.every((code) => kernCodeForm.test(code))) throw new MalformedClaim('kernen');
  return codes;
}

function representsOf(value: unknown, subject: string): Actor['represents'] {
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new MalformedClaim('represents');
  const party = value as Readonly<Record<string, unknown>>;
  // Acting for somebody who acts for somebody, or for oneself, is not a representation that a letter can name.
  if ('represents' in party || party['sub'] === subject) throw new MalformedClaim('represents');
  return {
    subject: textOf(party['sub'], 'represents', longestSubject),
    name: textOf(party['name'], 'represents', longestName),
  };
}

function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/**
 * Roles that this service does not know are those of other applications and are passed over. Who represents nobody
 * is no representative now; who represents somebody must have that role.
 */
function rolesOf(value: unknown, represents: Actor['represents']): readonly Role[] {
  const known = textsOf(value, 'roles').filter(isRole);
  if (represents === null) return known.filter((role) => role !== 'representative');
  if (!known.includes('representative')) throw new MalformedClaim('represents');
  return known;
}

/**
 * Reads the claims of a token whose signature, issuer, audience and times have been verified.
 * Claims: `sub` and `name` (text), `roles` and `kernen` (lists of text), `represents` ({ sub, name }).
 */
export function readClaims(claims: Readonly<Record<string, unknown>>): ClaimsReading {
  try {
    const subject = textOf(claims['sub'], 'sub', longestSubject);
    const name = textOf(claims['name'], 'name', longestName);
    const represents = representsOf(claims['represents'], subject);
    const kernCodes = kernCodesOf(claims['kernen']);
    const known = rolesOf(claims['roles'], represents);
    return { kind: 'actor', actor: { subject, name, roles: known, kernCodes, represents } };
  } catch (error) {
    if (error instanceof MalformedClaim) return { kind: 'malformed', claim: error.claim };
    throw error;
  }
}
