import { type Role, roles } from '../../kernel/actor.ts';
import type { EnvironmentReader } from './environment-reader.ts';

const signingAlgorithms = [
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

/** One of those whose tokens are believed. */
export interface IssuerConfiguration {
  /** Exactly the `iss` of the tokens. */
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly algorithms: readonly (typeof signingAlgorithms)[number][];
  /** Stands before each `sub`, so that the same `sub` of two issuers is not the same person. */
  readonly subjectPrefix: string;
  /** Under which names the claims are found; a dot leads into an object. */
  readonly claims: {
    readonly subject: string;
    readonly name: string;
    readonly roles: string;
    readonly kernen: string;
    readonly represents: string;
  };
  /** The roles that this issuer may give; others in its tokens are passed over. */
  readonly roles: readonly Role[];
  /** The roles of somebody whose token says nothing of roles. */
  readonly defaultRoles: readonly Role[];
  /** How surely somebody must have been identified; null when any login will do. */
  readonly assurance: AssuranceConfiguration | null;
  /** Scopes that a token must have all of; empty when none is asked for. */
  readonly scopes: readonly string[];
}

/** Where the level of a login stands, which levels suffice for anything at all, and which for some actions. */
export interface AssuranceConfiguration {
  readonly claim: string;
  /** Empty when any login will do for what is not named below. */
  readonly accepted: readonly string[];
  /**
   * Names of actions that ask for a stronger login, the levels that are strong enough for them (empty for any), and
   * how many minutes ago somebody may have logged in (null for any time).
   */
  readonly stronger: {
    readonly actions: readonly string[];
    readonly accepted: readonly string[];
    readonly withinMinutes: number | null;
  } | null;
}

const mostIssuers = 9;
const settings = [
  ...['URL', 'AUDIENCE', 'JWKS_URL', 'ALGORITHMS', 'SUBJECT_PREFIX', 'ROLES', 'DEFAULT_ROLES'],
  ...['CLAIM_SUBJECT', 'CLAIM_NAME', 'CLAIM_ROLES', 'CLAIM_KERNEN', 'CLAIM_REPRESENTS'],
  ...['CLAIM_ASSURANCE', 'ACCEPTED_ASSURANCE', 'STRONG_ASSURANCE', 'STRONG_FOR', 'STRONG_WITHIN_MINUTES'],
  'REQUIRED_SCOPES',
];
// Ends in a colon, so that no prefix is the beginning of another.
const prefixForm = /^[a-z0-9-]{1,20}:$/;

/** The first issuer is `ISSUER_URL` and so on; the others are numbered: `ISSUER_2_URL` to `ISSUER_9_URL`. */
function startOf(number: number): string {
  return number === 1 ? 'ISSUER_' : `ISSUER_${number}_`;
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}

function readPrefix(reader: EnvironmentReader, name: string, absent: string): string {
  const prefix = reader.text(name) ?? absent;
  if (prefix !== '' && !prefixForm.test(prefix)) {
    reader.fault(
      `${name} moet uit kleine letters, cijfers of streepjes bestaan en eindigen op een dubbele punt.`,
    );
  }
  return prefix;
}

function readAssurance(reader: EnvironmentReader, start: string): IssuerConfiguration['assurance'] {
  const accepted = reader.list(`${start}ACCEPTED_ASSURANCE`);
  const claim = reader.text(`${start}CLAIM_ASSURANCE`);
  const stronger = readStronger(reader, start);
  if (accepted.length > 0 || stronger !== null) return { claim: claim ?? 'acr', accepted, stronger };
  if (claim !== null) {
    reader.fault(
      `${start}CLAIM_ASSURANCE is gegeven zonder ${start}ACCEPTED_ASSURANCE of ${start}STRONG_ASSURANCE.`,
    );
  }
  return null;
}

function readStronger(reader: EnvironmentReader, start: string): AssuranceConfiguration['stronger'] {
  const [actions, accepted] = [reader.list(`${start}STRONG_FOR`), reader.list(`${start}STRONG_ASSURANCE`)];
  const minutesName = `${start}STRONG_WITHIN_MINUTES`;
  const withinMinutes = reader.text(minutesName) === null ? null : reader.integer(minutesName, 0, [1, 1440]);
  if ((actions.length === 0) !== (accepted.length === 0 && withinMinutes === null)) {
    reader.fault(
      `${start}STRONG_FOR hoort bij ${start}STRONG_ASSURANCE of ${minutesName}: zij horen bij elkaar; geef ze samen of geen van alle.`,
    );
  }
  return actions.length === 0 ? null : { actions, accepted, withinMinutes };
}

function readIssuer(
  reader: EnvironmentReader,
  number: number,
  schemes: readonly string[],
): IssuerConfiguration {
  const start = startOf(number);
  const issuer = reader.required(`${start}URL`, 'het is de naam van de uitgever van de tokens (iss)');
  reader.url(`${start}URL`, schemes);
  const jwksUrl = reader.url(`${start}JWKS_URL`, schemes);
  const claim = (setting: string, absent: string) => reader.text(`${start}CLAIM_${setting}`) ?? absent;
  return {
    issuer,
    audience: reader.required(`${start}AUDIENCE`, 'het is de naam van deze dienst in de tokens'),
    jwksUrl: jwksUrl?.toString() ?? `${withoutSlash(issuer)}/jwks`,
    algorithms: reader.listOf(`${start}ALGORITHMS`, signingAlgorithms, ['RS256', 'PS256', 'ES256', 'EdDSA']),
    subjectPrefix: readPrefix(reader, `${start}SUBJECT_PREFIX`, number === 1 ? '' : `${number}:`),
    claims: {
      subject: claim('SUBJECT', 'sub'),
      name: claim('NAME', 'name'),
      roles: claim('ROLES', 'roles'),
      kernen: claim('KERNEN', 'kernen'),
      represents: claim('REPRESENTS', 'represents'),
    },
    roles: reader.listOf(`${start}ROLES`, roles, roles),
    defaultRoles: reader.listOf(`${start}DEFAULT_ROLES`, roles, []),
    assurance: readAssurance(reader, start),
    scopes: reader.list(`${start}REQUIRED_SCOPES`),
  };
}

/** Which numbers are in use; a name that is not known is a fault, because it would be passed over in silence. */
function numbersIn(reader: EnvironmentReader): number[] {
  const numbers = new Set<number>();
  for (const name of reader.namesFrom('ISSUER_')) {
    const [, digit = '1', setting = ''] = /^ISSUER_(?:(\d+)_)?(.+)$/.exec(name) ?? [];
    const number = Number(digit);
    if (!settings.includes(setting) || number < 1 || number > mostIssuers || name.startsWith('ISSUER_1_')) {
      reader.fault(`${name} is geen bekende instelling van een uitgever.`);
    } else {
      numbers.add(number);
    }
  }
  return [...numbers].sort();
}

function refuseDoubles(reader: EnvironmentReader, issuers: readonly IssuerConfiguration[]): void {
  for (const [what, values] of [
    ['URL', issuers.map(({ issuer }) => issuer)],
    ['SUBJECT_PREFIX', issuers.map(({ subjectPrefix }) => subjectPrefix)],
  ] as const) {
    if (new Set(values).size < values.length) {
      reader.fault(`ISSUER_${what} is voor twee uitgevers hetzelfde; geef elke uitgever een eigen waarde.`);
    }
  }
}

/** Reads whose tokens are believed, none for the development issuer; faults go to the reader. */
export function readIssuers(reader: EnvironmentReader, production: boolean): readonly IssuerConfiguration[] {
  const schemes = production ? ['https:'] : ['https:', 'http:'];
  const numbers = numbersIn(reader);
  // What is missing is told of the first issuer when there is none at all.
  const needed = numbers.length === 0 && production ? [1] : numbers;
  const issuers = needed.map((number) => readIssuer(reader, number, schemes));
  refuseDoubles(reader, issuers);
  return issuers;
}
