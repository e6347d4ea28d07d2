import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'de dorpsorganisatie van Valthermond, 2021';

/** Dorpsbudget of Valthermond (gemeente Borger-Odoorn): a first round, then rolling for what remains. */
export const valthermond = {
  ...ordinaryParts,
  title: 'Dorpsbudget Valthermond 2021',
  year: 2021,
  legalBasis: { name: 'Regeling dorpsbudgetten Borger-Odoorn', reference: 'website van het dorp' },
  applicants: { kinds: ['resident', 'collective', 'organisation'] },
  window: {
    kind: 'first-round-then-rolling',
    opensOn: calendarDate('2021-01-01'),
    firstRoundClosesOn: calendarDate('2021-02-28'),
    decideBy: calendarDate('2021-03-31'),
    closesOn: calendarDate('2021-12-31'),
  },
  criteria: [
    { code: 'no-structural-costs', statement: 'Het plan heeft geen terugkerende kosten.', basis: source },
    { code: 'not-competing', statement: 'Het plan concurreert niet met ondernemers.', basis: source },
  ],
  amount: { kind: 'fixed', calculation: { kind: 'requested' }, otherFunders: 'ignored' },
  ownShare: { kind: 'expected', explanation: 'meehelpen of meebetalen' },
  ceiling: {
    kind: 'fixed-per-kern',
    amountCents: cents(1_500_000),
    publishedOn: calendarDate('2020-12-15'),
    publicationReference: 'website van het dorp',
  },
  distribution: {
    kind: 'committee',
    body: 'De dorpsorganisatie',
    tie: 'lot',
    within: 'kern',
    atCeiling: 'remainder',
    moment: 'after-window-closes',
  },
  advice: {
    advisers: [
      { role: 'village-body', name: 'De dorpsorganisatie', perKern: true, binding: false, termWeeks: 3 },
    ],
    conflictOfInterest: 'law',
  },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: false,
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
    ceiling: 'het dorpsbudget is € 15.000',
  }),
} as const satisfies RegulationDocument;
