import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';

/** What can be wrong with who calls, or with what the caller may do. */
export const identityProblems = {
  'token-missing': { kind: 'unauthenticated', title: 'U bent niet ingelogd' },
  'token-invalid': { kind: 'unauthenticated', title: 'Uw inloggegevens zijn niet geldig' },
  'issuer-unavailable': { kind: 'unavailable', title: 'Inloggen is nu niet mogelijk' },
  'not-allowed': { kind: 'forbidden', title: 'U mag dit niet doen' },
  'not-found': { kind: 'not-found', title: 'Niet gevonden' },
} as const satisfies ProblemCatalogue;

export type IdentityProblem = keyof typeof identityProblems;

/** The answer for what does not exist and for what the caller may not know to exist: one text for both. */
export function notFound(): DomainError {
  return DomainError.of(identityProblems, 'not-found', 'Wat u zoekt bestaat niet, of u mag het niet zien.');
}

/** The caller is known and may know of the thing, but none of the caller's roles may do this. */
export function notAllowed(): DomainError {
  return DomainError.of(identityProblems, 'not-allowed', 'Geen van uw rollen mag deze handeling verrichten.');
}
