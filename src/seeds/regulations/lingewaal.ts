import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'lingewaal.nl, kernenbudget';

/** Kernenbudget of the former gemeente Lingewaal: at least ten residents, paid in advance on trust. */
export const lingewaal = {
  ...ordinaryParts,
  title: 'Kernenbudget Lingewaal 2018',
  year: 2018,
  legalBasis: { name: 'Kernenbudget Lingewaal 2015-2018', reference: 'lingewaal.nl' },
  scope: { kind: 'municipality', spanning: { kind: 'not-allowed' } },
  applicants: {
    kinds: ['resident', 'collective', 'organisation', 'company'],
    coApplicants: { minimum: 9, living: 'kern' },
  },
  support: { kind: 'signatures', minimum: 10, from: 'kern' },
  window: { kind: 'rolling', opensOn: calendarDate('2018-01-01'), closesOn: calendarDate('2018-12-31') },
  criteria: [{ code: 'small-and-short', statement: 'Het plan is klein, kort en eenmalig.', basis: source }],
  amount: {
    kind: 'fixed',
    calculation: { kind: 'requested' },
    maximumCents: cents(500_000),
    otherFunders: 'ignored',
  },
  ceiling: {
    kind: 'fixed-per-kern',
    amountCents: cents(1_000_000),
    publishedOn: calendarDate('2017-12-15'),
    publicationReference: 'lingewaal.nl',
  },
  distribution: {
    kind: 'order-of-completeness',
    tie: 'lot',
    within: 'kern',
    atCeiling: 'remainder',
    moment: 'as-they-come',
  },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  payment: { kind: 'at-once' },
  settlement: { fixed: 'on-account', accountWeeks: 8, evidence: ['een kort verslag', 'een foto'] },
  provenance: provenanceOf(source, {
    ...ordinaryAssumptions,
    ceiling: 'het plafond is bekendgemaakt op 15 december 2017',
    distribution: 'het geld gaat op volgorde van de dag waarop een aanvraag compleet is',
    settlement: 'het korte verslag is er binnen acht weken na de activiteit',
    support: 'de tien inwoners tekenen voor hun steun',
  }),
} as const satisfies RegulationDocument;
