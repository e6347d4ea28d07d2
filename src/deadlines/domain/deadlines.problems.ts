import { DomainError, type InputFault, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const deadlineProblems = {
  'term-not-running': { kind: 'conflict', title: 'Er loopt geen beslistermijn' },
  'term-over': { kind: 'conflict', title: 'De beslistermijn is al voorbij' },
  'term-not-over': { kind: 'conflict', title: 'De beslistermijn is nog niet voorbij' },
  'extension-not-allowed': { kind: 'conflict', title: 'De regeling laat geen verlenging toe' },
  'already-extended': { kind: 'conflict', title: 'De beslistermijn is al een keer langer geworden' },
  'expected-too-early': { kind: 'invalid', title: 'De genoemde dag ligt te vroeg' },
  'day-not-possible': { kind: 'invalid', title: 'Deze dag kan niet' },
  'end-required': { kind: 'invalid', title: 'Het einde ontbreekt' },
  'already-suspended': { kind: 'conflict', title: 'De beslistermijn staat al stil' },
  'not-suspended': { kind: 'conflict', title: 'De beslistermijn staat niet stil' },
  'already-in-default': { kind: 'conflict', title: 'Er is al een ingebrekestelling' },
  'no-default-notice': { kind: 'conflict', title: 'Er is geen geldige ingebrekestelling' },
  'penalty-still-running': { kind: 'conflict', title: 'De dwangsom loopt nog' },
  'no-penalty-due': { kind: 'conflict', title: 'Er is geen dwangsom verschuldigd' },
  'penalty-already-decided': { kind: 'conflict', title: 'Over deze dwangsom is al beslist' },
  'term-incomplete': { kind: 'invalid', title: 'Er ontbreekt iets om de termijn te berekenen' },
  'calendar-not-found': { kind: 'not-found', title: 'Deze agenda is er niet' },
  'calendar-revoked': { kind: 'conflict', title: 'Deze agenda is al ingetrokken' },
} as const satisfies ProblemCatalogue;

export type DeadlineProblem = keyof typeof deadlineProblems;

/** Why something cannot be recorded; `location` points at the field that is wrong, where one is. */
export interface Refusal {
  readonly code: DeadlineProblem;
  readonly detail: string;
  readonly location?: string;
}

/** The error that a caller gets for a refusal. */
export function refused({ code, detail, location }: Refusal): DomainError {
  const faults: InputFault[] = location === undefined ? [] : [{ in: 'body', location, code, detail }];
  return DomainError.of(deadlineProblems, code, detail, faults);
}
