import type { ProblemCatalogue } from '../../kernel/domain-error.ts';

export const assessmentProblems = {
  'criterion-unknown': { kind: 'not-found', title: 'Deze voorwaarde staat niet in de regeling' },
  'criterion-computed': { kind: 'conflict', title: 'Deze voorwaarde volgt uit de feiten' },
  'assessment-closed': { kind: 'conflict', title: 'Deze aanvraag kan niet (meer) worden beoordeeld' },
  'step-unknown': { kind: 'not-found', title: 'Deze stap staat niet in de werkwijze' },
  'step-already-done': { kind: 'conflict', title: 'Deze stap is al gedaan' },
  'step-not-open': { kind: 'conflict', title: 'Deze stap is niet aan de beurt' },
  'step-of-another': { kind: 'forbidden', title: 'Deze stap is voor een ander' },
  'step-day-impossible': { kind: 'invalid', title: 'Op deze dag kan de stap niet zijn gedaan' },
  'findings-invalid': { kind: 'invalid', title: 'Het formulier van de stap klopt niet' },
  'advice-binds': { kind: 'invalid', title: 'Deze uitkomst is bindend' },
  'advice-needs-reason': { kind: 'invalid', title: 'Afwijken van een advies vraagt een reden' },
} as const satisfies ProblemCatalogue;
