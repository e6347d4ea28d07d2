import type { ProblemCatalogue } from '../../kernel/domain-error.ts';

export const laboratoryProblems = {
  'laboratory-run-not-found': { kind: 'not-found', title: 'Deze beproeving is er niet' },
  'laboratory-needs-ways': { kind: 'invalid', title: 'Kies een tot vier werkwijzen om te beproeven' },
  'laboratory-days-impossible': { kind: 'invalid', title: 'Deze dagen kunnen niet samen' },
} as const satisfies ProblemCatalogue;
