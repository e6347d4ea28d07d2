import type { LifecycleEvent } from '../../applications/domain/lifecycle.ts';
import type { ChangeKind } from '../../decisions/domain/change-kind.ts';
import type { DecisionKind } from '../../decisions/domain/proposal-facts.ts';
import type { LetterKind } from '../../letters/domain/letter-kind.ts';
import type { FindingOutcome } from '../../regulations/domain/finding.ts';

export const eventNames = {
  submit: 'ingediend, ontvangen',
  'ask-completion': 'om aanvulling gevraagd',
  supplement: 'aangevuld',
  'find-complete': 'compleet',
  correct: 'verbeterd',
  reduce: 'minder afgesproken',
  'take-in': 'dubbele aanvraag samengevoegd met deze',
  merge: 'samengevoegd met een andere aanvraag',
  forward: 'doorgezonden naar een ander bestuursorgaan',
  withdraw: 'ingetrokken door de aanvrager',
  decide: 'besloten',
  'announce-decision': 'besluit bekendgemaakt',
  'announce-change': 'wijziging van het besluit bekendgemaakt',
} as const satisfies Record<LifecycleEvent, string>;

export const letterNames = {
  acknowledgement: 'Ontvangstbevestiging',
  'completion-request': 'Verzoek om aanvulling',
  grant: 'Besluit tot verlening',
  'partial-grant': 'Besluit tot gedeeltelijke verlening',
  refusal: 'Besluit tot afwijzing',
  'left-untreated': 'Besluit om niet te behandelen',
  'delay-notice': 'Bericht over uitstel',
  'penalty-decision': 'Besluit over de dwangsom',
  'final-fixing': 'Besluit tot vaststelling',
  intention: 'Voornemen',
  'grant-change': 'Besluit tot intrekking of wijziging',
  recovery: 'Besluit tot terugvordering',
  'change-notice': 'Bericht over een verandering',
  'forwarding-notice': 'Bericht van doorzending',
} as const satisfies Record<LetterKind, string>;

export const decisionNames = {
  grant: 'verleend',
  'partial-grant': 'gedeeltelijk verleend',
  refusal: 'afgewezen',
  'left-untreated': 'buiten behandeling gelaten',
} as const satisfies Record<DecisionKind, string>;

export const changeNames = {
  'in-favour': 'meer toegekend',
  lowered: 'verlaagd',
  withdrawn: 'ingetrokken',
  fixed: 'vastgesteld',
} as const satisfies Record<ChangeKind, string>;

export const outcomeNames = {
  met: 'voldaan',
  'not-met': 'niet voldaan',
  'needs-judgement': 'nog te beoordelen',
} as const satisfies Record<FindingOutcome, string>;
