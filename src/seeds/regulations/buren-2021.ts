import { calendarDate } from '../../kernel/calendar-date.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { buren2019 } from '../buren-2019.ts';
import { provenanceOf } from './provenance.ts';

const source = 'de voorwaarden van het leefbaarheidsbudget 2021 van de gemeente Buren';

/** Leefbaarheidsbudget 2021 of gemeente Buren: until 30 June, and the idea must be new for the street, neighbourhood or kern. */
export const buren2021 = {
  ...buren2019,
  title: 'Leefbaarheidsbudget 2021',
  year: 2021,
  legalBasis: { name: 'Subsidieregeling gemeente Buren 2021', reference: 'CVDR652183' },
  window: {
    kind: 'rounds',
    rounds: [{ opensOn: calendarDate('2021-01-01'), closesOn: calendarDate('2021-06-30') }],
  },
  criteria: [
    ...buren2019.criteria.map((criterion) => ({ ...criterion, basis: source })),
    {
      code: 'new-and-unique',
      statement: 'Het idee is nieuw en uniek voor de straat, de buurt of de kern.',
      basis: source,
    },
  ],
  ceiling: {
    ...buren2019.ceiling,
    publishedOn: calendarDate('2020-12-17'),
    publicationReference: 'CVDR652183',
  },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'window-close',
    generalTermsActApplies: true,
    completionWeeks: 2,
  },
  frequency: {
    kind: 'limited',
    rules: [
      { per: 'applicant', times: 1, years: 20 },
      { per: 'area', times: 1, years: 20 },
    ],
    again: { kind: 'when-different' },
  },
  provenance: provenanceOf(source, {
    window: 'de eerste dag van de aanvraagperiode is 1 januari 2021',
    ceiling: 'het plafond is bekendgemaakt op 17 december 2020',
    amount: 'de bijdrage is een vast bedrag',
    distribution: 'bij te weinig geld telt de dag waarop een aanvraag compleet is',
    terms: 'de beslistermijn is acht weken na het sluiten van de aanvraagperiode',
    settlement: 'de bijdrage staat meteen vast',
    remainder: 'wat aan het einde van het jaar over is, vervalt',
  }),
} satisfies RegulationDocument;
