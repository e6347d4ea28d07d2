import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';
import type { SendingFault } from './sending-fault.ts';

export const letterProblems = {
  'letter-incomplete': { kind: 'conflict', title: 'De brief mist een verplicht onderdeel' },
  'letter-not-found': { kind: 'not-found', title: 'Deze brief is er niet' },
  'letter-not-printable': { kind: 'conflict', title: 'Niet elk teken in deze brief kan worden afgedrukt' },
  'letter-without-facts': { kind: 'conflict', title: 'Deze brief kan niet opnieuw worden opgesteld' },
  'letter-not-corrected': { kind: 'conflict', title: 'Deze brief herstelt u op een andere manier' },
  'letter-not-sent': { kind: 'conflict', title: 'Deze brief is nog niet verzonden' },
  'letter-code-unknown': { kind: 'not-found', title: 'Er is geen brief met deze code' },
  'no-letters-ready': { kind: 'conflict', title: 'Er ligt geen brief klaar' },
  'no-letters-by-post': { kind: 'not-found', title: 'Er zijn geen brieven per post van deze dag' },
  'too-many-letters': { kind: 'conflict', title: 'Er zijn te veel brieven voor één printbestand' },
  'sender-not-printable': { kind: 'invalid', title: 'Deze afzender kan niet worden afgedrukt' },
  'sender-day-passed': { kind: 'invalid', title: 'Deze dag is voorbij' },
  'sender-day-taken': { kind: 'conflict', title: 'Voor deze dag is er al een afzender' },
  'letter-sender-missing': { kind: 'conflict', title: 'De afzender van brieven is niet ingesteld' },
  'already-sent': { kind: 'conflict', title: 'Deze brief is al verzonden' },
  overtaken: { kind: 'conflict', title: 'Deze brief is achterhaald' },
  'in-the-future': { kind: 'invalid', title: 'De verzenddatum ligt in de toekomst' },
  'before-it-was-made': {
    kind: 'invalid',
    title: 'De verzenddatum ligt voor de dag waarop de brief is gemaakt',
  },
  'not-electronically': { kind: 'conflict', title: 'Deze brief mag niet digitaal worden verzonden' },
} as const satisfies ProblemCatalogue & Record<SendingFault, unknown>;

const sendingTexts = {
  'already-sent': 'Een verzonden brief verandert nooit. Maak zo nodig een nieuwe brief.',
  overtaken:
    'Sinds deze brief is gemaakt, is de aanvraag compleet geworden of ingetrokken. De brief wordt niet meer verzonden.',
  'in-the-future': 'Registreer de verzending op de dag zelf of daarna.',
  'before-it-was-made': 'Een brief kan niet zijn verzonden voordat hij er was.',
  'not-electronically':
    'De aanvrager heeft niet gekozen voor digitale berichten (Awb 2:8). Verzend de brief per post.',
} as const satisfies Record<SendingFault, string>;

export function cannotBeSent(fault: SendingFault): DomainError {
  return DomainError.of(letterProblems, fault, sendingTexts[fault]);
}

export function letterNotFound(): DomainError {
  return DomainError.of(
    letterProblems,
    'letter-not-found',
    'Er is geen brief met dit kenmerk, of u mag die niet zien.',
  );
}

export function senderDayTaken(): DomainError {
  return DomainError.of(
    letterProblems,
    'sender-day-taken',
    'Voor deze dag is al een afzender vastgelegd. Kies een andere dag.',
  );
}

export function letterCodeUnknown(): DomainError {
  return DomainError.of(
    letterProblems,
    'letter-code-unknown',
    'Wij hebben geen brief met deze code verzonden. Kijk of u de code goed hebt overgenomen, of bel ons.',
  );
}

export function letterNotSent(detail: string): DomainError {
  return DomainError.of(letterProblems, 'letter-not-sent', detail);
}

/** @param texts each with a character that the fonts lack */
export function letterNotPrintable(texts: readonly string[]): DomainError {
  const named = texts.slice(0, 3).map((text) => `"${text.slice(0, 80)}"`);
  const detail = `In deze teksten staat een teken dat in de brief een □ wordt: ${named.join(', ')}. Is dat goed, verzend de brief dan met replaceCharacters.`;
  return DomainError.of(letterProblems, 'letter-not-printable', detail);
}

export function letterWithoutFacts(): DomainError {
  const detail = 'Deze brief is van voordat de gegevens erachter werden bewaard.';
  return DomainError.of(letterProblems, 'letter-without-facts', detail);
}

export function letterNotCorrected(): DomainError {
  const detail = 'Vraag opnieuw om aanvulling: dan krijgt de aanvrager ook een nieuwe termijn.';
  return DomainError.of(letterProblems, 'letter-not-corrected', detail);
}

export function noLettersByPost(): DomainError {
  const detail = 'Op deze dag is geen brief per post verzonden.';
  return DomainError.of(letterProblems, 'no-letters-by-post', detail);
}

export function tooManyLetters(most: number): DomainError {
  const detail = `Op deze dag gaan er meer dan ${most} brieven per post. Print de brieven per stuk.`;
  return DomainError.of(letterProblems, 'too-many-letters', detail);
}

export function tooManyInBatch(most: number): DomainError {
  const detail = `Van deze lijst liggen meer dan ${most} brieven klaar. Verzend eerst een deel ervan per brief.`;
  return DomainError.of(letterProblems, 'too-many-letters', detail);
}

export function noLettersReady(): DomainError {
  const detail = 'Van deze lijst ligt geen brief klaar: er is nog niet besloten, of alles is al verzonden.';
  return DomainError.of(letterProblems, 'no-letters-ready', detail);
}
