import { sentences } from '../../../regulations/domain/dutch-text.ts';
import { choice, type Data, optional, record, tag } from '../../../regulations/domain/schema/vocabulary.ts';
import { bindingSentence, bodyParts, roleNames, story } from '../step-parts.ts';
import type { StepRules } from './step-rules.ts';

export const adviceSchema = record({
  kind: tag('advice', 'Advies van een orgaan van de kern (Awb 3:5).'),
  ...bodyParts,
});

/** An advice is reasoned, and who did not agree is heard too (Awb 3:7, 3:9). */
export const adviceForm = record({
  outcome: choice(['positive', 'negative', 'none'], 'Gunstig, ongunstig, of zonder oordeel.'),
  reason: story('Waarom het orgaan dit adviseert.'),
  dissent: optional(story('Wat leden vinden die het er niet mee eens zijn.')),
});

type Advice = Data<typeof adviceSchema>;

const outcomes = {
  positive: 'Gunstig advies.',
  negative: 'Ongunstig advies.',
  none: 'Geen oordeel.',
} as const;

export const adviceRules: StepRules<Advice, Data<typeof adviceForm>> = {
  kindName: 'advies',
  schema: adviceSchema,
  form: adviceForm,
  sentences: ({ by, body, binding }, bodyName) => [
    `Advies geeft: ${bodyName(body)}. De ${roleNames[by]} vraagt erom.`,
    bindingSentence(binding),
  ],
  outcomeOf: ({ outcome }) => outcome,
  report: ({ outcome, reason, dissent }) =>
    sentences(
      outcomes[outcome],
      reason,
      dissent !== undefined && `Wie het er niet mee eens was: ${dissent}`,
    ).join(' '),
};
