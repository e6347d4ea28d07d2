import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';

/** What can be wrong with who calls, or with what the caller may do. */
export const identityProblems = {
  'token-missing': { kind: 'unauthenticated', title: 'U bent niet ingelogd' },
  'token-invalid': { kind: 'unauthenticated', title: 'Uw inloggegevens zijn niet geldig' },
  'assurance-too-low': { kind: 'forbidden', title: 'U bent niet zeker genoeg ingelogd' },
  'stronger-login-needed': { kind: 'forbidden', title: 'Hiervoor moet u zekerder inloggen' },
  'issuer-unavailable': { kind: 'unavailable', title: 'Inloggen is nu niet mogelijk' },
  'not-allowed': { kind: 'forbidden', title: 'U mag dit niet doen' },
  'has-interest': { kind: 'forbidden', title: 'U hebt hier zelf belang bij' },
  'not-assigned': { kind: 'forbidden', title: 'Dit is niet aan u toegewezen' },
  'same-person': { kind: 'forbidden', title: 'Dit moet iemand anders doen' },
  'mandate-not-found': { kind: 'not-found', title: 'Dit mandaat is er niet' },
  'mandate-period-impossible': { kind: 'invalid', title: 'De periode van het mandaat kan niet' },
  'substitution-of-oneself': { kind: 'invalid', title: 'Deze vervanging kan niet' },
  'substitution-in-past': { kind: 'invalid', title: 'Deze vervanging kan niet' },
  'substitution-days-impossible': { kind: 'invalid', title: 'De dagen van de vervanging kunnen niet' },
  'substitution-overlaps': { kind: 'conflict', title: 'Er is dan al een vervanger' },
  'substitution-circular': { kind: 'conflict', title: 'Deze vervanging loopt in een kring' },
  'substitution-not-found': { kind: 'not-found', title: 'Deze vervanging is er niet' },
  'substitution-ended': { kind: 'conflict', title: 'Deze vervanging is al beëindigd' },
  'substitute-unknown': { kind: 'invalid', title: 'Deze medewerker kennen wij niet' },
  'substitute-without-role': { kind: 'invalid', title: 'Deze medewerker kan dit werk niet doen' },
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

/** Only an interest of the caller stands in the way (Awb 2:4). @param detail when the general sentence says too little */
export function interested(
  detail = 'U hebt belang bij deze aanvraag of bij een aanvraag voor hetzelfde geld. Een ander handelt haar af (Awb 2:4).',
): DomainError {
  return DomainError.of(identityProblems, 'has-interest', detail);
}

/** In this municipality only who was assigned does this. */
export function notAssigned(): DomainError {
  const detail =
    'In deze gemeente beoordeelt alleen degene aan wie de aanvraag is toegewezen. Laat haar eerst toewijzen.';
  return DomainError.of(identityProblems, 'not-assigned', detail);
}

/** The caller did another duty here that must be done by somebody else. */
export function samePerson(detail: string): DomainError {
  return DomainError.of(identityProblems, 'same-person', detail);
}
