import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const grantsProblems = {
  'no-grant': { kind: 'conflict', title: 'Er is geen verlening om te veranderen' },
  'grant-already-fixed': { kind: 'conflict', title: 'De subsidie is al vastgesteld' },
  'amount-follows-no-costs': { kind: 'conflict', title: 'Dit bedrag hangt niet van de kosten af' },
  'request-date-impossible': { kind: 'invalid', title: 'De dag van het verzoek kan niet' },
  'amount-does-not-fit-change': { kind: 'invalid', title: 'Het bedrag past niet bij deze verandering' },
  'amount-not-lower': { kind: 'invalid', title: 'Het nieuwe bedrag is niet lager' },
  'change-date-impossible': { kind: 'invalid', title: 'De datum van het collegebesluit kan niet' },
} as const satisfies ProblemCatalogue;

export type GrantsProblem = keyof typeof grantsProblems;

const details = {
  'no-grant': 'Alleen een verlening die bekend is gemaakt en nog een bedrag heeft, kan worden veranderd.',
  'grant-already-fixed':
    'Wat is vastgesteld, staat vast. Is er een grond om daarop terug te komen, dan is dat een ander besluit (Awb 4:49).',
  'amount-follows-no-costs':
    'Volgens de regeling is dit een vast bedrag. Lagere kosten zijn dan geen grond om lager vast te stellen (Awb 4:46).',
  'request-date-impossible':
    'De aanvrager kan dit pas vragen na de bekendmaking van het besluit, en niet in de toekomst.',
  'amount-does-not-fit-change':
    'Bij intrekken hoort geen bedrag. Bij verlagen hoort wat overblijft, meer dan nul; bij vaststellen wat definitief wordt.',
  'amount-not-lower': 'Geef een bedrag dat lager is dan wat nu is toegekend.',
  'change-date-impossible': 'Het college beslist na het verzoek, en niet in de toekomst.',
} as const satisfies Record<GrantsProblem, string>;

export function grantsProblem(code: GrantsProblem): DomainError {
  return DomainError.of(grantsProblems, code, details[code]);
}
