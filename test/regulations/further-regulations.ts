import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { drawn, entitledBodies, oneStreet, sameForAll, villageMeeting } from './further-rounds-and-bodies.ts';
import { regulationTemplates } from '../../src/regulations/domain/templates/regulation-templates.ts';

const day = calendarDate;
const year = 2027;
const published = { publishedOn: day('2026-11-20'), publicationReference: 'gmb-2026-700' };
const small = regulationTemplates['small-per-kern'].document(year);
const round = regulationTemplates['round-with-comparison'].document(year);
const reimbursed = regulationTemplates.reimbursement.document(year);

/** A sum for three years by the size of the kern, a little of it for feasts, plans over borders by inhabitants. */
const threeYears: RegulationDocument = {
  ...small,
  title: 'Dorpenbudget 2027-2029',
  scope: { kind: 'municipality', spanning: { kind: 'divided', key: 'inhabitants' } },
  applicants: { kinds: ['collective'], collective: { minimumMembers: 5, living: 'kern' }, minimumAge: 16 },
  support: { kind: 'likes', minimum: 50, from: 'kern', noWeightyObjections: true },
  window: { kind: 'rolling', opensOn: day('2027-01-01'), closesOn: day('2029-10-31') },
  ceiling: {
    kind: 'size-class',
    classes: [
      { upToInhabitants: 500, baseCents: cents(400_000) },
      { upToInhabitants: 1_500, baseCents: cents(700_000) },
      { baseCents: cents(1_000_000) },
    ],
    rateCents: cents(125),
    referenceDate: day('2026-01-01'),
    period: { lastYear: 2029, amountsAre: 'for-all-years' },
    shares: [{ code: 'feest', label: 'dorpsfeesten', amountCents: cents(50_000) }],
    rounding: { to: 'euro', direction: 'nearest' },
    ...published,
  },
  remainder: { kind: 'save', years: 3, fromCents: cents(500_000) },
};

/** The smaller of three fifths and EUR 2,500: limits on food and hire, no VAT, a fifth of one's own, a sample. */
const shareAndMost: RegulationDocument = {
  ...reimbursed,
  title: 'Buurtfonds 2027',
  applicants: {
    kinds: ['resident', 'organisation'],
    coApplicants: { minimum: 4, living: 'neighbourhood' },
    organisation: { legalForms: ['association', 'foundation'], kvkNumberRequired: true, nonProfit: true },
  },
  costs: {
    categories: [
      {
        kind: 'eligible',
        code: 'food',
        label: 'eten en drinken',
        limit: { maximumPerUnit: { unit: 'deelnemers', amountCents: cents(500) } },
      },
      { kind: 'eligible', code: 'hire', label: 'huur', limit: { maximumCents: cents(100_000) } },
      { kind: 'eligible', code: 'tools', label: 'gereedschap', limit: { coveredPercentage: 25 } },
      { kind: 'excluded', code: 'alcohol', label: 'alcohol' },
    ],
    uncategorised: 'eligible',
    vat: 'excluded',
    madeBeforeApplication: 'excluded',
  },
  amount: {
    kind: 'actual-costs',
    calculation: { kind: 'share-of-costs', percentage: 60 },
    maximumCents: cents(250_000),
    otherFunders: 'not-above-costs',
  },
  ownShare: {
    kind: 'percentage',
    percentage: 20,
    hours: { rateCents: cents(1_500), maximumPercentage: 50 },
    inKind: true,
    whenShort: 'refuse',
  },
  payment: {
    kind: 'afterwards',
    declarationWeeks: 6,
    evidence: ['bonnen', 'foto’s'],
    to: 'applicant-or-third-party',
    withinWeeks: 4,
  },
  settlement: { fixed: 'ex-officio', withinWeeks: 13, samplePercentage: 10 },
};

/** A round with points for what is new, then rolling for what remains; anew every year; from October for the next. */
const roundThenRolling: RegulationDocument = {
  ...round,
  title: 'Kernenfonds 2027-2030',
  window: {
    kind: 'first-round-then-rolling',
    opensOn: day('2027-01-11'),
    firstRoundClosesOn: day('2027-02-28'),
    decideBy: day('2027-05-05'),
    closesOn: day('2030-12-31'),
    leadTime: { count: 6, unit: 'weeks' },
    cutOver: { from: day('2027-10-01'), countsForYear: 2028 },
  },
  ceiling: {
    kind: 'total-divided',
    amountCents: cents(12_000_000),
    baseCents: cents(300_000),
    key: 'inhabitants',
    referenceDate: day('2026-01-01'),
    period: { lastYear: 2030, amountsAre: 'per-year' },
    rounding: { to: 'hundred-euros', direction: 'down' },
    ...published,
  },
  amount: {
    kind: 'fixed',
    calculation: {
      kind: 'brackets',
      brackets: [{ upToCents: cents(200_000), percentage: 100 }, { percentage: 50 }],
    },
    maximumCents: cents(750_000),
    otherFunders: 'deducted',
  },
  distribution: { ...round.distribution, within: 'kern', moment: 'as-they-come' },
  terms: {
    decisionMonths: 2,
    decisionStartsAt: 'window-close',
    generalTermsActApplies: true,
    completionDays: 10,
  },
};

/** Steps by households, smaller the second time, once per address in two calendar years, paid afterwards. */
const streetFeast: RegulationDocument = {
  ...reimbursed,
  title: 'Straatfeestpotje 2027',
  window: {
    kind: 'rolling',
    opensOn: day('2027-01-01'),
    closesOn: day('2027-12-01'),
    leadTime: { count: 10, unit: 'days' },
    notEarlier: { count: 6, unit: 'months' },
  },
  amount: {
    kind: 'fixed',
    calculation: {
      kind: 'steps-by-units',
      unit: 'huishoudens',
      steps: [
        { from: 8, amountCents: cents(10_000) },
        { from: 20, amountCents: cents(20_000) },
        { from: 50, amountCents: cents(35_000) },
      ],
    },
    otherFunders: 'ignored',
  },
  costs: { categories: [], uncategorised: 'eligible', vat: 'included' },
  ownShare: { kind: 'none' },
  frequency: {
    kind: 'limited',
    rules: [{ per: 'address', times: 1, years: 2, counting: 'calendar-years' }],
    again: { kind: 'smaller', percentage: 50 },
  },
};

/** Amounts by list, and what is left goes to who lacks from September on, if the council agrees. */
const redistributed: RegulationDocument = {
  ...small,
  title: 'Leefbaarheid in zes dorpen 2027',
  scope: { kind: 'kernen', kernCodes: ['ingen', 'zoelen', 'asch'], spanning: { kind: 'not-allowed' } },
  applicants: {
    kinds: ['resident', 'non-resident'],
    nonResidentsOnlyForLocalBenefit: true,
    notFor: ['politieke partijen'],
  },
  amount: {
    kind: 'fixed',
    calculation: { kind: 'requested' },
    minimumCents: cents(25_000),
    maximumCents: cents(300_000),
    otherFunders: 'not-allowed',
  },
  ceiling: {
    kind: 'listed-per-kern',
    kernen: [
      { kernCode: 'ingen', amountCents: cents(500_000) },
      { kernCode: 'zoelen', amountCents: cents(400_000) },
      { kernCode: 'asch', amountCents: cents(200_000) },
    ],
    totalCents: cents(1_000_000),
    ...published,
  },
  distribution: {
    kind: 'order-of-completeness',
    tie: 'equal-split',
    within: 'kern',
    atCeiling: 'remainder',
    moment: 'as-they-come',
    waitingListUntilWeeks: 26,
  },
  remainder: {
    kind: 'redistribute',
    from: day('2027-09-01'),
    condition: 'in die kern geen aanvraag meer wacht',
    by: 'order-of-completeness',
  },
};

/** Regulations such as other municipalities have, in combinations that the seeded ones do not show. */
export const furtherRegulations = {
  'three-years': threeYears,
  'share-and-most': shareAndMost,
  'round-then-rolling': roundThenRolling,
  'street-feast': streetFeast,
  redistributed,
  'village-meeting': villageMeeting,
  'entitled-bodies': entitledBodies,
  'same-for-all': sameForAll,
  'one-street': oneStreet,
  drawn,
} as const satisfies Record<string, RegulationDocument>;
