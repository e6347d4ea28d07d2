import { calendarDate } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import type { Provenance, RegulationDocument } from '../regulations/domain/regulation-document.ts';

/** As it stands in letters, after "Dit staat in". */
const conditions = 'de voorwaarden van het leefbaarheidsbudget 2019 van de gemeente Buren';
const published: Provenance = { kind: 'published', source: conditions };
const assumed = (reason: string): Provenance => ({ kind: 'assumed', reason });

/**
 * Leefbaarheidsbudget 2019 of gemeente Buren. What was not published is marked as assumed, and letters made
 * under it say so, until the municipality confirms it.
 */
export const buren2019: RegulationDocument = {
  title: 'Leefbaarheidsbudget 2019',
  year: 2019,
  legalBasis: { name: 'Subsidieregeling gemeente Buren 2019', reference: 'CVDR623210' },
  window: { opensOn: calendarDate('2019-01-01'), closesOn: calendarDate('2019-05-31') },
  applicants: { kinds: ['resident', 'organisation', 'company'] },
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
  ceiling: {
    kind: 'fixed-per-kern',
    amountCents: cents(200_000),
    publishedOn: calendarDate('2018-12-20'),
    publicationReference: 'CVDR623210',
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
    promisedAnswerOn: calendarDate('2019-07-01'),
  },
  settlement: { fixed: 'directly', keepProofYears: 5 },
  provenance: {
    legalBasis: published,
    window: assumed('de eerste dag van de aanvraagperiode is 1 januari 2019'),
    applicants: published,
    criteria: published,
    ceiling: assumed('het plafond is bekendgemaakt op 20 december 2018'),
    amount: assumed('de bijdrage is een vast bedrag'),
    distribution: assumed(
      'bij te weinig geld telt de dag waarop een aanvraag compleet is, en krijgt de eerste aanvraag die niet past wat er over is',
    ),
    decider: published,
    terms: assumed('de beslistermijn is acht weken na het sluiten van de aanvraagperiode'),
    settlement: assumed('de bijdrage staat meteen vast'),
  },
};
