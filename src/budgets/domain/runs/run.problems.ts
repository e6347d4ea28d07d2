import { DomainError, type InputFault, type ProblemCatalogue } from '../../../kernel/domain-error.ts';

export const runProblems = {
  'run-not-found': { kind: 'not-found', title: 'Deze grootboekmutatie is er niet' },
  'resolution-not-found': { kind: 'not-found', title: 'Dit besluit is er niet' },
  'resolution-known': { kind: 'conflict', title: 'Dit besluit is al geregistreerd' },
  'run-parts': { kind: 'invalid', title: 'De opgave past niet bij deze soort mutatie' },
  'run-decided': { kind: 'conflict', title: 'Over deze mutatie is al beslist' },
  'run-stale': { kind: 'conflict', title: 'De stand is veranderd sinds het voorstel' },
  'run-empty': { kind: 'conflict', title: 'Er valt niets te boeken' },
  'budgets-mixed': { kind: 'conflict', title: 'Kernen hebben elk een budget of delen er één' },
  'transfer-to-itself': { kind: 'invalid', title: 'Een kern kan niet aan zichzelf overhevelen' },
  'transfer-forbidden': { kind: 'conflict', title: 'De regeling staat dit niet toe' },
  'redistribution-too-early': { kind: 'conflict', title: 'Herverdelen kan nog niet' },
  'carried-too-much': { kind: 'conflict', title: 'Zo veel kan niet mee naar een volgend jaar' },
  'remainder-stays': { kind: 'conflict', title: 'Dit geld blijft beschikbaar' },
  'saved-too-long': { kind: 'conflict', title: 'Dit geld is te lang gespaard' },
  'money-left': { kind: 'conflict', title: 'Er staat nog geld open in dit jaar' },
  'year-closed': { kind: 'conflict', title: 'Dit jaar is al afgesloten' },
  'year-open': { kind: 'conflict', title: 'Dit jaar is niet afgesloten' },
  'ceiling-lowered': { kind: 'conflict', title: 'Het plafond is lager dan wat al is toegekend' },
  'body-counts-missing': { kind: 'conflict', title: 'Het aantal organisaties ontbreekt' },
  'limit-below-used': { kind: 'conflict', title: 'Het maximum is lager dan wat al is gebruikt' },
  'correct-by-counter-run': { kind: 'conflict', title: 'Draai de hele mutatie terug' },
  'grant-not-found': { kind: 'not-found', title: 'Deze verlening is er niet' },
  'entry-not-found': { kind: 'not-found', title: 'Deze boeking is er niet' },
  'not-reversible': { kind: 'conflict', title: 'Deze mutatie kan niet worden teruggedraaid' },
} as const satisfies ProblemCatalogue;

export type RunProblem = keyof typeof runProblems;

export function runProblem(
  code: RunProblem,
  detail: string,
  faults: readonly InputFault[] = [],
): DomainError {
  return DomainError.of(runProblems, code, detail, faults);
}
