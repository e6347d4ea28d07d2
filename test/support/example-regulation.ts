import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type { Provenance, RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';

const published: Provenance = { kind: 'published', source: 'voorbeeld' };

/** A small regulation of nobody in particular: EUR 2,000 per kern, order of complete days, remainder to the last. */
export const exampleRegulation: RegulationDocument = {
  title: 'Voorbeeldregeling 2019',
  year: 2019,
  legalBasis: { name: 'Voorbeeldverordening', reference: 'VB-1' },
  window: { opensOn: calendarDate('2019-01-01'), closesOn: calendarDate('2019-05-31') },
  applicants: { kinds: ['resident', 'organisation'] },
  criteria: [
    { code: 'meeting', statement: 'Het plan draagt bij aan ontmoeting.', basis: 'artikel 2' },
    { code: 'not-a-party', statement: 'Het plan is geen feest.', basis: 'artikel 3' },
  ],
  ceiling: {
    kind: 'fixed-per-kern',
    amountCents: cents(200_000),
    publishedOn: calendarDate('2018-12-01'),
    publicationReference: 'gmb-voorbeeld',
  },
  amount: { kind: 'fixed', maximumCents: null },
  distribution: {
    order: 'day-of-completeness',
    tie: 'lot',
    atCeiling: 'remainder',
    moment: 'after-window-closes',
  },
  decider: { kind: 'college' },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'window-close',
    generalTermsActApplies: true,
    completionWeeks: 2,
    promisedAnswerOn: null,
  },
  settlement: { fixed: 'directly', keepProofYears: 5 },
  provenance: {
    legalBasis: published,
    window: published,
    applicants: published,
    criteria: published,
    ceiling: published,
    amount: published,
    distribution: published,
    decider: published,
    terms: published,
    settlement: published,
  },
};
