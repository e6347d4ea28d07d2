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
  'receiver-not-possible': { kind: 'invalid', title: 'Deze mensen kunnen het bureau niet krijgen' },
  'desk-empty': { kind: 'conflict', title: 'Er is niets over te dragen' },
  'desk-too-large': { kind: 'conflict', title: 'Dit bureau is te groot om in één keer over te dragen' },
  'desk-changed': { kind: 'conflict', title: 'Het bureau is intussen veranderd' },
  'desk-not-whole': { kind: 'conflict', title: 'Niet alles kan worden overgedragen' },
  'nothing-to-review': { kind: 'conflict', title: 'Er is geen aanvulling om te bekijken' },
  'case-not-closed': { kind: 'conflict', title: 'Deze zaak is nog niet afgesloten' },
  'receipt-not-possible': { kind: 'invalid', title: 'De datum van ontvangst kan niet' },
  'content-frozen': { kind: 'conflict', title: 'De aanvraagronde is gesloten' },
  'nothing-changes': { kind: 'invalid', title: 'Er verandert niets' },
  'request-not-corrected': { kind: 'invalid', title: 'Het gevraagde bedrag verandert niet op verzoek' },
  'part-of-larger-plan': { kind: 'conflict', title: 'Dit is een deel van een plan voor meer kernen' },
  'reduction-upwards': { kind: 'invalid', title: 'Afspreken kan alleen minder' },
  'reduction-to-nothing': { kind: 'invalid', title: 'Er blijft niets over om aan te vragen' },
  'agreement-day-impossible': { kind: 'invalid', title: 'Deze dag van afspreken kan niet' },
  'merger-with-itself': { kind: 'invalid', title: 'Dit is dezelfde aanvraag' },
  'merger-of-decided': { kind: 'conflict', title: 'Samenvoegen kan niet meer' },
  'already-merged': { kind: 'conflict', title: 'Deze aanvraag is al samengevoegd' },
  'merger-of-another-applicant': {
    kind: 'conflict',
    title: 'Deze aanvragen zijn niet van dezelfde aanvrager',
  },
  'merger-of-another-regulation': {
    kind: 'conflict',
    title: 'Deze aanvragen vallen onder verschillende regelingen',
  },
  'merger-other-way-round': { kind: 'conflict', title: 'Ga verder met de andere aanvraag' },
  'merger-needs-reason': { kind: 'invalid', title: 'Deze aanvragen verschillen van elkaar' },
  'in-default': { kind: 'conflict', title: 'De gemeente is in gebreke gesteld' },
  'forwarded-to-ourselves': { kind: 'invalid', title: 'Dit bestuursorgaan is de gemeente zelf' },
  'forwarding-not-found': { kind: 'not-found', title: 'Deze aanvraag is niet doorgezonden' },
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
