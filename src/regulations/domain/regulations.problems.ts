import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const regulationsProblems = {
  'regulation-not-found': { kind: 'not-found', title: 'Deze regeling is er niet' },
} as const satisfies ProblemCatalogue;

export function regulationNotFound(): DomainError {
  return DomainError.of(regulationsProblems, 'regulation-not-found', 'Er is geen regeling met dit kenmerk.');
}
