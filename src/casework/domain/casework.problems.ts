import { DomainError, type InputFault, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const caseworkProblems = {
  'search-without-words': { kind: 'invalid', title: 'Hierop kunnen wij niet zoeken' },
  'search-too-many-words': { kind: 'invalid', title: 'Dit zijn te veel woorden om op te zoeken' },
} as const satisfies ProblemCatalogue;

/** Why nothing can be looked for. */
export function refusedSearch(code: keyof typeof caseworkProblems, detail: string): DomainError {
  const fault: InputFault = { in: 'body', location: '/text', code, detail };
  return DomainError.of(caseworkProblems, code, detail, [fault]);
}
