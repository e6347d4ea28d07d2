import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { calculationFor, countsByUnits, needsEstimate } from '../../regulations/domain/grantable-amount.ts';
import { requiredAttachments } from '../../regulations/domain/required-attachments.ts';
import type { Application } from './application.ts';

export type MissingItem =
  | 'iban'
  | 'activity-dates'
  | 'costs'
  | 'support'
  | 'units'
  | 'theme'
  | 'body-kind'
  | 'quotes'
  | 'support-list';

/** What an applicant reads about an item that is lacking: what, and why we need it. */
export const missingItemTexts = {
  iban: 'Uw rekeningnummer (IBAN). Zonder rekeningnummer kunnen wij niet betalen.',
  'activity-dates': 'De datum waarop uw plan begint en klaar is. Zo weten wij of u op tijd hebt aangevraagd.',
  costs:
    'Een overzicht van de kosten. De bedragen moeten samen minstens zo hoog zijn als het bedrag dat u vraagt.',
  support: 'Wie in uw buurt uw plan steunt. De regeling vraagt om draagvlak in uw straat, buurt of kern.',
  units: 'Het aantal waarmee wij de bijdrage berekenen, zoals deelnemers of huishoudens.',
  theme: 'Het thema van uw plan. Elk thema heeft een eigen budget.',
  quotes: 'De offertes die de regeling als bijlage vraagt. Zo zien wij of de kosten kloppen.',
  'support-list': 'De lijst met handtekeningen of de steunbrieven, als bijlage. De regeling vraagt daarom.',
  'body-kind': 'Wat voor organisatie u bent. Daarvan hangt het bedrag af.',
} as const satisfies Record<MissingItem, string>;

type CompletenessFacts = Pick<
  Application,
  | 'applicant'
  | 'ibanLastFour'
  | 'activityStartsOn'
  | 'activityEndsOn'
  | 'costs'
  | 'requestedCents'
  | 'support'
  | 'particulars'
  | 'spanned'
  | 'attachmentCounts'
>;

/** Whether the applicant told anything of the support that the regulation asks for, in words or as a number. */
function tellsOfSupport({ support, particulars = {} }: CompletenessFacts): boolean {
  const { supporters, supportLetters, likes, meetingHeld } = particulars;
  return [support ?? undefined, supporters, supportLetters, likes, meetingHeld].some(
    (told) => told !== undefined,
  );
}

/** What the regulation asks of every applicant and this one left out. */
function missingByRegulation(application: CompletenessFacts, document: RegulationDocument): MissingItem[] {
  const { applicant, costs, particulars = {}, spanned } = application;
  const { requestedCents } = spanned ?? application;
  const missing: MissingItem[] = [];
  const facts = { ...particulars, requestedCents, applicantKind: applicant.kind };
  const estimated = costs.reduce((total, line) => total + line.amountCents, 0);
  if (needsEstimate(document, facts) && estimated < requestedCents) missing.push('costs');
  if (document.support.kind !== 'none' && !tellsOfSupport(application)) missing.push('support');
  if (countsByUnits(calculationFor(document.amount, facts)) && particulars.units === undefined) {
    missing.push('units');
  }
  const { kind } = document.ceiling;
  if (kind === 'per-theme' && particulars.themeCode === undefined) missing.push('theme');
  if (kind === 'per-body-kind' && particulars.bodyKindCode === undefined) missing.push('body-kind');
  return [...missing, ...missingAttachments(application, document)];
}

/** The kinds of attachments of which the regulation asks more than there are. */
function missingAttachments(
  { attachmentCounts, requestedCents }: CompletenessFacts,
  document: RegulationDocument,
): MissingItem[] {
  const required = requiredAttachments(document, requestedCents);
  const lacks = (kind: 'quote' | 'support-list') => (attachmentCounts[kind] ?? 0) < (required[kind] ?? 0);
  return [
    ...(lacks('quote') ? (['quotes'] as const) : []),
    ...(lacks('support-list') ? (['support-list'] as const) : []),
  ];
}

/**
 * What an application lacks to be judged under its regulation. It is received all the same: only name, address,
 * date and what is asked for are required by law (Awb 4:2); the rest may be completed (Awb 4:5).
 */
export function missingItems(application: CompletenessFacts, document: RegulationDocument): MissingItem[] {
  const missing: MissingItem[] = [];
  if (application.ibanLastFour === null) missing.push('iban');
  if (application.activityStartsOn === null || application.activityEndsOn === null)
    missing.push('activity-dates');
  return [...missing, ...missingByRegulation(application, document)];
}
