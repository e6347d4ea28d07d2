import { formatDutchDate } from '../../../kernel/calendar-date.ts';
import {
  type Data,
  day,
  optional,
  record,
  tag,
  text,
} from '../../../regulations/domain/schema/vocabulary.ts';
import { ordinaryParts, roleNames, story } from '../step-parts.ts';
import type { StepRules } from './step-rules.ts';

export const visitSchema = record({
  kind: tag('visit', 'Bezoek: iemand gaat kijken waar het plan komt.'),
  ...ordinaryParts,
  about: optional(text('Waar bij het bezoek op wordt gelet, na "let op".', 200)),
});

export const visitForm = record({
  visitedOn: day('Dag van het bezoek.'),
  findings: story('Wat er is gezien en besproken.'),
});

type Visit = Data<typeof visitSchema>;

export const visitRules: StepRules<Visit, Data<typeof visitForm>> = {
  kindName: 'bezoek',
  schema: visitSchema,
  form: visitForm,
  sentences: ({ by, about }) => [
    `De ${roleNames[by]} gaat kijken op de plek van het plan${about === undefined ? '' : ` en let op ${about}`}.`,
  ],
  outcomeOf: () => 'none',
  report: ({ visitedOn, findings }) => `Bezocht op ${formatDutchDate(visitedOn)}. ${findings}`,
};
