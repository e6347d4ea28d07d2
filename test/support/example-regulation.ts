import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { provenanceOf } from '../../src/seeds/regulations/provenance.ts';

/** A small regulation of nobody in particular: EUR 2,000 per kern, order of complete days, remainder to the last. */
export const exampleRegulation = {
  title: 'Voorbeeldregeling 2019',
  year: 2019,
  legalBasis: { name: 'Voorbeeldverordening', reference: 'VB-1' },
  scope: { kind: 'municipality' },
  applicants: { kinds: ['resident', 'organisation'] },
  support: { kind: 'none' },
  window: {
    kind: 'rounds',
    rounds: [{ opensOn: calendarDate('2019-01-01'), closesOn: calendarDate('2019-05-31') }],
  },
  criteria: [
    { code: 'meeting', statement: 'Het plan draagt bij aan ontmoeting.', basis: 'artikel 2' },
    { code: 'not-a-party', statement: 'Het plan is geen feest.', basis: 'artikel 3' },
  ],
  costs: { categories: [], uncategorised: 'eligible', vat: 'included' },
  amount: { kind: 'fixed', calculation: { kind: 'requested' }, otherFunders: 'ignored' },
  ownShare: { kind: 'none' },
  ceiling: {
    kind: 'fixed-per-kern',
    amountCents: cents(200_000),
    publishedOn: calendarDate('2018-12-01'),
    publicationReference: 'gmb-voorbeeld',
  },
  distribution: {
    kind: 'order-of-completeness',
    tie: 'lot',
    atCeiling: 'remainder',
    moment: 'after-window-closes',
  },
  decider: { kind: 'college' },
  advice: { advisers: [], conflictOfInterest: 'law' },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'window-close',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  frequency: { kind: 'unlimited' },
  payment: { kind: 'at-once' },
  settlement: { fixed: 'directly', keepProofYears: 5 },
  remainder: { kind: 'lapse' },
  execution: {},
  deMinimis: { kind: 'not-applicable' },
  publication: { grantsArePublished: false, organisationNames: false, photos: 'none' },
  provenance: provenanceOf('voorbeeld', {}),
} as const satisfies RegulationDocument;
