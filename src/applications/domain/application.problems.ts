import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const applicationProblems = {
  'application-not-found': { kind: 'not-found', title: 'Deze aanvraag is er niet' },
  'kern-unknown': { kind: 'invalid', title: 'Deze kern kennen wij niet' },
  'kernen-not-possible': { kind: 'invalid', title: 'Deze kernen kunnen niet samen' },
  'regulation-unknown': { kind: 'invalid', title: 'Deze regeling kennen wij niet' },
  'window-closed': { kind: 'conflict', title: 'U kunt voor deze regeling nu niet aanvragen' },
  'activity-before-application': { kind: 'invalid', title: 'De activiteit is al voorbij' },
  'activity-ends-before-start': { kind: 'invalid', title: 'De activiteit eindigt voordat zij begint' },
  'received-in-future': { kind: 'invalid', title: 'De ontvangstdatum ligt in de toekomst' },
  'already-recused': { kind: 'conflict', title: 'Dit was al vastgelegd' },
  'recusal-not-found': { kind: 'not-found', title: 'Dit is hier niet vastgelegd' },
  'recusal-ended': { kind: 'conflict', title: 'Dit is al beëindigd' },
  'assignee-recused': { kind: 'conflict', title: 'Deze persoon behandelt deze aanvraag niet' },
  'case-not-closed': { kind: 'conflict', title: 'Deze zaak is nog niet afgesloten' },
  'receipt-not-possible': { kind: 'invalid', title: 'De datum van ontvangst kan niet' },
  'content-frozen': { kind: 'conflict', title: 'De aanvraagronde is gesloten' },
  'step-not-possible': { kind: 'conflict', title: 'Dit kan niet meer, of nog niet' },
} as const satisfies ProblemCatalogue;

/** One answer for what does not exist and for what the caller may not know to exist. */
export function applicationNotFound(): DomainError {
  return DomainError.of(
    applicationProblems,
    'application-not-found',
    'Er is geen aanvraag met dit kenmerk, of u mag die niet zien.',
  );
}
