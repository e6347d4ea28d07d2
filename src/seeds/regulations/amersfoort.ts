import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'de buurtbudgetten Liendert en Kruiskamp van de gemeente Amersfoort';

/** Buurtbudget of two quarters of Amersfoort: reimbursement with an advance of at most half. */
export const amersfoort = {
  ...ordinaryParts,
  title: 'Buurtbudget Liendert en Kruiskamp 2023',
  year: 2023,
  legalBasis: { name: 'Buurtbudget Amersfoort', reference: 'websites van de buurten' },
  scope: { kind: 'kernen', kernCodes: ['liendert', 'kruiskamp'], spanning: { kind: 'not-allowed' } },
  applicants: { kinds: ['resident', 'collective'] },
  window: {
    kind: 'rolling',
    opensOn: calendarDate('2023-01-01'),
    closesOn: calendarDate('2023-12-31'),
    leadTime: { count: 2, unit: 'months' },
  },
  criteria: [{ code: 'good-for-quarter', statement: 'De activiteit is goed voor de buurt.', basis: source }],
  costs: {
    categories: [
      { kind: 'excluded', code: 'food', label: 'eten' },
      { kind: 'excluded', code: 'alcohol', label: 'alcohol' },
    ],
    uncategorised: 'eligible',
    vat: 'included',
  },
  amount: { kind: 'actual-costs', calculation: { kind: 'requested' }, otherFunders: 'deducted' },
  ownShare: { kind: 'expected', explanation: 'meebetalen door bewoners of anderen' },
  ceiling: {
    kind: 'listed-per-kern',
    kernen: [
      { kernCode: 'liendert', amountCents: cents(1_500_000) },
      { kernCode: 'kruiskamp', amountCents: cents(1_000_000) },
    ],
    publishedOn: calendarDate('2022-12-15'),
    publicationReference: 'websites van de buurten',
  },
  distribution: {
    kind: 'order-of-completeness',
    tie: 'lot',
    within: 'kern',
    atCeiling: 'remainder',
    moment: 'as-they-come',
  },
  advice: {
    advisers: [
      { role: 'village-body', name: 'Het bewonersplatform', perKern: true, binding: false, termWeeks: 3 },
    ],
    conflictOfInterest: 'law',
  },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  payment: {
    kind: 'advance',
    percentage: 50,
    onRequest: 'when-asked',
    to: 'applicant-or-third-party',
  },
  settlement: {
    fixed: 'on-account',
    accountWeeks: 4,
    evidence: ['foto’s', 'een verslag', 'een declaratie met originele bonnen'],
  },
  publication: { grantsArePublished: false, organisationNames: false, photos: 'with-consent' },
  provenance: provenanceOf(source, {
    decider: ordinaryAssumptions.decider,
    terms: ordinaryAssumptions.terms,
    remainder: ordinaryAssumptions.remainder,
    deMinimis: ordinaryAssumptions.deMinimis,
    frequency: ordinaryAssumptions.frequency,
    ceiling: 'de bedragen per buurt',
    distribution: 'het geld gaat op volgorde van de dag waarop een aanvraag compleet is',
  }),
} as const satisfies RegulationDocument;
