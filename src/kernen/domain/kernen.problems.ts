import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const kernenProblems = {
  'kern-not-found': { kind: 'not-found', title: 'Deze kern is er niet' },
} as const satisfies ProblemCatalogue;

export function kernNotFound(): DomainError {
  return DomainError.of(kernenProblems, 'kern-not-found', 'Er is geen kern met dit kenmerk.');
}
