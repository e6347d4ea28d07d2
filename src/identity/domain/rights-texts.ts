import type { Role } from '../../kernel/actor.ts';
import type { CasePart } from './case-view.ts';
import type { Duty } from './duties.ts';
import type { Action, Condition, Proviso } from './rights.ts';

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
  'application:search': 'aanvragen zoeken op nummer, naam, adres of woord',
  'application:intake': 'een aanvraag op papier invoeren',
  'application:request-completion': 'om aanvulling vragen',
  'assignment:record': 'een aanvraag aan iemand toewijzen',
  'assignment:read': 'zien aan wie een aanvraag is en was toegewezen',
  'note:record': 'gesprekken, bezoeken en andere berichten vastleggen',
  'note:read': 'notities en de correspondentie bij een aanvraag inzien',
  'finding:record': 'een bevinding per criterium vastleggen',
  'finding:read': 'bevindingen inzien',
  'score:record': 'punten geven',
  'score:read': 'punten inzien',
  'ranking:record': 'een advies of volgorde vastleggen',
  'ranking:read': 'adviezen en volgordes inzien',
  'vote:record': 'de uitslag van een stemming vastleggen',
  'remainder:choose': 'vastleggen of de aanvrager ook een deel wil',
  'remainder:read': 'zien of de aanvrager ook een deel wil',
  'college-list:prepare': 'een lijst voor het college opstellen',
  'college-list:read': 'een lijst voor het college inzien',
  'resolution:register': 'een besluit van het college vastleggen',
  'decision:take': 'onder mandaat beslissen op een aanvraag',
  'grant:change': 'een verlening op verzoek intrekken of verlagen, of lager vaststellen',
  'letter:preview': 'een brief vooraf bekijken',
  'letter:read': 'een verzonden brief inzien',
  'letter:print': 'de brieven per post van een dag printen',
  'letter-sender:record': 'vastleggen wie brieven schrijft, met adressen en beeldmerk',
  'letter-template:draft': 'brieven in eigen woorden schrijven',
  'letter-template:read': 'sjablonen en afzenders van brieven inzien',
  'letter-template:activate': 'een sjabloon voor brieven van een ander in gebruik nemen',
  'letter:announce': 'een brief verzenden, en zo een besluit bekendmaken',
  'deadline:read': 'de termijnen van een aanvraag zien',
  'deadline:work-list': 'de lijst zien van wat binnenkort moet of te laat is, ook als agenda',
  'term:record': 'vastleggen dat een beslistermijn langer wordt, stilstaat of dat een dag is beloofd',
  'default-notice:record': 'de gemeente in gebreke stellen, of een ingebrekestelling invoeren',
  'penalty:decide': 'de hoogte van een dwangsom vaststellen',
  'ledger:read': 'het grootboek inzien',
  'ledger:prepare': 'een mutatie van budgetten voorstellen',
  'ledger:confirm': 'een mutatie van budgetten bevestigen',
  'ledger:verify': 'het grootboek laten nakijken',
  'report:read': 'overzichten inzien',
  'audit:read': 'het logboek inzien',
  'recusal:record': 'vastleggen dat u zich afzijdig houdt van een aanvraag',
  'recusal:record-for-another': 'vastleggen dat een ander zich afzijdig houdt van een aanvraag',
  'recusal:end': 'beëindigen dat u, of als beheerder een ander, zich afzijdig houdt van een aanvraag',
  'recusal:read': 'zien wie zich afzijdig houdt van een aanvraag',
  'mandate:record': 'een mandaat vastleggen of beëindigen',
  'mandate:read': 'het mandaatregister inzien',
  'kern:record': 'aantallen inwoners van een kern vastleggen',
  'regulation:draft': 'een regeling schrijven',
  'regulation:read-draft': 'een concept van een regeling inzien',
  'regulation:publish': 'een regeling van een ander bekendmaken',
  'step:read': 'de stappen van een aanvraag zien',
  'step:record': 'vastleggen wat er in een stap is gedaan',
  'body:record': 'een orgaan van een kern vastleggen',
  'way:draft': 'een werkwijze schrijven',
  'way:read-draft': 'een concept van een werkwijze inzien',
  'way:activate': 'een werkwijze van een ander laten ingaan',
  'laboratory:run': 'een werkwijze beproeven op afgehandelde aanvragen',
  'laboratory:read': 'zien wat een beproeving in cijfers opleverde',
  'laboratory:read-cases': 'van één aanvraag zien wat er onder een andere werkwijze was gebeurd',
} as const satisfies Record<Action, string>;

export const conditionTexts = {
  any: 'alle',
  own: 'eigen',
  'own-kern': 'eigen kern',
  'own-body': 'eigen dorp',
  assigned: 'toegewezen',
} as const satisfies Record<Condition, string>;

export const provisoTexts = {
  'no-interest': 'geen belang',
  'other-duty-by-another': 'andere taak door een ander',
  'assigned-by-choice': 'toegewezen, naar keuze',
} as const satisfies Record<Proviso, string>;

export const partTexts = {
  plan: 'het plan: wat er gebeurt, wanneer en wat het kost',
  people: 'mensen: namen, adressen, telefoon en e-mail, en wie het plan steunt',
  payment: 'betaling: wie het geld krijgt, en de laatste vier tekens van het rekeningnummer',
  motivation: 'motivering: bevindingen, redenen van het besluit en brieven',
} as const satisfies Record<CasePart, string>;

export const dutyTexts = {
  assess: 'een aanvraag beoordelen',
  'prepare-list': 'een lijst voor het college opstellen',
  decide: 'het besluit registreren',
  'decide-objection': 'op het bezwaar beslissen',
  'prepare-payment': 'een betaling klaarzetten',
  'release-payment': 'een betaling vrijgeven',
  'propose-booking': 'een mutatie van budgetten voorstellen',
  'confirm-booking': 'een mutatie van budgetten bevestigen',
} as const satisfies Record<Duty, string>;
