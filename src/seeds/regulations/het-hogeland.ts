import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'CVDR632889';

/** Dorpsbudget of gemeente Het Hogeland: EUR 6,567 and EUR 1.68 per inhabitant; what is left stays with the village. */
export const hetHogeland = {
  ...ordinaryParts,
  title: 'Dorpsbudget Het Hogeland 2021',
  year: 2021,
  legalBasis: { name: 'Subsidieregeling dorpsbudgetten Het Hogeland', reference: 'CVDR632889' },
  scope: { kind: 'municipality', spanning: { kind: 'divided', key: 'stated' } },
  applicants: {
    kinds: ['organisation'],
    organisation: {
      legalForms: ['association', 'foundation'],
      kvkNumberRequired: true,
      nonProfit: true,
      collegeMayExempt: true,
    },
  },
  window: {
    kind: 'rolling',
    opensOn: calendarDate('2021-01-01'),
    closesOn: calendarDate('2021-12-31'),
    notRetroactive: 'before-start',
  },
  criteria: [
    { code: 'effect', statement: 'Het plan werkt minstens twee jaar door.', basis: source },
    { code: 'no-overdue-maintenance', statement: 'Het plan is geen achterstallig onderhoud.', basis: source },
    { code: 'not-recurring', statement: 'De kosten keren niet elk jaar terug.', basis: source },
  ],
  amount: { kind: 'fixed', calculation: { kind: 'requested' }, otherFunders: 'ignored' },
  ownShare: {
    kind: 'percentage',
    percentage: 10,
    hours: { rateCents: cents(1_000) },
    inKind: false,
    whenShort: 'reduce',
  },
  ceiling: {
    kind: 'per-inhabitant',
    baseCents: cents(656_700),
    rateCents: cents(168),
    referenceDate: calendarDate('2021-01-01'),
    publishedOn: calendarDate('2020-12-15'),
    publicationReference: 'CVDR632889',
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
      {
        role: 'committee',
        name: 'De wegingscommissie van dorpscoördinatoren en medewerkers',
        perKern: false,
        binding: false,
        termWeeks: 4,
      },
    ],
    conflictOfInterest: 'law',
  },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  remainder: { kind: 'carry-over' },
  execution: { completeWithinMonths: 24, effectYears: 2 },
  publication: { grantsArePublished: true, organisationNames: true, photos: 'none' },
  provenance: provenanceOf(source, {
    decider: ordinaryAssumptions.decider,
    terms: ordinaryAssumptions.terms,
    settlement: ordinaryAssumptions.settlement,
    payment: ordinaryAssumptions.payment,
    deMinimis: ordinaryAssumptions.deMinimis,
    frequency: ordinaryAssumptions.frequency,
    costs: ordinaryAssumptions.costs,
    ownShare: 'een uur telt voor € 10',
    ceiling: 'inwoners worden geteld op 1 januari 2021',
  }),
} as const satisfies RegulationDocument;
