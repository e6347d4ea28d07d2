import type { TSchema } from 'typebox';
import {
  choice,
  code,
  count,
  type Data,
  list,
  record,
  text,
  variants,
} from '../../regulations/domain/schema/vocabulary.ts';
import { adviceSchema } from './steps/advice.ts';
import { checkSchema } from './steps/check.ts';
import { conversationSchema } from './steps/conversation.ts';
import { meetingSchema } from './steps/meeting.ts';
import { proposalSchema } from './steps/proposal.ts';
import { scoringSchema } from './steps/scoring.ts';
import { visitSchema } from './steps/visit.ts';
import { voteSchema } from './steps/vote.ts';

export const wayStarts = ['receipt', 'completeness', 'window-close'] as const;

/** How one or more kernen work towards a decision under one regulation, as data. */
export const waySchema = record({
  title: text('Hoe deze werkwijze heet.', 120),
  regulationCode: code('Code van de regeling.'),
  kernCodes: list(code('Code van een kern.'), 'Voor welke kernen.', { maxItems: 100, uniqueItems: true }),
  startsAt: choice(
    wayStarts,
    'Wanneer de eerste stap begint: bij ontvangst, als de aanvraag compleet is, of als de aanvraagperiode sluit.',
  ),
  decisionDays: count(
    'Hoeveel dagen er na de laatste stap overblijven om te beslissen en de brief te sturen.',
    1,
    365,
  ),
  steps: list(
    variants(
      'kind',
      'Een stap.',
      checkSchema,
      visitSchema,
      conversationSchema,
      adviceSchema,
      meetingSchema,
      voteSchema,
      scoringSchema,
      proposalSchema,
    ),
    'De stappen, in volgorde.',
    { maxItems: 30 },
  ),
});

export type WayDocument = Data<typeof waySchema>;

/** The schema of a way of working as it is published, for programs and editors (JSON Schema 2020-12). */
export function publishedWaySchema(): TSchema {
  const schema = JSON.parse(JSON.stringify(waySchema)) as TSchema;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Werkwijze',
    description: 'Hoe een kern van aanvraag naar besluit werkt: stappen, wie, hoe lang en wat daarna.',
    ...schema,
  };
}
