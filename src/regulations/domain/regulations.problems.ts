import { DomainError, type InputFault, type ProblemCatalogue } from '../../kernel/domain-error.ts';
import type { Contradiction } from './contradiction.ts';

export const regulationsProblems = {
  'regulation-not-found': { kind: 'not-found', title: 'Deze regeling is er niet' },
  'regulation-draft-not-found': { kind: 'not-found', title: 'Dit concept is er niet' },
  'regulation-template-not-found': { kind: 'not-found', title: 'Dit sjabloon is er niet' },
  'regulation-published': { kind: 'conflict', title: 'Een bekendgemaakte regeling verandert niet' },
  'regulation-not-sound': { kind: 'conflict', title: 'De regeling klopt nog niet' },
  'regulation-four-eyes': { kind: 'conflict', title: 'Een ander moet de regeling bekendmaken' },
  'regulation-versions-overlap': { kind: 'conflict', title: 'Er zouden twee versies tegelijk gelden' },
  'regulation-days-impossible': { kind: 'invalid', title: 'Deze dagen kunnen niet samen' },
  'regulation-other-year': { kind: 'conflict', title: 'De regeling is niet voor dit jaar' },
  'inhabitants-missing': { kind: 'conflict', title: 'Het aantal inwoners ontbreekt' },
  'regulation-ending-not-found': { kind: 'not-found', title: 'Dit voorstel is er niet' },
  'regulation-ending-decided': { kind: 'conflict', title: 'Over dit voorstel is al beslist' },
  'regulation-version-elsewhere': { kind: 'conflict', title: 'Iemand anders maakte net een versie bekend' },
} as const satisfies ProblemCatalogue;

export type RegulationsProblemCode = keyof typeof regulationsProblems;

export function regulationsProblem(
  code: RegulationsProblemCode,
  detail: string,
  faults: readonly InputFault[] = [],
): DomainError {
  return DomainError.of(regulationsProblems, code, detail, faults);
}

export function regulationNotFound(): DomainError {
  return regulationsProblem('regulation-not-found', 'Er is geen regeling met dit kenmerk.');
}

export function draftNotFound(): DomainError {
  return regulationsProblem('regulation-draft-not-found', 'Er is geen concept met dit kenmerk.');
}

/** What is wrong with a document, as faults of the document of a message. */
export function faultsOf(contradictions: readonly Contradiction[]): InputFault[] {
  return contradictions.map(({ pointer, code, detail, suggestion }) => ({
    in: 'body',
    location: `/document${pointer}`,
    code,
    detail: `${detail} ${suggestion}`,
  }));
}
