import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { regulationTemplates } from '../../src/regulations/domain/templates/regulation-templates.ts';
import { acrossBorders, bodies, lottery } from './made-up-for-bodies-and-lots.ts';

const day = calendarDate;
const published = { publishedOn: day('2025-12-15'), publicationReference: 'gmb-2025-500' };
const small = regulationTemplates['small-per-kern'].document(2026);
const round = regulationTemplates['round-with-comparison'].document(2026);
const reimbursed = regulationTemplates.reimbursement.document(2026);

/** Money per inhabitant for three years, steps by the size of the audience, a first round and then what remains. */
const villageFund: RegulationDocument = {
  ...small,
  title: 'Dorpenfonds 2026-2028',
  window: {
    kind: 'first-round-then-rolling',
    opensOn: day('2026-01-15'),
    firstRoundClosesOn: day('2026-03-31'),
    decideBy: day('2026-05-15'),
    closesOn: day('2026-11-01'),
    notRetroactive: 'before-start',
  },
  amount: {
    kind: 'fixed',
    calculation: {
      kind: 'steps-by-units',
      unit: 'bezoekers',
      steps: [
        { from: 25, amountCents: cents(25_000) },
        { from: 100, amountCents: cents(75_000) },
        { from: 500, amountCents: cents(200_000) },
      ],
    },
    maximumCents: cents(150_000),
    otherFunders: 'not-above-costs',
  },
  ownShare: {
    kind: 'percentage',
    percentage: 25,
    hours: { rateCents: cents(1_500), maximumHours: 100, maximumPercentage: 50 },
    inKind: true,
    whenShort: 'refuse',
  },
  ceiling: {
    kind: 'per-inhabitant',
    baseCents: cents(100_000),
    rateCents: cents(150),
    referenceDate: day('2026-01-01'),
    minimumCents: cents(150_000),
    maximumCents: cents(500_000),
    period: { lastYear: 2028, amountsAre: 'per-year' },
    rounding: { to: 'hundred-euros', direction: 'up' },
    ...published,
  },
  frequency: {
    kind: 'limited',
    rules: [
      {
        per: 'applicant',
        times: 2,
        years: 1,
        counting: 'calendar-years',
        maximumCents: cents(200_000),
      },
    ],
    again: { kind: 'not' },
  },
  decider: { kind: 'mandate', mandatedTo: 'De gebiedsregisseur', upToCents: cents(100_000) },
  settlement: {
    fixed: 'by-amount',
    steps: [
      {
        upToCents: cents(50_000),
        settlement: { fixed: 'directly', keepProofYears: 3, samplePercentage: 5 },
      },
    ],
    above: { fixed: 'on-account', accountWeeks: 13, evidence: ['een verslag'], decisionWeeks: 6 },
  },
  remainder: { kind: 'carry-over', years: 2, maximumCents: cents(300_000) },
};

/** Themes with a part for young people, and inhabitants who vote. */
const votedThemes: RegulationDocument = {
  ...round,
  title: 'Buurt aan zet 2026',
  support: {
    kind: 'combined',
    need: 'any',
    of: [
      { kind: 'likes', minimum: 40, from: 'neighbourhood' },
      { kind: 'signatures', minimum: 15, from: 'street' },
    ],
  },
  amount: {
    kind: 'actual-costs',
    calculation: { kind: 'requested' },
    minimumCents: cents(25_000),
    maximumCents: cents(400_000),
    tracks: [
      {
        code: 'small',
        label: 'kleine plannen',
        when: { kind: 'requested-up-to', amountCents: cents(50_000) },
        calculation: { kind: 'flat', amountCents: cents(40_000) },
      },
    ],
    otherFunders: 'ignored',
    inKind: 'hulp van de buitendienst',
  },
  ceiling: {
    kind: 'per-theme',
    themes: [
      { code: 'green', label: 'groen', amountCents: cents(1_000_000) },
      { code: 'meeting', label: 'ontmoeten', amountCents: cents(1_500_000) },
    ],
    shares: [{ code: 'youth', label: 'plannen van jongeren', percentage: 30 }],
    ...published,
  },
  distribution: {
    kind: 'vote',
    voters: 'inwoners van de wijk',
    minimumAge: 12,
    place: 'both',
    votesPerVoter: 3,
    per: 'theme',
    minimumVotes: 25,
    likesSufficeAt: 40,
    tie: 'lot',
    within: 'theme',
    atCeiling: 'nothing',
    moment: 'after-window-closes',
  },
};

/** Brackets of the costs, food by the head, no VAT, and never more than the costs with the money of others. */
const greenVillage: RegulationDocument = {
  ...reimbursed,
  title: 'Duurzaam dorp 2026',
  support: {
    kind: 'combined',
    need: 'all',
    of: [
      { kind: 'letters', minimum: 2, from: 'kern' },
      { kind: 'meeting', from: 'kern' },
    ],
    noWeightyObjections: true,
  },
  window: {
    kind: 'rolling',
    opensOn: day('2026-01-01'),
    leadTime: { count: 8, unit: 'weeks' },
    notEarlier: { count: 12, unit: 'months' },
    cutOver: { from: day('2026-11-01'), countsForYear: 2027 },
  },
  costs: {
    categories: [
      {
        kind: 'eligible',
        code: 'food',
        label: 'eten en drinken',
        limit: { maximumPerUnit: { unit: 'deelnemers', amountCents: cents(500) }, maximumPercentage: 20 },
      },
      { kind: 'flat', code: 'insurance', label: 'verzekering', amountCents: cents(7_500) },
      { kind: 'excluded', code: 'wages', label: 'loon' },
    ],
    uncategorised: 'eligible',
    vat: 'excluded',
    minimumCents: cents(50_000),
  },
  amount: {
    kind: 'actual-costs',
    calculation: {
      kind: 'brackets',
      brackets: [{ upToCents: cents(100_000), percentage: 75 }, { percentage: 40 }],
    },
    minimumCents: cents(20_000),
    maximumCents: cents(250_000),
    tracks: [
      {
        code: 'edge',
        label: 'de kleine kernen',
        when: { kind: 'kernen', kernCodes: ['asch', 'erichem'] },
        calculation: { kind: 'share-of-costs', percentage: 90 },
        maximumCents: cents(200_000),
      },
    ],
    otherFunders: 'not-above-costs',
    rounding: { to: 'ten-euros', direction: 'nearest' },
  },
  ownShare: { kind: 'amount', amountCents: cents(10_000), inKind: false, whenShort: 'reduce' },
  frequency: {
    kind: 'limited',
    rules: [{ per: 'activity', times: 1, years: 3 }],
    again: { kind: 'smaller', percentage: 60 },
    newness: 'new-to-area',
  },
};

/** Regulations that no municipality has, each an odd combination, to try whether anything can be expressed. */
export const madeUpRegulations = {
  'village-fund': villageFund,
  'voted-themes': votedThemes,
  bodies,
  'green-village': greenVillage,
  lottery,
  'across-borders': acrossBorders,
} as const satisfies Record<string, RegulationDocument>;
