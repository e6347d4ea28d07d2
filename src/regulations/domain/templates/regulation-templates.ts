import { calendarDate } from '../../../kernel/calendar-date.ts';
import { cents } from '../../../kernel/money.ts';
import { groupNames, type RegulationDocument } from '../regulation-document.ts';

const reason = 'komt uit het sjabloon en is nog niet bevestigd';

const provenance = Object.fromEntries(
  groupNames.map((group) => [group, { kind: 'assumed', reason }]),
) as RegulationDocument['provenance'];

const on = (year: number, day: string) => calendarDate(`${year}-${day}`);

/** What the templates have in common; each of them says everything all the same. */
function ordinary(year: number): Omit<RegulationDocument, 'title' | 'ceiling' | 'distribution' | 'window'> {
  return {
    year,
    legalBasis: { name: 'Algemene subsidieverordening', reference: 'vul het CVDR-nummer in' },
    scope: { kind: 'municipality', spanning: { kind: 'divided', key: 'equal' } },
    applicants: { kinds: ['resident', 'collective', 'organisation'], representation: 'with-authorisation' },
    support: { kind: 'described', from: 'kern' },
    criteria: [
      {
        code: 'livability',
        statement: 'Het plan maakt de kern leefbaarder of brengt inwoners bij elkaar.',
        basis: 'artikel 2 van de regeling',
      },
      {
        code: 'open-to-all',
        statement: 'Alle inwoners van de straat, de buurt of de kern kunnen meedoen.',
        basis: 'artikel 2 van de regeling',
      },
    ],
    costs: { categories: [], uncategorised: 'eligible', vat: 'included-when-not-recoverable' },
    amount: {
      kind: 'fixed',
      calculation: { kind: 'requested' },
      maximumCents: cents(100_000),
      otherFunders: 'deducted',
    },
    ownShare: { kind: 'none' },
    decider: { kind: 'college' },
    advice: { advisers: [], conflictOfInterest: 'law' },
    terms: {
      decisionWeeks: 8,
      decisionStartsAt: 'receipt',
      generalTermsActApplies: true,
      completionWeeks: 2,
    },
    frequency: {
      kind: 'limited',
      rules: [{ per: 'activity', times: 1, years: 1 }],
      again: { kind: 'when-different' },
    },
    payment: { kind: 'at-once' },
    settlement: { fixed: 'directly', keepProofYears: 5 },
    remainder: { kind: 'lapse' },
    execution: { completeWithinMonths: 12 },
    deMinimis: { kind: 'not-applicable' },
    publication: { grantsArePublished: true, organisationNames: true, photos: 'with-consent' },
    provenance,
  };
}

function publication(
  year: number,
): Pick<RegulationDocument['ceiling'], 'publishedOn' | 'publicationReference'> {
  return {
    publishedOn: on(year - 1, '12-15'),
    publicationReference: 'vul het nummer van het gemeenteblad in',
  };
}

function smallPerKern(year: number): RegulationDocument {
  return {
    ...ordinary(year),
    title: `Leefbaarheidsbudget ${year}`,
    window: { kind: 'rolling', opensOn: on(year, '01-01'), closesOn: on(year, '12-31') },
    ceiling: { kind: 'fixed-per-kern', amountCents: cents(200_000), ...publication(year) },
    distribution: {
      kind: 'order-of-completeness',
      tie: 'lot',
      within: 'kern',
      atCeiling: 'remainder',
      moment: 'as-they-come',
      declinedRemainder: 'next',
    },
  };
}

function roundWithComparison(year: number): RegulationDocument {
  const base = ordinary(year);
  return {
    ...base,
    title: `Initiatievenronde ${year}`,
    window: {
      kind: 'rounds',
      rounds: [{ opensOn: on(year, '03-01'), closesOn: on(year, '04-30'), decideBy: on(year, '07-01') }],
      notRetroactive: 'before-decision',
    },
    amount: { ...base.amount, maximumCents: cents(1_000_000) },
    ceiling: { kind: 'total-only', amountCents: cents(10_000_000), ...publication(year) },
    distribution: {
      kind: 'tender',
      criteria: [
        { code: 'reach', label: 'Hoeveel inwoners er iets aan hebben', maximumPoints: 10 },
        { code: 'innovation', label: 'Hoe nieuw het plan is', maximumPoints: 10 },
        { code: 'lasting', label: 'Hoe lang het plan werkt', maximumPoints: 10 },
      ],
      thresholdPoints: 15,
      scoredBy: 'committee',
      assessors: 3,
      tie: 'lot',
      within: 'scheme',
      atCeiling: 'remainder',
      moment: 'after-window-closes',
    },
    advice: {
      advisers: [
        { role: 'committee', name: 'De adviescommissie', perKern: false, binding: false, termWeeks: 4 },
      ],
      conflictOfInterest: 'declared',
    },
    terms: { ...base.terms, decisionStartsAt: 'window-close' },
    payment: { kind: 'advance', percentage: 80, onRequest: 'always' },
    settlement: {
      fixed: 'on-account',
      accountWeeks: 13,
      evidence: ['een kort verslag met foto’s', 'een overzicht van de kosten'],
      decisionWeeks: 8,
    },
    deMinimis: { kind: 'declaration', from: 'undertakings' },
  };
}

function reimbursement(year: number): RegulationDocument {
  const base = ordinary(year);
  return {
    ...base,
    title: `Bijdrage buurtactiviteiten ${year}`,
    window: {
      kind: 'rolling',
      opensOn: on(year, '01-01'),
      closesOn: on(year, '12-31'),
      leadTime: { count: 2, unit: 'weeks' },
    },
    costs: {
      categories: [
        { kind: 'eligible', code: 'materials', label: 'materiaal en huur' },
        { kind: 'excluded', code: 'food', label: 'eten en drinken' },
      ],
      uncategorised: 'judged',
      vat: 'included-when-not-recoverable',
    },
    amount: {
      kind: 'actual-costs',
      calculation: { kind: 'share-of-costs', percentage: 50 },
      maximumCents: cents(25_000),
      otherFunders: 'deducted',
    },
    ceiling: { kind: 'total-only', amountCents: cents(2_500_000), ...publication(year) },
    distribution: {
      kind: 'order-of-completeness',
      tie: 'lot',
      within: 'scheme',
      atCeiling: 'remainder',
      moment: 'as-they-come',
    },
    decider: { kind: 'mandate', mandatedTo: 'De kernregisseur' },
    payment: {
      kind: 'afterwards',
      declarationWeeks: 4,
      evidence: ['bonnen of facturen', 'een foto van de activiteit'],
    },
    settlement: {
      fixed: 'on-account',
      accountWeeks: 4,
      evidence: ['bonnen of facturen', 'een foto van de activiteit'],
    },
  };
}

/** Regulations to begin with, for a year. Every part is assumed until somebody says where it was published. */
export const regulationTemplates = {
  'small-per-kern': {
    title: 'Klein bedrag per kern',
    description: 'Doorlopend, een vast plafond per kern, op volgorde van binnenkomst, meteen vastgesteld.',
    document: smallPerKern,
  },
  'round-with-comparison': {
    title: 'Ronde met vergelijking',
    description: 'Een ronde, punten door een commissie, een voorschot en een verantwoording achteraf.',
    document: roundWithComparison,
  },
  reimbursement: {
    title: 'Vergoeding achteraf',
    description: 'De helft van de kosten tot een maximum, betaald op bonnen.',
    document: reimbursement,
  },
} as const satisfies Record<
  string,
  { title: string; description: string; document: (year: number) => RegulationDocument }
>;

export type TemplateCode = keyof typeof regulationTemplates;

export const templateCodes = Object.keys(regulationTemplates) as TemplateCode[];
