import { type ApplicationStatus, undecidedStatuses } from '../../applications/domain/lifecycle.ts';
import { DomainError, type InputFault, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const roundsProblems = {
  'not-compared-by-points': { kind: 'conflict', title: 'Deze regeling werkt niet met punten' },
  'scores-closed': { kind: 'conflict', title: 'Alle punten zijn al gegeven' },
  'scores-do-not-fit': { kind: 'invalid', title: 'De punten passen niet bij de regeling' },
  'not-to-be-compared': { kind: 'conflict', title: 'Deze aanvraag doet niet (meer) mee' },
  'nobody-advises': { kind: 'conflict', title: 'Deze regeling kent geen advies of volgorde' },
  'ranking-does-not-fit': { kind: 'invalid', title: 'De volgorde of het advies klopt niet' },
  'nobody-votes': { kind: 'conflict', title: 'In deze regeling wordt niet gestemd' },
  'votes-do-not-fit': { kind: 'invalid', title: 'De uitslag klopt niet' },
} as const satisfies ProblemCatalogue;

export function faultIn(location: string, code: string, detail: string): InputFault {
  return { in: 'body', location, code, detail };
}

/** Only what was submitted and is not decided yet can still change its place. @throws DomainError `not-to-be-compared` */
export function refuseUndecidable(status: ApplicationStatus): void {
  const undecided: readonly ApplicationStatus[] = undecidedStatuses;
  if (undecided.includes(status)) return;
  const detail = 'Dit kan alleen bij een ingediende aanvraag waarop nog niet is besloten.';
  throw DomainError.of(roundsProblems, 'not-to-be-compared', detail);
}

/** Every fault of what was sent at once. @throws DomainError of the code, when there is any */
export function refuseFaults(
  code: 'scores-do-not-fit' | 'ranking-does-not-fit' | 'votes-do-not-fit',
  faults: readonly InputFault[],
): void {
  if (faults.length === 0) return;
  throw DomainError.of(roundsProblems, code, 'Verbeter de genoemde gegevens.', [...faults]);
}
