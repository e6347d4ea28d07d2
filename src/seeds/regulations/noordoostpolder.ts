import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'de website van de gemeente Noordoostpolder';

/** Bewonersinitiatieven of gemeente Noordoostpolder: at most EUR 2,000 by reach, paid afterwards on receipts. */
export const noordoostpolder = {
  ...ordinaryParts,
  title: 'Bewonersinitiatieven Noordoostpolder 2023',
  year: 2023,
  legalBasis: { name: 'Algemene subsidieverordening Noordoostpolder', reference: 'website van de gemeente' },
  applicants: { kinds: ['resident', 'collective'] },
  window: { kind: 'rolling', opensOn: calendarDate('2023-01-01'), closesOn: calendarDate('2023-12-31') },
  criteria: [
    {
      code: 'not-commercial',
      statement: 'Het plan is niet commercieel, politiek of religieus.',
      basis: source,
    },
  ],
  costs: {
    categories: [
      { kind: 'excluded', code: 'food', label: 'eten en drinken', reason: 'dat betalen deelnemers zelf' },
    ],
    uncategorised: 'eligible',
    vat: 'included',
  },
  amount: {
    kind: 'actual-costs',
    calculation: {
      kind: 'steps-by-units',
      unit: 'deelnemers',
      steps: [
        { from: 1, amountCents: cents(50_000) },
        { from: 50, amountCents: cents(100_000) },
        { from: 150, amountCents: cents(200_000) },
      ],
    },
    maximumCents: cents(200_000),
    otherFunders: 'ignored',
  },
  ceiling: {
    kind: 'total-only',
    amountCents: cents(2_500_000),
    publishedOn: calendarDate('2022-12-20'),
    publicationReference: 'website van de gemeente',
  },
  distribution: {
    kind: 'order-of-completeness',
    tie: 'lot',
    within: 'scheme',
    atCeiling: 'remainder',
    moment: 'as-they-come',
  },
  advice: {
    advisers: [{ role: 'officials', name: 'De gebiedsbeheerder', perKern: false, binding: false }],
    conflictOfInterest: 'law',
  },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  payment: { kind: 'afterwards', declarationWeeks: 6, evidence: ['originele bonnen'] },
  settlement: { fixed: 'on-account', accountWeeks: 6, evidence: ['originele bonnen'] },
  provenance: provenanceOf(source, {
    decider: ordinaryAssumptions.decider,
    terms: ordinaryAssumptions.terms,
    remainder: ordinaryAssumptions.remainder,
    publication: ordinaryAssumptions.publication,
    deMinimis: ordinaryAssumptions.deMinimis,
    frequency: ordinaryAssumptions.frequency,
    amount: 'de treden naar het aantal deelnemers',
    ceiling: 'het plafond is € 25.000',
    distribution: 'het geld gaat op volgorde van de dag waarop een aanvraag compleet is',
    settlement: 'de bonnen zijn er binnen zes weken',
    payment: 'declareren kan tot zes weken na de activiteit',
  }),
} as const satisfies RegulationDocument;
