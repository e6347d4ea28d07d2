import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'de website van de gemeente Heumen';

/** Vonkje and Initiatief of gemeente Heumen: two tracks, eight weeks beforehand, an answer within thirteen weeks. */
export const heumen = {
  ...ordinaryParts,
  title: 'Vonkje en Initiatief Heumen 2022',
  year: 2022,
  legalBasis: { name: 'Subsidieregeling burgerinitiatieven Heumen', reference: 'website van de gemeente' },
  applicants: { kinds: ['resident', 'collective', 'organisation'] },
  window: {
    kind: 'rolling',
    opensOn: calendarDate('2022-01-01'),
    closesOn: calendarDate('2022-12-31'),
    leadTime: { count: 8, unit: 'weeks' },
    notRetroactive: 'before-start',
  },
  criteria: [
    { code: 'meeting', statement: 'Het plan brengt inwoners bij elkaar.', basis: source },
    { code: 'several-residents', statement: 'Het plan is voor meer inwoners.', basis: source },
  ],
  amount: {
    kind: 'fixed',
    calculation: { kind: 'requested' },
    tracks: [
      {
        code: 'vonkje',
        label: 'Vonkje',
        when: { kind: 'requested-up-to', amountCents: cents(50_000) },
        calculation: { kind: 'requested' },
        maximumCents: cents(50_000),
      },
    ],
    otherFunders: 'ignored',
  },
  ceiling: {
    kind: 'total-only',
    amountCents: cents(3_000_000),
    publishedOn: calendarDate('2021-12-15'),
    publicationReference: 'website van de gemeente',
  },
  distribution: {
    kind: 'order-of-completeness',
    tie: 'lot',
    within: 'scheme',
    atCeiling: 'remainder',
    moment: 'as-they-come',
  },
  terms: {
    decisionWeeks: 13,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  execution: { completeWithinMonths: 12 },
  provenance: provenanceOf(source, {
    decider: ordinaryAssumptions.decider,
    settlement: ordinaryAssumptions.settlement,
    payment: ordinaryAssumptions.payment,
    remainder: ordinaryAssumptions.remainder,
    advice: ordinaryAssumptions.advice,
    publication: ordinaryAssumptions.publication,
    deMinimis: ordinaryAssumptions.deMinimis,
    frequency: ordinaryAssumptions.frequency,
    costs: ordinaryAssumptions.costs,
    ceiling: 'het plafond is € 30.000',
  }),
} as const satisfies RegulationDocument;
