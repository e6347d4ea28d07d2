import { DomainError, type InputFault, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const partyProblems = {
  'party-not-found': { kind: 'not-found', title: 'Deze persoon is hier niet genoemd' },
  'party-refused': { kind: 'invalid', title: 'Deze persoon kan zo niet worden genoemd' },
  'has-legal-form': { kind: 'conflict', title: 'De aanvrager heeft een rechtsvorm' },
  'party-too-late': { kind: 'conflict', title: 'Dit kan nu niet meer' },
  'party-is-applicant': { kind: 'conflict', title: 'U bent al de aanvrager' },
  'party-already-agreed': { kind: 'conflict', title: 'Deze persoon heeft al ingestemd' },
  'party-in-force': { kind: 'conflict', title: 'Deze persoon kan alleen worden opgevolgd' },
  'party-ended': { kind: 'conflict', title: 'Deze persoon doet niet meer mee' },
  'too-many-parties': { kind: 'conflict', title: 'Er zijn te veel mensen genoemd' },
} as const satisfies ProblemCatalogue;

export function partyNotFound(): DomainError {
  const detail = 'Er is niemand genoemd met dit kenmerk of deze code, of u mag dat niet zien.';
  return DomainError.of(partyProblems, 'party-not-found', detail);
}

/** Something that stands in the way, though what was sent is right in itself. */
export interface PartyObstacle {
  readonly code: Exclude<keyof typeof partyProblems, 'party-not-found' | 'party-refused'>;
  readonly detail: string;
}

export function partyHindered({ code, detail }: PartyObstacle): DomainError {
  return DomainError.of(partyProblems, code, detail);
}

export function partyRefused(faults: readonly InputFault[]): DomainError {
  const detail = 'Verbeter de punten die in "errors" staan en probeer het opnieuw.';
  return DomainError.of(partyProblems, 'party-refused', detail, faults);
}
