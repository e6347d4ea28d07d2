import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { ordinaryAssumptions, ordinaryParts } from './ordinary-parts.ts';
import { provenanceOf } from './provenance.ts';

const source = 'de burgerbegroting van de gemeente Waalwijk';

/** Burgerbegroting of gemeente Waalwijk: ranked votes per theme; an idea that does not fit is skipped. */
export const waalwijk = {
  ...ordinaryParts,
  title: 'Burgerbegroting Waalwijk 2024',
  year: 2024,
  legalBasis: { name: 'Regeling burgerbegroting Waalwijk', reference: 'website van de gemeente' },
  applicants: { kinds: ['resident', 'collective', 'organisation'] },
  support: { kind: 'likes', minimum: 30, from: 'municipality' },
  window: {
    kind: 'rounds',
    rounds: [
      {
        opensOn: calendarDate('2024-05-01'),
        closesOn: calendarDate('2024-06-30'),
        decideBy: calendarDate('2024-10-31'),
      },
    ],
  },
  criteria: [{ code: 'feasible', statement: 'Het idee is uitvoerbaar.', basis: source }],
  amount: { kind: 'fixed', calculation: { kind: 'requested' }, otherFunders: 'ignored' },
  ceiling: {
    kind: 'per-theme',
    themes: [
      { code: 'green', label: 'groen', amountCents: cents(2_500_000) },
      { code: 'meeting', label: 'ontmoeten', amountCents: cents(2_500_000) },
      { code: 'sports', label: 'sport en spel', amountCents: cents(2_500_000) },
    ],
    publishedOn: calendarDate('2024-04-15'),
    publicationReference: 'website van de gemeente',
  },
  distribution: {
    kind: 'vote',
    voters: 'alle inwoners',
    place: 'both',
    votesPerVoter: 2,
    per: 'theme',
    likesSufficeAt: 30,
    tie: 'lot',
    within: 'theme',
    atCeiling: 'nothing',
    moment: 'after-window-closes',
  },
  terms: {
    decisionWeeks: 18,
    decisionStartsAt: 'window-close',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  publication: {
    grantsArePublished: true,
    organisationNames: true,
    photos: 'with-consent',
    applicationsVisible: true,
  },
  provenance: provenanceOf(source, {
    decider: ordinaryAssumptions.decider,
    settlement: ordinaryAssumptions.settlement,
    payment: ordinaryAssumptions.payment,
    remainder: ordinaryAssumptions.remainder,
    advice: ordinaryAssumptions.advice,
    deMinimis: ordinaryAssumptions.deMinimis,
    frequency: ordinaryAssumptions.frequency,
    costs: ordinaryAssumptions.costs,
    window: 'ideeën indienen kan van 1 mei tot en met 30 juni 2024',
    ceiling: 'drie thema’s van elk € 25.000',
    terms: 'de beslistermijn is achttien weken',
  }),
} as const satisfies RegulationDocument;
