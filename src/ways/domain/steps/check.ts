import { sentences } from '../../../regulations/domain/dutch-text.ts';
import { type Data, optional, record, tag, text } from '../../../regulations/domain/schema/vocabulary.ts';
import { judgingParts, outcome, roleNames, story } from '../step-parts.ts';
import type { StepRules } from './step-rules.ts';

export const checkSchema = record({
  kind: tag('check', 'Controle: iemand kijkt de aanvraag na.'),
  ...judgingParts,
  about: optional(text('Waar naar wordt gekeken, na "kijkt naar".', 200)),
});

export const checkForm = record({ outcome, findings: story('Wat er is gevonden.') });

type Check = Data<typeof checkSchema>;

export const checkRules: StepRules<Check, Data<typeof checkForm>> = {
  kindName: 'controle',
  schema: checkSchema,
  form: checkForm,
  sentences: ({ by, about }) => sentences(`De ${roleNames[by]} kijkt naar ${about ?? 'de aanvraag'}.`),
  outcomeOf: ({ outcome: came }) => came,
  report: ({ outcome: came, findings }) =>
    `${came === 'positive' ? 'In orde.' : 'Niet in orde.'} ${findings}`,
};
