import Type from 'typebox';
import { counted } from '../../regulations/domain/dutch-text.ts';
import {
  choice,
  code,
  count,
  type Data,
  flag,
  list,
  optional,
  record,
  tag,
  text,
  variants,
} from '../../regulations/domain/schema/vocabulary.ts';
import { conditionSchema } from './conditions.ts';

export const stepRoles = ['kernregisseur', 'assessor', 'registrar'] as const;

/** Who does a step, or sees to it that a body does. */
export type StepRole = (typeof stepRoles)[number];

export const roleNames = {
  kernregisseur: 'kernregisseur',
  assessor: 'beoordelaar',
  registrar: 'registrator',
} as const satisfies Record<StepRole, string>;

const role = (description: string) => choice(stepRoles, description);

/** What follows when the term of a step passes. */
export const lateSchema = variants(
  'kind',
  'Wat er gebeurt als de termijn voorbij is.',
  record({ kind: tag('continue', 'De behandeling gaat door zonder deze stap.') }),
  record({
    kind: tag('hand-over', 'Een ander neemt de stap over.'),
    to: role('Wie de stap overneemt.'),
  }),
  record({ kind: tag('wait', 'De stap blijft liggen bij wie haar doet.') }),
);

export type Late = Data<typeof lateSchema>;

/** What every step has. */
export const ordinaryParts = {
  code: code('Korte naam van de stap.'),
  title: text('Hoe de stap heet.', 80),
  by: role('Wie de stap doet, of zorgt dat zij gebeurt en de uitkomst vastlegt.'),
  termDays: count('Hoeveel dagen de stap mag duren.', 1, 365),
  whenLate: lateSchema,
  when: optional(list(conditionSchema, 'Alleen als dit allemaal geldt.', { maxItems: 10 })),
  then: optional(code('Welke stap hierna komt; zonder dit de volgende in de lijst.')),
};

/** What a step has of which something can come that is against the plan. */
export const judgingParts = {
  ...ordinaryParts,
  ifNegative: optional(code('Welke stap komt na een negatieve uitkomst; zonder dit dezelfde.')),
};

/** What a step has that a body of the kern does. */
export const bodyParts = {
  ...judgingParts,
  body: code('Code van het orgaan van de kern.'),
  binding: flag('Of de uitkomst bindend is; dat kan alleen als de regeling het zegt.'),
};

/** A text of several lines that somebody writes about a step. */
export function story(description: string) {
  return Type.String({ minLength: 1, maxLength: 4000, description });
}

export const outcome = choice(['positive', 'negative'], 'De uitkomst: voor of tegen het plan.');

/** How long a step may take, and what follows then, as a sentence. */
export function termSentence(termDays: number, whenLate: Late): string {
  const term = `Daarvoor ${termDays === 1 ? 'is' : 'zijn'} ${counted(termDays, 'dag', 'dagen')}.`;
  switch (whenLate.kind) {
    case 'continue':
      return `${term} Is de termijn voorbij, dan gaan wij verder zonder deze stap.`;
    case 'hand-over':
      return `${term} Is de termijn voorbij, dan neemt de ${roleNames[whenLate.to]} de stap over.`;
    case 'wait':
      return `${term} Is de termijn voorbij, dan wachten wij op deze stap.`;
  }
}

export function bindingSentence(binding: boolean): string {
  return binding ? 'De uitkomst is bindend.' : 'De uitkomst is een advies: het college beslist.';
}
