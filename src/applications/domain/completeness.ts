import type { Application } from './application.ts';

export type MissingItem = 'iban' | 'activity-dates' | 'costs' | 'support';

/** What an applicant reads about an item that is lacking: what, and why we need it. */
export const missingItemTexts = {
  iban: 'Uw rekeningnummer (IBAN). Zonder rekeningnummer kunnen wij niet betalen.',
  'activity-dates': 'De datum waarop uw plan begint en klaar is. Zo weten wij of u op tijd hebt aangevraagd.',
  costs:
    'Een overzicht van de kosten. De bedragen moeten samen minstens zo hoog zijn als het bedrag dat u vraagt.',
  support: 'Wie in uw buurt uw plan steunt. De regeling vraagt om draagvlak in uw straat, buurt of kern.',
} as const satisfies Record<MissingItem, string>;

type CompletenessFacts = Pick<
  Application,
  'ibanLastFour' | 'activityStartsOn' | 'activityEndsOn' | 'costs' | 'requestedCents' | 'support'
>;

/**
 * What an application lacks to be judged. It is received all the same: only name, address, date and what is
 * asked for are required by law (Awb 4:2); the rest may be completed (Awb 4:5).
 */
export function missingItems(application: CompletenessFacts): MissingItem[] {
  const missing: MissingItem[] = [];
  if (application.ibanLastFour === null) missing.push('iban');
  if (application.activityStartsOn === null || application.activityEndsOn === null)
    missing.push('activity-dates');
  const costs = application.costs.reduce((total, line) => total + line.amountCents, 0);
  if (costs < application.requestedCents) missing.push('costs');
  if (application.support === null) missing.push('support');
  return missing;
}
