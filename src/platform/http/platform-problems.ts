import type { ProblemKind } from '../../kernel/domain-error.ts';

interface PlatformProblem {
  readonly status: number;
  /** Title and detail for people, per language. */
  readonly nl: readonly [title: string, detail: string];
  readonly en: readonly [title: string, detail: string];
}

/** The problems that the platform itself reports, whatever the business of the route. */
export const platformProblems = {
  'invalid-input': {
    status: 400,
    nl: ['De invoer klopt niet', 'Verbeter de punten die in "errors" staan en probeer het opnieuw.'],
    en: ['The input is not valid', 'Correct the points listed in "errors" and try again.'],
  },
  'malformed-json': {
    status: 400,
    nl: ['Het bericht is geen geldige JSON', 'De inhoud van het bericht kan niet als JSON worden gelezen.'],
    en: ['The message is not valid JSON', 'The body of the message cannot be read as JSON.'],
  },
  'malformed-form': {
    status: 400,
    nl: [
      'Het formulier is niet te lezen',
      'De inhoud van het bericht is geen hele multipart/form-data met de grens die in Content-Type staat.',
    ],
    en: [
      'The form cannot be read',
      'The body of the message is no whole multipart/form-data with the boundary of its Content-Type.',
    ],
  },
  'malformed-url': {
    status: 400,
    nl: ['Het adres klopt niet', 'In het adres staan tekens die niet goed zijn gecodeerd.'],
    en: ['The address is not valid', 'The address has characters that are not encoded well.'],
  },
  'malformed-request': {
    status: 400,
    nl: ['Het verzoek klopt niet', 'Het verzoek houdt zich niet aan het HTTP-protocol.'],
    en: ['The request is not valid', 'The request does not follow the HTTP protocol.'],
  },
  'invalid-page-key': {
    status: 400,
    nl: [
      'De bladwijzer klopt niet',
      'Gebruik voor de volgende pagina de link "next" uit het vorige antwoord.',
    ],
    en: ['The page key is not valid', 'Use the link "next" of the previous answer for the next page.'],
  },
  'idempotency-key-missing': {
    status: 400,
    nl: ['De kop Idempotency-Key ontbreekt', 'Geef elk schrijvend verzoek een eigen Idempotency-Key mee.'],
    en: [
      'The header Idempotency-Key is missing',
      'Give every writing request an Idempotency-Key of its own.',
    ],
  },
  'idempotency-key-malformed': {
    status: 400,
    nl: ['De kop Idempotency-Key klopt niet', 'Gebruik 1 tot 128 zichtbare ASCII-tekens, zonder spaties.'],
    en: ['The header Idempotency-Key is not valid', 'Use 1 to 128 visible ASCII characters, without spaces.'],
  },
  'malformed-if-match': {
    status: 400,
    nl: ['De kop If-Match klopt niet', 'Gebruik de ETag van het laatste antwoord, bijvoorbeeld "3".'],
    en: ['The header If-Match is not valid', 'Use the ETag of the latest answer, for example "3".'],
  },
  unauthenticated: {
    status: 401,
    nl: ['U bent niet ingelogd', 'Voor dit verzoek is een geldig toegangsbewijs nodig.'],
    en: ['You are not logged in', 'This request needs a valid access token.'],
  },
  forbidden: {
    status: 403,
    nl: ['U mag dit niet', 'Uw rol geeft geen toegang tot deze handeling.'],
    en: ['You may not do this', 'Your role gives no access to this action.'],
  },
  'not-found': {
    status: 404,
    nl: ['Niet gevonden', 'Op dit adres is niets te vinden.'],
    en: ['Not found', 'There is nothing at this address.'],
  },
  'method-not-allowed': {
    status: 405,
    nl: ['Deze methode kan hier niet', 'De kop Allow noemt de methoden die wel kunnen.'],
    en: ['This method is not possible here', 'The header Allow lists the methods that are.'],
  },
  'not-acceptable': {
    status: 406,
    nl: ['Dit formaat is er niet', 'Geen van de formaten in de kop Accept kan worden geleverd.'],
    en: ['This format is not available', 'None of the formats in the header Accept can be given.'],
  },
  'request-timeout': {
    status: 408,
    nl: ['Het verzoek duurde te lang', 'Het verzoek kwam niet op tijd in zijn geheel binnen.'],
    en: ['The request took too long', 'The request did not arrive completely in time.'],
  },
  'precondition-failed': {
    status: 412,
    nl: ['De gegevens zijn intussen gewijzigd', 'Haal de gegevens opnieuw op en herhaal uw wijziging.'],
    en: ['The data has changed in the meantime', 'Fetch the data again and repeat your change.'],
  },
  'too-large': {
    status: 413,
    nl: ['Het bericht is te groot', 'Het bericht is groter dan is toegestaan.'],
    en: ['The message is too large', 'The message is larger than is allowed.'],
  },
  'address-too-long': {
    status: 414,
    nl: ['Het adres is te lang', 'Een deel van het adres is langer dan is toegestaan.'],
    en: ['The address is too long', 'A part of the address is longer than is allowed.'],
  },
  'unsupported-media-type': {
    status: 415,
    nl: [
      'Dit formaat wordt niet gelezen',
      'Stuur de inhoud als application/json, en een bestand als multipart/form-data; zonder compressie.',
    ],
    en: [
      'This format is not read',
      'Send the content as application/json, and a file as multipart/form-data; without compression.',
    ],
  },
  'expectation-failed': {
    status: 417,
    nl: ['Aan deze verwachting kan niet worden voldaan', 'Alleen "Expect: 100-continue" is mogelijk.'],
    en: ['This expectation cannot be met', 'Only "Expect: 100-continue" is possible.'],
  },
  'precondition-required': {
    status: 428,
    nl: [
      'De kop If-Match ontbreekt',
      'Stuur bij een wijziging de ETag van het laatste antwoord in If-Match mee.',
    ],
    en: ['The header If-Match is missing', 'Send the ETag of the latest answer in If-Match with a change.'],
  },
  'too-many-requests': {
    status: 429,
    nl: ['Te veel verzoeken', 'Wacht even en probeer het daarna opnieuw.'],
    en: ['Too many requests', 'Wait a moment and try again.'],
  },
  'header-too-large': {
    status: 431,
    nl: ['De koppen zijn te groot', 'De koppen van het verzoek zijn groter dan is toegestaan.'],
    en: ['The headers are too large', 'The headers of the request are larger than is allowed.'],
  },
  'internal-error': {
    status: 500,
    nl: ['Er ging bij ons iets mis', 'Meld het nummer uit de kop X-Request-Id als dit blijft gebeuren.'],
    en: ['Something went wrong on our side', 'Report the number in the header X-Request-Id if this goes on.'],
  },
  unavailable: {
    status: 503,
    nl: ['De dienst is even niet beschikbaar', 'Probeer het over enkele minuten opnieuw.'],
    en: ['The service is not available for a moment', 'Try again in a few minutes.'],
  },
} as const satisfies Record<string, PlatformProblem>;

export type PlatformProblemCode = keyof typeof platformProblems;

/** The HTTP status of each way in which a caller can be at fault. */
export const statusOfKind = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'precondition-failed': 412,
  'too-large': 413,
  'precondition-required': 428,
  unavailable: 503,
} as const satisfies Record<ProblemKind, number>;
