import type { ProblemCatalogue } from '../../kernel/domain-error.ts';

export const assessmentProblems = {
  'criterion-unknown': { kind: 'not-found', title: 'Deze voorwaarde staat niet in de regeling' },
  'criterion-computed': { kind: 'conflict', title: 'Deze voorwaarde volgt uit de feiten' },
  'assessment-closed': { kind: 'conflict', title: 'Deze aanvraag kan niet (meer) worden beoordeeld' },
} as const satisfies ProblemCatalogue;
