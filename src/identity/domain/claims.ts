import { type Actor, type Role, roles } from '../../kernel/actor.ts';

/**
 * What a verified token says. Somebody without a role in this service is an actor who may do nothing.
 * `malformed` names the first claim whose form is wrong; never its value, which may be personal or hostile.
 */
export type ClaimsReading =
  | { readonly kind: 'actor'; readonly actor: Actor; readonly stepUp: StepUp | null }
  | { readonly kind: 'malformed'; readonly claim: string }
  /** The issuer is not sure enough who this is. */
  | { readonly kind: 'assurance-too-low'; readonly accepted: readonly string[] }
  /** The application that asks was not given leave to use this service for whoever logged in. */
  | { readonly kind: 'scope-missing'; readonly needed: readonly string[] };

/** For which actions this login is not strong enough, and what is. */
export interface StepUp {
  readonly actions: readonly string[];
  /** Levels of which one is needed; empty when only the time of the login counts. */
  readonly accepted: readonly string[];
  /** How long ago somebody may have logged in (`auth_time`); null when that does not matter. */
  readonly withinMinutes: number | null;
}

/** Where the level of a login stands, and which levels suffice: for anything, and for some actions. */
export interface AssuranceRules {
  readonly claim: string;
  /** Empty when any login will do for other actions. */
  readonly accepted: readonly string[];
  readonly stronger?: StepUp | null;
}

/** How the claims of one issuer are to be read. */
export interface ClaimRules {
  /** Under which names the claims are found; a dot leads into an object. */
  readonly claims: Readonly<Record<'subject' | 'name' | 'roles' | 'kernen' | 'represents', string>>;
  /** The roles that this issuer may give; others are passed over. */
  readonly roles: readonly Role[];
  /** The roles of somebody whose token has no claim with roles. */
  readonly defaultRoles: readonly Role[];
  /** Stands before each subject, so that the same `sub` of two issuers is not the same person. */
  readonly subjectPrefix: string;
  /** The prefixes of other issuers, with which no subject of this one may begin. */
  readonly foreignPrefixes: readonly string[];
  /** Values of a claim of which the token must have one, such as `acr`; null when any login will do. */
  readonly assurance: AssuranceRules | null;
  /** Scopes that a token must have all of (`scope`, or `scp`); empty when none is asked for. */
  readonly scopes: readonly string[];
}

/** The rules for an issuer that does everything as this service asks. */
export const ordinaryClaims: ClaimRules = {
  claims: { subject: 'sub', name: 'name', roles: 'roles', kernen: 'kernen', represents: 'represents' },
  roles,
  defaultRoles: [],
  subjectPrefix: '',
  foreignPrefixes: [],
  assurance: null,
  scopes: [],
};

type Claims = Readonly<Record<string, unknown>>;

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

function isObject(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Finds a claim by its whole name, which may have dots in it (an address), and else along its dots. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((within, part) => {
    return isObject(within) && Object.hasOwn(within, part) ? within[part] : undefined;
  }, claims);
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

function subjectOf(value: unknown, claim: string, { subjectPrefix, foreignPrefixes }: ClaimRules): string {
  const subject = `${subjectPrefix}${textOf(value, claim, longestSubject - subjectPrefix.length)}`;
  if (foreignPrefixes.some((prefix) => subject.startsWith(prefix))) throw new MalformedClaim(claim);
  return subject;
}

function kernCodesOf(value: unknown): readonly string[] {
  const codes = textsOf(value, 'kernen');
  if (!codes.every((code) => kernCodeForm.test(code))) throw new MalformedClaim('kernen');
  return codes;
}

function representsOf(value: unknown, subject: string, rules: ClaimRules): Actor['represents'] {
  if (value === undefined) return null;
  if (!isObject(value)) throw new MalformedClaim('represents');
  const party = subjectOf(value['sub'], 'represents', rules);
  // Acting for somebody who acts for somebody, or for oneself, is not a representation that a letter can name.
  if ('represents' in value || party === subject) throw new MalformedClaim('represents');
  return { subject: party, name: textOf(value['name'], 'represents', longestName) };
}

/**
 * Roles that this service does not know, or that are not this issuer's to give, are passed over. Who represents
 * nobody is no representative now; who represents somebody must have that role.
 */
function rolesOf(value: unknown, represents: Actor['represents'], rules: ClaimRules): readonly Role[] {
  const named = value === undefined ? rules.defaultRoles : textsOf(value, 'roles');
  const known = rules.roles.filter((role) => named.includes(role));
  if (represents === null) return known.filter((role) => role !== 'representative');
  if (!known.includes('representative')) throw new MalformedClaim('represents');
  return known;
}

/** Some issuers give a list of what was done (amr) or reached (acrs). */
function hasLevel(claims: Claims, claim: string, accepted: readonly string[]): boolean {
  const values = [claimAt(claims, claim)].flat();
  return values.some((value) => typeof value === 'string' && accepted.includes(value));
}

function reachesAssurance(claims: Claims, { assurance }: ClaimRules): boolean {
  if (assurance === null || assurance.accepted.length === 0) return true;
  const { claim, accepted, stronger } = assurance;
  // What is strong enough for the most is strong enough for the rest.
  return hasLevel(claims, claim, [...accepted, ...(stronger?.accepted ?? [])]);
}

/** Whether somebody logged in lately enough; a token that does not tell when is too old. */
function isRecent(claims: Claims, { withinMinutes }: StepUp, nowSeconds: number): boolean {
  if (withinMinutes === null) return true;
  const time = claims['auth_time'];
  return typeof time === 'number' && nowSeconds - time <= withinMinutes * 60;
}

/** What this login is too light or too long ago for; null when it is strong, or when nothing asks for more. */
function stepUpOf(claims: Claims, { claim, stronger }: AssuranceRules, nowSeconds: number): StepUp | null {
  if (!stronger) return null;
  const isStrong = stronger.accepted.length === 0 || hasLevel(claims, claim, stronger.accepted);
  return isStrong && isRecent(claims, stronger, nowSeconds) ? null : stronger;
}

/** One text with spaces (RFC 8693, 4.2), as most write it, or a list. */
function scopesOf(claims: Claims): readonly string[] {
  const found = [claims['scope'] ?? claims['scp'] ?? []].flat();
  return found.flatMap((each) => (typeof each === 'string' ? each.split(' ') : []));
}

function readActor(claims: Claims, rules: ClaimRules): Actor {
  const { claims: names } = rules;
  const subject = subjectOf(claimAt(claims, names.subject), 'sub', rules);
  const name = textOf(claimAt(claims, names.name), 'name', longestName);
  const represents = representsOf(claimAt(claims, names.represents), subject, rules);
  const kernCodes = kernCodesOf(claimAt(claims, names.kernen));
  const known = rolesOf(claimAt(claims, names.roles), represents, rules);
  return { subject, name, roles: known, kernCodes, represents };
}

/**
 * Reads the claims of a token whose signature, issuer, audience and times have been verified.
 * Claims: `sub` and `name` (text), `roles` and `kernen` (lists of text), `represents` ({ sub, name }), or what the
 * rules call them.
 * @param nowSeconds seconds since 1970, for how long ago somebody logged in; who does not tell gets no recent login
 */
export function readClaims(
  claims: Claims,
  rules: ClaimRules = ordinaryClaims,
  nowSeconds = Number.POSITIVE_INFINITY,
): ClaimsReading {
  try {
    const actor = readActor(claims, rules);
    const scopes = scopesOf(claims);
    if (!rules.scopes.every((scope) => scopes.includes(scope))) {
      return { kind: 'scope-missing', needed: rules.scopes };
    }
    const stepUp = rules.assurance && stepUpOf(claims, rules.assurance, nowSeconds);
    if (reachesAssurance(claims, rules)) return { kind: 'actor', actor, stepUp };
    return { kind: 'assurance-too-low', accepted: rules.assurance?.accepted ?? [] };
  } catch (error) {
    if (error instanceof MalformedClaim) return { kind: 'malformed', claim: error.claim };
    throw error;
  }
}
