import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'de voorwaarden van de bijdrage buurtbijeenkomsten van de gemeente Buren';

/** Bijdrage buurtbijeenkomsten of gemeente Buren: half of the cost, at most EUR 100, declared afterwards. */
export const burenNeighbourhoodMeetings = {
  ...ordinaryParts,
  title: 'Bijdrage buurtbijeenkomsten 2021',
  year: 2021,
  legalBasis: { name: 'Subsidieregeling gemeente Buren 2021', reference: 'CVDR652183' },
  applicants: { kinds: ['resident', 'collective', 'organisation'] },
  window: {
    kind: 'rolling',
    opensOn: calendarDate('2021-01-01'),
    closesOn: calendarDate('2021-12-31'),
    leadTime: { count: 2, unit: 'weeks' },
  },
  criteria: [
    {
      code: 'open-to-all',
      statement: 'De bijeenkomst is open voor iedereen in het gebied; geen besloten feest.',
      basis: source,
    },
  ],
  costs: {
    categories: [
      { kind: 'eligible', code: 'sound', label: 'geluid' },
      { kind: 'eligible', code: 'decoration', label: 'versiering' },
      { kind: 'eligible', code: 'games', label: 'spelen' },
      { kind: 'eligible', code: 'prizes', label: 'prijzen' },
      { kind: 'excluded', code: 'food', label: 'eten' },
      { kind: 'excluded', code: 'drink', label: 'drinken' },
      { kind: 'excluded', code: 'crockery', label: 'servies' },
      { kind: 'excluded', code: 'barbecue', label: 'barbecue' },
    ],
    uncategorised: 'judged',
    vat: 'included',
  },
  amount: {
    kind: 'actual-costs',
    calculation: { kind: 'share-of-costs', percentage: 50 },
    maximumCents: cents(10_000),
    otherFunders: 'ignored',
  },
  ceiling: {
    kind: 'total-only',
    amountCents: cents(500_000),
    publishedOn: calendarDate('2020-12-17'),
    publicationReference: 'CVDR652183',
  },
  distribution: {
    kind: 'order-of-completeness',
    tie: 'lot',
    within: 'scheme',
    atCeiling: 'remainder',
    moment: 'as-they-come',
  },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  frequency: {
    kind: 'limited',
    rules: [
      { per: 'activity', times: 1, years: 1 },
      { per: 'area', times: 1, years: 1 },
    ],
    again: { kind: 'not' },
  },
  payment: { kind: 'afterwards', declarationWeeks: 6, evidence: ['bonnen of facturen'] },
  settlement: { fixed: 'on-account', accountWeeks: 6, evidence: ['bonnen of facturen'] },
  provenance: provenanceOf(source, {
    ...ordinaryAssumptions,
    costs: 'of andere kosten meetellen, beoordeelt een medewerker; bedragen zijn met btw',
    frequency: 'een bijdrage is er per activiteit en per gebied één keer in een jaar',
    ceiling: 'het plafond is € 5.000 voor de hele gemeente',
    payment: 'declareren kan tot zes weken na de activiteit',
    settlement: 'de bijdrage staat vast na de declaratie',
  }),
} as const satisfies RegulationDocument;
