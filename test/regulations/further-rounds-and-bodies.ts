import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { regulationTemplates } from '../../src/regulations/domain/templates/regulation-templates.ts';

const day = calendarDate;
const published = { publishedOn: day('2026-11-20'), publicationReference: 'gmb-2026-700' };
const small = regulationTemplates['small-per-kern'].document(2027);
const round = regulationTemplates['round-with-comparison'].document(2027);

/** The village meeting votes; who is sixteen has two votes; ideas by theme. */
export const villageMeeting: RegulationDocument = {
  ...round,
  title: 'Dorpsvergadering beslist mee 2027',
  window: {
    kind: 'rounds',
    rounds: [
      { opensOn: day('2027-02-01'), closesOn: day('2027-04-30') },
      { opensOn: day('2027-09-01'), closesOn: day('2027-11-15'), countsForYear: 2028 },
    ],
    activity: { startsFrom: day('2027-06-01') },
  },
  ceiling: {
    kind: 'per-theme',
    themes: [
      { code: 'groen', label: 'groen', amountCents: cents(750_000) },
      { code: 'jeugd', label: 'jeugd', amountCents: cents(500_000) },
    ],
    period: { lastYear: 2028, amountsAre: 'per-year' },
    ...published,
  },
  distribution: {
    kind: 'vote',
    voters: 'inwoners van het dorp die op de vergadering zijn',
    minimumAge: 16,
    place: 'meeting',
    votesPerVoter: 2,
    per: 'theme',
    minimumVotes: 10,
    tie: 'lot',
    within: 'theme',
    atCeiling: 'nothing',
    moment: 'after-window-closes',
  },
  payment: { kind: 'at-once', to: 'village-body' },
  terms: {
    decisionWeeks: 13,
    decisionStartsAt: 'window-close',
    generalTermsActApplies: true,
    completionWeeks: 2,
    extensionWeeks: 4,
  },
};

/** Bodies with an amount of their own that they may save, an account within twelve weeks, binding advice. */
export const entitledBodies: RegulationDocument = {
  ...small,
  title: 'Prioriteitsgelden 2027',
  applicants: {
    kinds: ['organisation'],
    organisation: { kvkNumberRequired: true, collegeMayExempt: true },
    representation: 'with-authorisation',
  },
  window: { kind: 'rolling', opensOn: day('2026-12-01'), closesOn: day('2027-01-31') },
  ceiling: {
    kind: 'per-body-kind',
    bodies: [
      { code: 'dorpsraad', label: 'dorpsraad', amountCents: cents(850_000) },
      { code: 'cooperatie', label: 'coöperatie', amountCents: cents(250_000) },
    ],
    ...published,
  },
  distribution: { kind: 'entitlement', within: 'body-kind', atCeiling: 'remainder', moment: 'as-they-come' },
  amount: { kind: 'actual-costs', calculation: { kind: 'requested' }, otherFunders: 'ignored' },
  advice: {
    advisers: [
      { role: 'committee', name: 'de kernencommissie', perKern: false, binding: true, termWeeks: 3 },
    ],
    conflictOfInterest: 'declared',
  },
  payment: { kind: 'advance', percentage: 80, onRequest: 'when-asked' },
  settlement: {
    fixed: 'by-amount',
    steps: [{ upToCents: cents(250_000), settlement: { fixed: 'ex-officio', withinWeeks: 8 } }],
    above: { fixed: 'on-account', accountWeeks: 12, evidence: ['een jaarrekening'], decisionWeeks: 6 },
  },
  remainder: { kind: 'save', years: 3, fromCents: cents(2_500_000) },
  execution: { startWithinMonths: 6, completeWithinMonths: 36, effectYears: 5 },
};

/** Everybody the same part; half before and half after; a declaration about aid; a fixed sum of one's own. */
export const sameForAll: RegulationDocument = {
  ...round,
  title: 'Cultuur in de kern 2027',
  applicants: { kinds: ['organisation', 'company'], organisation: { kvkNumberRequired: true } },
  costs: { ...round.costs, vat: 'included-when-not-recoverable', minimumCents: cents(100_000) },
  amount: {
    kind: 'actual-costs',
    calculation: { kind: 'share-of-costs', percentage: 40 },
    minimumCents: cents(50_000),
    maximumCents: cents(500_000),
    otherFunders: 'deducted',
    rounding: { to: 'ten-euros', direction: 'up' },
  },
  ownShare: { kind: 'amount', amountCents: cents(25_000), inKind: false, whenShort: 'reduce' },
  distribution: { kind: 'pro-rata', within: 'scheme', atCeiling: 'remainder', moment: 'after-window-closes' },
  payment: {
    kind: 'instalments',
    parts: [
      { percentage: 50, when: 'na de verlening' },
      { percentage: 50, when: 'na de vaststelling' },
    ],
  },
  settlement: {
    fixed: 'on-account',
    accountWeeks: 13,
    evidence: ['een verslag', 'een overzicht van de kosten'],
  },
  deMinimis: { kind: 'declaration', from: 'undertakings' },
};

/** What a committee ranks, in one street, with tracks for small plans and for organisations. */
export const oneStreet: RegulationDocument = {
  ...round,
  title: 'Kerkstraat leeft 2027',
  scope: { kind: 'area', area: 'de Kerkstraat en de zijstraten', kernCodes: ['ingen'] },
  amount: {
    kind: 'fixed',
    calculation: { kind: 'requested' },
    maximumCents: cents(150_000),
    tracks: [
      {
        code: 'klein',
        label: 'kleine plannen',
        when: { kind: 'requested-up-to', amountCents: cents(25_000) },
        calculation: { kind: 'requested' },
        maximumCents: cents(25_000),
      },
      {
        code: 'organisaties',
        label: 'organisaties',
        when: { kind: 'applicant', kinds: ['organisation'] },
        calculation: { kind: 'share-of-costs', percentage: 75 },
        maximumCents: cents(100_000),
      },
    ],
    otherFunders: 'ignored',
    inKind: 'planten van de gemeente',
  },
  distribution: {
    kind: 'committee',
    body: 'De buurtjury',
    tie: 'lot',
    within: 'scheme',
    atCeiling: 'stop',
    moment: 'after-window-closes',
  },
  terms: {
    decisionWeeks: 6,
    decisionStartsAt: 'window-close',
    generalTermsActApplies: false,
    completionWeeks: 1,
    answerTargetWorkingDays: 10,
  },
};

/** Steps by costs, drawn by lot per round, for one year at a time; the law alone says how long a decision takes. */
export const drawn: RegulationDocument = {
  ...round,
  title: 'Geluk in de buurt 2027',
  amount: {
    kind: 'fixed',
    calculation: {
      kind: 'steps-by-costs',
      steps: [
        { fromCents: cents(20_000), amountCents: cents(15_000) },
        { fromCents: cents(75_000), amountCents: cents(50_000) },
        { fromCents: cents(200_000), amountCents: cents(100_000) },
      ],
    },
    otherFunders: 'not-above-costs',
  },
  distribution: {
    kind: 'lottery',
    drawnBy: 'de burgemeester',
    within: 'scheme',
    atCeiling: 'nothing',
    moment: 'after-window-closes',
  },
  terms: {
    decisionWeeks: 8,
    decisionWeeksFrom: 'general-act',
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  frequency: {
    kind: 'limited',
    rules: [{ per: 'area', times: 1, years: 3 }],
    again: { kind: 'when-different' },
    newness: 'new-to-area',
  },
};
