import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'CVDR719939';

/** Fonds of gemeente Pekela: a round with comparison, for bodies and for collectives of four residents. */
export const pekela = {
  ...ordinaryParts,
  title: 'Bewonersinitiatieven Pekela 2024',
  year: 2024,
  legalBasis: { name: 'Verordening van de raad van Pekela 2024', reference: 'CVDR719939, gmb-2024-218563' },
  applicants: {
    kinds: ['collective', 'organisation'],
    collective: { minimumMembers: 4, living: 'municipality' },
    organisation: { legalForms: ['association', 'foundation'], kvkNumberRequired: true },
  },
  window: {
    kind: 'rounds',
    rounds: [{ opensOn: calendarDate('2024-10-15'), closesOn: calendarDate('2024-12-15') }],
  },
  criteria: [{ code: 'innovative', statement: 'Het initiatief is vernieuwend.', basis: source }],
  amount: {
    kind: 'fixed',
    calculation: { kind: 'requested' },
    maximumCents: cents(1_000_000),
    otherFunders: 'ignored',
  },
  ceiling: {
    kind: 'total-only',
    amountCents: cents(12_250_000),
    publishedOn: calendarDate('2024-05-21'),
    publicationReference: 'gmb-2024-218563',
  },
  distribution: {
    kind: 'tender',
    criteria: [
      { code: 'innovation', label: 'Hoe vernieuwend het initiatief is', maximumPoints: 10 },
      { code: 'reach', label: 'Hoeveel inwoners er iets aan hebben', maximumPoints: 10 },
    ],
    scoredBy: 'officials',
    tie: 'lot',
    within: 'scheme',
    atCeiling: 'remainder',
    moment: 'after-window-closes',
  },
  decider: { kind: 'college' },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'window-close',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  deMinimis: { kind: 'declaration', from: 'everybody' },
  provenance: provenanceOf(source, {
    payment: ordinaryAssumptions.payment,
    settlement: ordinaryAssumptions.settlement,
    remainder: ordinaryAssumptions.remainder,
    advice: ordinaryAssumptions.advice,
    publication: ordinaryAssumptions.publication,
    costs: ordinaryAssumptions.costs,
    distribution: 'de punten per criterium',
  }),
} as const satisfies RegulationDocument;
