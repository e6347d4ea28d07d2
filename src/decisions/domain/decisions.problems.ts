import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';

export const decisionsProblems = {
  'college-list-not-found': { kind: 'not-found', title: 'Deze collegelijst is er niet' },
  'decision-not-found': { kind: 'not-found', title: 'Er is nog geen besluit' },
  'window-still-open': { kind: 'conflict', title: 'De aanvraagperiode loopt nog' },
  'one-list-for-all-kernen': { kind: 'conflict', title: 'Deze regeling heeft één lijst voor alle kernen' },
  'deviations-do-not-fit': { kind: 'invalid', title: 'Een afwijking van de berekening klopt niet' },
  'abstentions-do-not-fit': { kind: 'invalid', title: 'Wie niet meebeslist klopt niet' },
  'inputs-not-kept': { kind: 'conflict', title: 'Van deze lijst is niet bewaard waaruit zij is berekend' },
  'nothing-to-propose': { kind: 'conflict', title: 'Er is niets om voor te leggen' },
  'list-too-long': { kind: 'conflict', title: 'De lijst zou te lang worden' },
  'not-on-this-list': { kind: 'invalid', title: 'Deze aanvraag kan niet op de lijst' },
  'decides-others': { kind: 'conflict', title: 'Dit beslist ook over anderen' },
  'list-already-resolved': { kind: 'conflict', title: 'Over deze lijst is al besloten' },
  'list-stale': { kind: 'conflict', title: 'Er is iets veranderd sinds deze lijst is gemaakt' },
  'lines-do-not-match': { kind: 'invalid', title: 'De regels horen niet bij deze lijst' },
  'line-contradicts-itself': { kind: 'invalid', title: 'Een gewijzigde regel klopt niet' },
  'resolution-date-impossible': { kind: 'invalid', title: 'De datum van het collegebesluit kan niet' },
  'not-ready-to-decide': { kind: 'conflict', title: 'Op deze aanvraag kan nog niet worden besloten' },
  'college-decides': { kind: 'conflict', title: 'Het bestuur beslist hier zelf' },
  'not-mandated': { kind: 'forbidden', title: 'U hebt geen mandaat voor dit besluit' },
  'mandate-too-small': { kind: 'forbidden', title: 'Uw mandaat is te klein voor dit besluit' },
  'hold-not-needed': { kind: 'conflict', title: 'Dit besluit heeft geen reservering nodig' },
  'already-decided': { kind: 'conflict', title: 'Op deze aanvraag is al besloten' },
} as const satisfies ProblemCatalogue;

export function collegeListNotFound(): DomainError {
  return DomainError.of(
    decisionsProblems,
    'college-list-not-found',
    'Er is geen collegelijst met dit kenmerk, of u mag die niet zien.',
  );
}

export function alreadyDecided(): DomainError {
  return DomainError.of(decisionsProblems, 'already-decided', 'Op een aanvraag wordt één keer besloten.');
}

export function decisionNotFound(): DomainError {
  return DomainError.of(
    decisionsProblems,
    'decision-not-found',
    'Op deze aanvraag is nog geen besluit bekendgemaakt.',
  );
}

export function inputsNotKept(): DomainError {
  const detail = 'Deze lijst is gemaakt voordat de gegevens van de berekening werden bewaard.';
  return DomainError.of(decisionsProblems, 'inputs-not-kept', detail);
}
