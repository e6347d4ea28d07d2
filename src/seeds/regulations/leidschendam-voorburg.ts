import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'CVDR425708';

/** Vlietwensen of gemeente Leidschendam-Voorburg: one amount for three years, and a residents’ committee whose advice binds. */
export const leidschendamVoorburg = {
  ...ordinaryParts,
  title: 'Vlietwensen 2016-2018',
  year: 2016,
  legalBasis: { name: 'Subsidieregeling Vlietwensen', reference: 'CVDR425708' },
  applicants: {
    kinds: ['resident', 'non-resident', 'collective', 'organisation', 'company'],
    nonResidentsOnlyForLocalBenefit: true,
  },
  window: { kind: 'rolling', opensOn: calendarDate('2016-06-01'), closesOn: calendarDate('2018-12-31') },
  criteria: [
    { code: 'local-benefit', statement: 'De wens is goed voor de inwoners van de gemeente.', basis: source },
    { code: 'no-defibrillator', statement: 'De wens is geen AED en geen cadeau.', basis: source },
  ],
  costs: {
    categories: [
      {
        kind: 'conditional',
        code: 'food',
        label: 'eten en drinken',
        condition: 'er een bijzondere reden voor is',
      },
    ],
    uncategorised: 'eligible',
    vat: 'included',
  },
  amount: { kind: 'fixed', calculation: { kind: 'requested' }, otherFunders: 'ignored' },
  ownShare: { kind: 'expected', explanation: 'eigen geld of werk, dat niet verplicht is' },
  ceiling: {
    kind: 'total-only',
    amountCents: cents(27_000_000),
    period: { lastYear: 2018, amountsAre: 'for-all-years' },
    publishedOn: calendarDate('2016-05-20'),
    publicationReference: 'CVDR425708',
  },
  distribution: {
    kind: 'order-of-completeness',
    tie: 'lot',
    within: 'scheme',
    atCeiling: 'remainder',
    moment: 'as-they-come',
  },
  advice: {
    advisers: [
      {
        role: 'committee',
        name: 'De bewonerscommissie, benoemd door het college',
        perKern: false,
        binding: true,
        termWeeks: 4,
      },
    ],
    conflictOfInterest: 'declared',
  },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  frequency: {
    kind: 'limited',
    rules: [{ per: 'activity', times: 1, years: 3 }],
    again: { kind: 'when-different' },
  },
  provenance: provenanceOf(source, {
    decider: ordinaryAssumptions.decider,
    settlement: ordinaryAssumptions.settlement,
    payment: ordinaryAssumptions.payment,
    remainder: ordinaryAssumptions.remainder,
    publication: ordinaryAssumptions.publication,
    deMinimis: ordinaryAssumptions.deMinimis,
    distribution: 'het geld gaat op volgorde van de dag waarop een wens compleet is',
    window: 'een wens indienen kan vanaf 1 juni 2016',
  }),
} as const satisfies RegulationDocument;
