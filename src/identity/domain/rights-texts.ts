import type { Role } from '../../kernel/actor.ts';
import type { Action, Condition } from './rights.ts';

/** What officials call the roles. */
export const roleTexts = {
  resident: 'Inwoner',
  representative: 'Vertegenwoordiger',
  kernregisseur: 'Kernregisseur',
  assessor: 'Beoordelaar',
  registrar: 'Registrator besluiten',
  finance: 'Financiën',
  'village-adviser': 'Dorpsadviseur',
  auditor: 'Auditor',
  administrator: 'Beheerder',
} as const satisfies Record<Role, string>;

export const actionTexts = {
  'application:draft': 'een concept-aanvraag maken en wijzigen',
  'application:submit': 'een aanvraag indienen',
  'application:supplement': 'een aanvraag aanvullen',
  'application:withdraw': 'een aanvraag intrekken',
  'application:list-own': 'de eigen aanvragen zien',
  'application:read': 'een aanvraag inzien',
  'application:work-list': 'de werklijst zien',
  'application:intake': 'een aanvraag op papier invoeren',
  'application:request-completion': 'om aanvulling vragen',
  'finding:record': 'een bevinding per criterium vastleggen',
  'finding:read': 'bevindingen inzien',
  'college-list:prepare': 'een lijst voor het college opstellen',
  'college-list:read': 'een lijst voor het college inzien',
  'resolution:register': 'een besluit van het college vastleggen',
  'letter:preview': 'een brief vooraf bekijken',
  'letter:read': 'een verzonden brief inzien',
  'letter:announce': 'een besluit bekendmaken',
  'ledger:read': 'het grootboek inzien',
  'report:read': 'overzichten inzien',
  'audit:read': 'het logboek inzien',
} as const satisfies Record<Action, string>;

export const conditionTexts = {
  any: 'alle',
  own: 'eigen',
  'own-kern': 'eigen kern',
} as const satisfies Record<Condition, string>;
