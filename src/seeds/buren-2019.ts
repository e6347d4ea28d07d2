import { calendarDate } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { provenanceOf } from './regulations/provenance.ts';

/** As it stands in letters, after "Dit volgt uit". */
const conditions = 'de voorwaarden van het leefbaarheidsbudget 2019 van de gemeente Buren';

/**
 * Leefbaarheidsbudget 2019 of gemeente Buren. What was not published is marked as assumed, and letters made
 * under it say so, until the municipality confirms it.
 */
export const buren2019 = {
  title: 'Leefbaarheidsbudget 2019',
  year: 2019,
  legalBasis: { name: 'Subsidieregeling gemeente Buren 2019', reference: 'CVDR623210' },
  scope: { kind: 'municipality' },
  applicants: { kinds: ['resident', 'organisation', 'company'] },
  support: { kind: 'described', from: 'kern' },
  window: {
    kind: 'rounds',
    rounds: [{ opensOn: calendarDate('2019-01-01'), closesOn: calendarDate('2019-05-31') }],
  },
  criteria: [
    {
      code: 'surroundings',
      statement: 'Het plan heeft een positief effect op de sociale of fysieke leefomgeving.',
      basis: conditions,
    },
    {
      code: 'meeting',
      statement: 'Het plan draagt bij aan ontmoeting en verbinding.',
      basis: conditions,
    },
    {
      code: 'several-residents',
      statement: 'Het plan is bedoeld voor meerdere inwoners.',
      basis: conditions,
    },
    {
      code: 'support',
      statement: 'Er is draagvlak in de straat, de buurt of de kern.',
      basis: conditions,
    },
    {
      code: 'open-to-all',
      statement: 'Alle inwoners van de straat, de buurt of de kern kunnen meedoen.',
      basis: conditions,
    },
    { code: 'not-a-party', statement: 'Het plan is geen feest.', basis: conditions },
  ],
  costs: { categories: [], uncategorised: 'eligible', vat: 'included' },
  amount: { kind: 'fixed', calculation: { kind: 'requested' }, otherFunders: 'ignored' },
  ownShare: { kind: 'none' },
  ceiling: {
    kind: 'fixed-per-kern',
    amountCents: cents(200_000),
    totalCents: cents(3_000_000),
    publishedOn: calendarDate('2018-12-20'),
    publicationReference: 'CVDR623210',
  },
  distribution: {
    kind: 'order-of-completeness',
    tie: 'lot',
    within: 'kern',
    atCeiling: 'remainder',
    moment: 'after-window-closes',
    declinedRemainder: 'next',
  },
  decider: { kind: 'college' },
  advice: { advisers: [], conflictOfInterest: 'law' },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'window-close',
    generalTermsActApplies: true,
    completionWeeks: 2,
    promisedAnswerOn: calendarDate('2019-07-01'),
  },
  frequency: { kind: 'unlimited' },
  payment: { kind: 'at-once' },
  settlement: { fixed: 'directly', keepProofYears: 5 },
  remainder: { kind: 'lapse' },
  execution: {},
  deMinimis: { kind: 'not-applicable' },
  publication: { grantsArePublished: false, organisationNames: false, photos: 'none' },
  provenance: provenanceOf(conditions, {
    window: 'de eerste dag van de aanvraagperiode is 1 januari 2019',
    ceiling: 'het plafond is bekendgemaakt op 20 december 2018',
    amount: 'de bijdrage is een vast bedrag',
    distribution:
      'bij te weinig geld telt de dag waarop een aanvraag compleet is, en krijgt de eerste aanvraag die niet past wat er over is',
    terms: 'de beslistermijn is acht weken na het sluiten van de aanvraagperiode',
    settlement: 'de bijdrage staat meteen vast',
    remainder: 'wat aan het einde van het jaar over is, vervalt',
  }),
} as const satisfies RegulationDocument;
