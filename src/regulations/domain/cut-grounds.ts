import { type Cents, formatEuros } from '../../kernel/money.ts';
import type { CutGround } from './computation.ts';

const computation = 'de berekening van de bijdrage in de regeling';
const costs = 'de kosten die volgens de regeling meetellen';
const ownShare = 'de eigen bijdrage die de regeling vraagt';

const because = (text: string, article: string): CutGround => ({ text, article });

/** Why a computation gives less, for the letter about the decision (Awb 3:46). */
export const cutGrounds = {
  excludedCosts: because('De regeling geeft voor deze kosten geen geld.', costs),
  earlyCosts: because('De regeling geeft geen geld voor kosten van voor uw aanvraag.', costs),
  vat: because('De regeling rekent btw hier niet mee.', costs),
  flatCosts: because('De regeling rekent hiervoor met een vast bedrag.', costs),
  limitedCosts: because('De regeling rekent deze kosten tot een grens mee.', costs),
  costsOfPlan: because('Wij geven niet meer dan uw plan kost.', computation),
  others: because('Dit deel krijgt u van anderen.', computation),
  together: because('U krijgt van ons en van anderen samen niet meer dan uw plan kost.', computation),
  ownShare: because('De regeling vraagt dat u een deel zelf bijdraagt.', ownShare),
  ownHours: because('Uw uren en spullen tellen mee als bijdrage, maar kosten u geen geld.', ownShare),
  share: because('De regeling betaalt een deel van de kosten. Het andere deel betaalt u zelf.', computation),
  repeated: because('U kreeg eerder een bijdrage. Dan geeft de regeling een kleiner deel.', computation),
  rounding: because('De regeling rondt het bedrag af.', computation),
  asked: because('Wij geven niet meer dan u vroeg.', computation),
  maximum: (amountCents: Cents) =>
    because(`De regeling geeft hiervoor hoogstens ${formatEuros(amountCents)}.`, computation),
  minimum: because('De regeling geeft geen bijdragen die lager zijn.', computation),
  otherKernen: because('Dit deel van het plan betalen de andere kernen.', 'het gebied van de regeling'),
  division: because('Zo verdeelt de regeling het geld over de aanvragen.', 'de verdeling in de regeling'),
  ceiling: because('Meer geld was er niet over.', 'artikel 4:25 van de Algemene wet bestuursrecht'),
} as const;
