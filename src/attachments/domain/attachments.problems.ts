import { DomainError, type InputFault, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const attachmentProblems = {
  'attachment-not-found': { kind: 'not-found', title: 'Deze bijlage is er niet' },
  'attachment-unknown': { kind: 'invalid', title: 'Deze bijlage hoort niet bij de aanvraag' },
  'attachment-already-replaced': { kind: 'conflict', title: 'Deze bijlage is al vervangen' },
} as const satisfies ProblemCatalogue;

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

export function attachmentAlreadyReplaced(): DomainError {
  const detail = 'Voor deze bijlage is al een andere in de plaats gekomen. Vervang die laatste.';
  return DomainError.of(attachmentProblems, 'attachment-already-replaced', detail);
}
