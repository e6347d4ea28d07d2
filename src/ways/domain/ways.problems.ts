import { DomainError, type InputFault, type ProblemCatalogue } from '../../kernel/domain-error.ts';
import type { WayFault } from './way-fault.ts';

export const waysProblems = {
  'way-not-found': { kind: 'not-found', title: 'Deze werkwijze is er niet' },
  'way-draft-not-found': { kind: 'not-found', title: 'Dit concept is er niet' },
  'kern-body-not-found': { kind: 'not-found', title: 'Dit orgaan is er niet' },
  'kern-body-exists': { kind: 'conflict', title: 'Dit orgaan is er al' },
  'kern-body-days-impossible': { kind: 'invalid', title: 'Deze dagen kunnen niet samen' },
  'way-activated': { kind: 'conflict', title: 'Een werkwijze die is ingegaan verandert niet' },
  'way-not-sound': { kind: 'conflict', title: 'De werkwijze klopt nog niet' },
  'way-four-eyes': { kind: 'conflict', title: 'Een ander moet de werkwijze laten ingaan' },
  'way-versions-overlap': { kind: 'conflict', title: 'Er zouden twee werkwijzen tegelijk gelden' },
  'way-starts-in-past': { kind: 'invalid', title: 'Een werkwijze gaat niet in het verleden in' },
  'way-other-regulation': { kind: 'conflict', title: 'De werkwijze is voor een andere regeling' },
} as const satisfies ProblemCatalogue;

export type WaysProblemCode = keyof typeof waysProblems;

export function waysProblem(
  code: WaysProblemCode,
  detail: string,
  faults: readonly InputFault[] = [],
): DomainError {
  return DomainError.of(waysProblems, code, detail, faults);
}

export function wayNotFound(): DomainError {
  return waysProblem('way-not-found', 'Er is geen werkwijze met dit kenmerk.');
}

export function wayDraftNotFound(): DomainError {
  return waysProblem('way-draft-not-found', 'Er is geen concept met dit kenmerk.');
}

/** What is wrong with a document, as faults of the document of a message. */
export function faultsOf(faults: readonly WayFault[]): InputFault[] {
  return faults.map(({ pointer, code, detail, suggestion, article }) => ({
    in: 'body',
    location: `/document${pointer}`,
    code,
    detail: `${detail} ${suggestion}${article === null ? '' : ` (${article})`}`,
  }));
}
