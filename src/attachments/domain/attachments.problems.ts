import { DomainError, type InputFault, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const attachmentProblems = {
  'attachment-not-found': { kind: 'not-found', title: 'Deze bijlage is er niet' },
  'attachment-unknown': { kind: 'invalid', title: 'Deze bijlage hoort niet bij de aanvraag' },
  'attachment-refused': { kind: 'invalid', title: 'Deze bijlage kan zo niet' },
  'attachment-infected': { kind: 'invalid', title: 'In dit bestand zit iets schadelijks' },
  'attachment-already-replaced': { kind: 'conflict', title: 'Deze bijlage is al vervangen' },
  'attachment-already-there': { kind: 'conflict', title: 'Dit bestand is er al' },
  'attachment-too-late': { kind: 'conflict', title: 'Een bijlage kan nu niet meer' },
  'attachment-stays': { kind: 'conflict', title: 'Deze bijlage blijft bewaard' },
  'too-many-attachments': { kind: 'conflict', title: 'Er zijn te veel bijlagen' },
  'attachments-too-large': { kind: 'conflict', title: 'De bijlagen zijn samen te groot' },
  'not-a-photo': { kind: 'conflict', title: 'Dit is geen foto' },
  'consent-not-given': { kind: 'conflict', title: 'Er is geen toestemming om in te trekken' },
  'scanner-unavailable': { kind: 'unavailable', title: 'Bestanden kunnen nu niet worden nagekeken' },
  'attachment-store-unavailable': { kind: 'unavailable', title: 'Bijlagen zijn nu niet te bereiken' },
  'too-many-uploads': { kind: 'unavailable', title: 'Er worden te veel bestanden tegelijk gestuurd' },
} as const satisfies ProblemCatalogue;

type ConflictCode =
  | 'attachment-already-replaced'
  | 'attachment-already-there'
  | 'attachment-too-late'
  | 'attachment-stays'
  | 'too-many-attachments'
  | 'attachments-too-large'
  | 'not-a-photo'
  | 'consent-not-given';

/** What stands in the way of an attachment that is right in itself. */
export interface Obstacle {
  readonly code: ConflictCode;
  readonly detail: string;
}

export function hindered({ code, detail }: Obstacle): DomainError {
  return DomainError.of(attachmentProblems, code, detail);
}

/** One answer for what does not exist and for what the caller may not know to exist. */
export function attachmentNotFound(): DomainError {
  const detail = 'Er is geen bijlage met dit kenmerk, of u mag die niet zien.';
  return DomainError.of(attachmentProblems, 'attachment-not-found', detail);
}

/** For what names attachments that are not there, each with its place. */
export function attachmentsUnknown(locations: readonly string[]): DomainError {
  const detail = 'Bij deze aanvraag is geen bijlage met dit kenmerk.';
  const faults = locations.map((location): InputFault => {
    return { in: 'body', location, code: 'attachment-unknown', detail };
  });
  return DomainError.of(attachmentProblems, 'attachment-unknown', detail, faults);
}

export function attachmentRefused(faults: readonly InputFault[]): DomainError {
  const detail = 'Verbeter de punten die in "errors" staan, en stuur het bestand opnieuw.';
  return DomainError.of(attachmentProblems, 'attachment-refused', detail, faults);
}

export function attachmentAlreadyReplaced(): DomainError {
  const detail = 'Voor deze bijlage is al een andere in de plaats gekomen. Vervang die laatste.';
  return hindered({ code: 'attachment-already-replaced', detail });
}

/** What was found is for who looks after the service, and stands in its log. */
export function infected(): DomainError {
  const detail =
    'De virusscanner keurt dit bestand af; het is niet bewaard. Laat uw computer nakijken, of stuur een ander bestand.';
  const fault: InputFault = { in: 'body', location: '/file', code: 'attachment-infected', detail };
  return DomainError.of(attachmentProblems, 'attachment-infected', detail, [fault]);
}

export function scannerUnavailable(): DomainError {
  const detail = 'De virusscanner antwoordt niet. Uw bestand is niet bewaard; probeer het straks opnieuw.';
  return DomainError.of(attachmentProblems, 'scanner-unavailable', detail);
}

export function storeUnavailable(): DomainError {
  const detail = 'De opslag van bijlagen antwoordt niet. Er is niets bewaard; probeer het straks opnieuw.';
  return DomainError.of(attachmentProblems, 'attachment-store-unavailable', detail);
}

export function tooManyUploads(): DomainError {
  const detail = 'Wacht tot uw andere bestanden binnen zijn, en stuur dit dan.';
  return DomainError.of(attachmentProblems, 'too-many-uploads', detail);
}
