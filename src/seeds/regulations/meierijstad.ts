import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'CVDR652705';

/** Buurtinitiatieven of gemeente Meierijstad: EUR 56,000 for the whole municipality, rolling, help in kind is possible. */
export const meierijstad = {
  ...ordinaryParts,
  title: 'Dorps- en buurtinitiatieven Meierijstad 2021',
  year: 2021,
  legalBasis: { name: 'Subsidieregeling Meierijstad 2021', reference: 'CVDR652705' },
  applicants: { kinds: ['resident', 'collective', 'organisation'] },
  window: { kind: 'rolling', opensOn: calendarDate('2021-01-01'), closesOn: calendarDate('2021-12-31') },
  criteria: [
    {
      code: 'street-quarter-village',
      statement: 'Het idee is goed voor de straat, de buurt, de wijk of het dorp.',
      basis: source,
    },
  ],
  costs: {
    categories: [
      {
        kind: 'conditional',
        code: 'barbecue',
        label: 'barbecue',
        condition: 'de buurt er iets voor terugdoet',
      },
    ],
    uncategorised: 'eligible',
    vat: 'included',
  },
  amount: {
    kind: 'fixed',
    calculation: { kind: 'requested' },
    maximumCents: cents(200_000),
    otherFunders: 'ignored',
    mayBeLower: true,
    inKind: 'materialen en advies, ook in plaats van geld',
  },
  ceiling: {
    kind: 'total-only',
    amountCents: cents(5_600_000),
    publishedOn: calendarDate('2020-12-18'),
    publicationReference: 'CVDR652705',
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
      { role: 'officials', name: 'De buurtadviseur', perKern: false, binding: false },
      {
        role: 'village-body',
        name: 'De wijk- of dorpsraad',
        perKern: true,
        binding: false,
        informedAfterwards: true,
      },
    ],
    conflictOfInterest: 'law',
  },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
    answerTargetWorkingDays: 10,
    contactTargetWorkingDays: 2,
  },
  frequency: {
    kind: 'limited',
    rules: [{ per: 'activity', times: 1, years: 1 }],
    again: { kind: 'when-different' },
  },
  provenance: provenanceOf(source, {
    ...ordinaryAssumptions,
    costs: 'andere kosten dan die van een barbecue tellen mee, met btw',
    frequency: 'dezelfde activiteit krijgt één keer in een jaar een bijdrage',
    advice: 'het advies is niet bindend',
    ceiling: 'het plafond is bekendgemaakt op 18 december 2020',
    distribution: 'bij dezelfde dag beslist het lot',
  }),
} as const satisfies RegulationDocument;
