import { sentences } from '../../../regulations/domain/dutch-text.ts';
import {
  choice,
  code,
  count,
  type Data,
  optional,
  record,
  tag,
  text,
} from '../../../regulations/domain/schema/vocabulary.ts';
import { lateSchema, ordinaryParts, roleNames, story } from '../step-parts.ts';
import type { StepRules } from './step-rules.ts';

/** The end of every way of working: somebody lays the case before who decides. Nothing comes after it. */
export const proposalSchema = record({
  kind: tag('proposal', 'Voorstel aan wie beslist; hier eindigt de werkwijze.'),
  code: code('Korte naam van de stap.'),
  title: text('Hoe de stap heet.', 80),
  by: ordinaryParts.by,
  termDays: count('Hoeveel dagen de stap mag duren.', 1, 365),
  whenLate: lateSchema,
});

export const proposalForm = record({
  outcome: choice(['positive', 'negative'], 'Voorstel om geld te geven, of om af te wijzen.'),
  reason: story('Waarom.'),
  differsFromAdvice: optional(story('Waarom dit afwijkt van een advies, als dat zo is (Awb 3:50).')),
});

type Proposal = Data<typeof proposalSchema>;

export const proposalRules: StepRules<Proposal, Data<typeof proposalForm>> = {
  kindName: 'voorstel',
  schema: proposalSchema,
  form: proposalForm,
  sentences: ({ by }) => [`De ${roleNames[by]} schrijft een voorstel voor het besluit. Een ander beslist.`],
  outcomeOf: ({ outcome }) => outcome,
  report: ({ outcome, reason, differsFromAdvice }) =>
    sentences(
      outcome === 'positive' ? 'Voorstel: toekennen.' : 'Voorstel: afwijzen.',
      reason,
      differsFromAdvice !== undefined && `Afwijking van het advies: ${differsFromAdvice}`,
    ).join(' '),
};
