import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { regulationTemplates } from '../../src/regulations/domain/templates/regulation-templates.ts';

const day = calendarDate;
const published = { publishedOn: day('2025-12-15'), publicationReference: 'gmb-2025-500' };
const small = regulationTemplates['small-per-kern'].document(2026);

/** A fixed amount for every body of a kind, which may save for a larger plan. */
export const bodies: RegulationDocument = {
  ...small,
  title: 'Regeling dorps- en wijkraden 2026',
  applicants: {
    kinds: ['organisation'],
    organisation: { legalForms: ['association', 'foundation'], kvkNumberRequired: true, nonProfit: true },
  },
  support: { kind: 'none' },
  window: { kind: 'rounds', rounds: [{ opensOn: day('2026-01-01'), closesOn: day('2026-02-01') }] },
  costs: { categories: [], uncategorised: 'eligible', vat: 'included' },
  amount: { kind: 'fixed', calculation: { kind: 'requested' }, otherFunders: 'ignored' },
  ceiling: {
    kind: 'per-body-kind',
    bodies: [
      { code: 'village', label: 'dorpsraden', amountCents: cents(850_000) },
      { code: 'district', label: 'wijkraden', amountCents: cents(500_000) },
    ],
    totalCents: cents(9_000_000),
    ...published,
  },
  distribution: {
    kind: 'entitlement',
    within: 'body-kind',
    atCeiling: 'remainder',
    moment: 'after-window-closes',
  },
  decider: { kind: 'council', hardshipClause: true },
  payment: {
    kind: 'instalments',
    parts: [
      { percentage: 60, when: 'in maart' },
      { percentage: 40, when: 'in september' },
    ],
  },
  settlement: { fixed: 'on-account', accountWeeks: 9, evidence: ['een jaarverslag', 'een jaarrekening'] },
  remainder: { kind: 'save', years: 3, fromCents: cents(2_500_000) },
  frequency: { kind: 'unlimited' },
};

/** A total of which every kern first gets the same and the rest goes by inhabitants; the lot decides. */
export const lottery: RegulationDocument = {
  ...small,
  title: 'Geveltuinen 2026',
  scope: { kind: 'kernen', kernCodes: ['ingen', 'zoelen', 'maurik'] },
  applicants: { kinds: ['resident', 'company'] },
  support: { kind: 'none' },
  window: {
    kind: 'rounds',
    rounds: [
      { opensOn: day('2026-02-01'), closesOn: day('2026-02-28') },
      { opensOn: day('2026-09-01'), closesOn: day('2026-09-30') },
    ],
  },
  amount: {
    kind: 'fixed',
    calculation: { kind: 'per-unit', unit: 'meters gevel', amountCents: cents(4_500), maximumUnits: 8 },
    maximumCents: cents(30_000),
    otherFunders: 'not-allowed',
  },
  ceiling: {
    kind: 'total-divided',
    amountCents: cents(1_000_000),
    baseCents: cents(100_000),
    key: 'inhabitants',
    referenceDate: day('2026-01-01'),
    ...published,
  },
  distribution: {
    kind: 'lottery',
    drawnBy: 'de notaris',
    within: 'kern',
    atCeiling: 'nothing',
    moment: 'after-window-closes',
    waitingListUntilWeeks: 12,
  },
  frequency: { kind: 'limited', rules: [{ per: 'address', times: 1, years: 5 }], again: { kind: 'not' } },
  remainder: {
    kind: 'redistribute',
    from: day('2026-11-01'),
    condition: 'een kern meer aanvragen heeft dan geld',
    by: 'equal-split',
  },
  deMinimis: { kind: 'declaration', from: 'undertakings' },
};

/** A plan for several kernen at once, on the binding advice of a village meeting, paid to a third party. */
export const acrossBorders: RegulationDocument = {
  ...small,
  title: 'Samen over de kerngrens 2026',
  scope: { kind: 'municipality', spanning: { kind: 'divided', key: 'stated' } },
  applicants: {
    kinds: ['collective', 'organisation', 'non-resident'],
    collective: { minimumMembers: 5, living: 'municipality' },
    nonResidentsOnlyForLocalBenefit: true,
    representation: 'with-authorisation',
    minimumAge: 16,
  },
  support: { kind: 'meeting', from: 'kern' },
  amount: {
    kind: 'actual-costs',
    calculation: { kind: 'share-of-costs', percentage: 80 },
    maximumCents: cents(500_000),
    otherFunders: 'deducted',
    mayBeLower: true,
  },
  ceiling: {
    kind: 'size-class',
    classes: [
      { upToInhabitants: 1_000, baseCents: cents(300_000) },
      { upToInhabitants: 3_000, baseCents: cents(450_000) },
      { baseCents: cents(600_000) },
    ],
    rateCents: cents(50),
    referenceDate: day('2026-01-01'),
    totalCents: cents(5_000_000),
    ...published,
  },
  advice: {
    advisers: [
      { role: 'residents-meeting', name: 'De dorpsvergadering', perKern: true, binding: true, termWeeks: 3 },
    ],
    conflictOfInterest: 'register',
  },
  payment: { kind: 'advance', percentage: 50, onRequest: 'when-asked', to: 'third-party-on-invoice' },
  settlement: { fixed: 'ex-officio', withinWeeks: 13, samplePercentage: 10 },
};
