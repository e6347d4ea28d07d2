import { calendarDate } from '../../kernel/calendar-date.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { buren2019 } from '../buren-2019.ts';
import { provenanceOf } from './provenance.ts';

const source = 'de voorwaarden van het leefbaarheidsbudget 2020 van de gemeente Buren';

/** Leefbaarheidsbudget 2020 of gemeente Buren: as 2019; 31 May was Whit Sunday, so that the window closed on 2 June. */
export const buren2020 = {
  ...buren2019,
  title: 'Leefbaarheidsbudget 2020',
  year: 2020,
  window: {
    kind: 'rounds',
    rounds: [{ opensOn: calendarDate('2020-01-01'), closesOn: calendarDate('2020-05-31') }],
  },
  criteria: buren2019.criteria.map((criterion) => ({ ...criterion, basis: source })),
  ceiling: { ...buren2019.ceiling, publishedOn: calendarDate('2019-12-19') },
  terms: { ...buren2019.terms, promisedAnswerOn: calendarDate('2020-07-01') },
  provenance: provenanceOf(source, {
    window: 'de eerste dag van de aanvraagperiode is 1 januari 2020',
    ceiling: 'het plafond is bekendgemaakt op 19 december 2019',
    amount: 'de bijdrage is een vast bedrag',
    distribution: 'bij te weinig geld telt de dag waarop een aanvraag compleet is',
    terms: 'de beslistermijn is acht weken na het sluiten van de aanvraagperiode',
    settlement: 'de bijdrage staat meteen vast',
    remainder: 'wat aan het einde van het jaar over is, vervalt',
  }),
} satisfies RegulationDocument;
