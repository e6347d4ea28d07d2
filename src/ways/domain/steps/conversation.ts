import { formatDutchDate } from '../../../kernel/calendar-date.ts';
import { type Data, day, record, tag, text } from '../../../regulations/domain/schema/vocabulary.ts';
import { ordinaryParts, roleNames, story } from '../step-parts.ts';
import type { StepRules } from './step-rules.ts';

export const conversationSchema = record({
  kind: tag('conversation', 'Gesprek over het plan.'),
  ...ordinaryParts,
  with: text('Met wie, na "praat met".', 200),
});

export const conversationForm = record({
  heldOn: day('Dag van het gesprek.'),
  findings: story('Wat er is besproken en afgesproken.'),
});

type Conversation = Data<typeof conversationSchema>;

export const conversationRules: StepRules<Conversation, Data<typeof conversationForm>> = {
  kindName: 'gesprek',
  schema: conversationSchema,
  form: conversationForm,
  sentences: ({ by, with: partner }) => [`De ${roleNames[by]} praat met ${partner} over het plan.`],
  outcomeOf: () => 'none',
  report: ({ heldOn, findings }) => `Gesprek op ${formatDutchDate(heldOn)}. ${findings}`,
};
