import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'de website van de gemeente Veenendaal';

/** Bewonersinitiatieven of gemeente Veenendaal: at most EUR 5,000, and a flat EUR 100 for a barbecue. */
export const veenendaal = {
  ...ordinaryParts,
  title: 'Bewonersinitiatieven Veenendaal 2023',
  year: 2023,
  legalBasis: { name: 'Algemene subsidieverordening Veenendaal', reference: 'website van de gemeente' },
  applicants: { kinds: ['resident', 'collective', 'organisation'] },
  window: { kind: 'rolling', opensOn: calendarDate('2023-01-01'), closesOn: calendarDate('2023-12-31') },
  criteria: [
    {
      code: 'social-activity',
      statement: 'Bij een plan voor de buitenruimte hoort een sociale activiteit.',
      basis: source,
    },
  ],
  amount: {
    kind: 'fixed',
    calculation: { kind: 'requested' },
    maximumCents: cents(500_000),
    tracks: [
      {
        code: 'barbecue',
        label: 'Barbecue',
        when: { kind: 'activity' },
        calculation: { kind: 'flat', amountCents: cents(10_000) },
      },
    ],
    otherFunders: 'ignored',
  },
  ownShare: { kind: 'expected', explanation: 'een flinke eigen inbreng in werk of geld' },
  ceiling: {
    kind: 'total-only',
    amountCents: cents(10_000_000),
    publishedOn: calendarDate('2022-12-15'),
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
    advisers: [{ role: 'officials', name: 'De wijkmanager', perKern: false, binding: false }],
    conflictOfInterest: 'law',
  },
  terms: {
    decisionMonths: 1,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  provenance: provenanceOf(source, {
    decider: ordinaryAssumptions.decider,
    settlement: ordinaryAssumptions.settlement,
    payment: ordinaryAssumptions.payment,
    remainder: ordinaryAssumptions.remainder,
    publication: ordinaryAssumptions.publication,
    deMinimis: ordinaryAssumptions.deMinimis,
    frequency: ordinaryAssumptions.frequency,
    costs: ordinaryAssumptions.costs,
    ceiling: 'het plafond is € 100.000',
    distribution: 'het geld gaat op volgorde van de dag waarop een aanvraag compleet is',
    terms: 'wie iets moet aanvullen, krijgt daarvoor twee weken',
  }),
} as const satisfies RegulationDocument;
