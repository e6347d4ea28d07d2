import { formatEuros } from '../../../kernel/money.ts';
import type { Contradiction } from '../../../regulations/domain/contradiction.ts';
import { sentences } from '../../../regulations/domain/dutch-text.ts';
import {
  choice,
  code,
  count,
  type Data,
  money,
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
  amountCents: optional(
    money('Hoeveel u voorstelt te geven. Zonder bedrag is dat wat de regeling berekent.'),
  ),
  reason: story('Waarom. Stelt u minder voor dan de regeling berekent, dan komt deze tekst in de brief.'),
  differsFromAdvice: optional(story('Waarom dit afwijkt van een advies, als dat zo is (Awb 3:50).')),
});

type Proposal = Data<typeof proposalSchema>;

/** What somebody proposed in this step. */
export type ProposalFindings = Data<typeof proposalForm>;

function amountWithRefusal({ outcome, amountCents }: ProposalFindings): Contradiction[] {
  if (outcome === 'positive' || amountCents === undefined) return [];
  const detail = 'Bij een voorstel om af te wijzen hoort geen bedrag.';
  const suggestion = 'Laat het bedrag weg, of stel voor om geld te geven.';
  return [{ pointer: '/amountCents', code: 'amount-with-refusal', detail, suggestion }];
}

export const proposalRules: StepRules<Proposal, ProposalFindings> = {
  kindName: 'voorstel',
  schema: proposalSchema,
  form: proposalForm,
  sentences: ({ by }) => [`De ${roleNames[by]} schrijft een voorstel voor het besluit. Een ander beslist.`],
  outcomeOf: ({ outcome }) => outcome,
  report: ({ outcome, amountCents, reason, differsFromAdvice }) =>
    sentences(
      outcome === 'negative' && 'Voorstel: afwijzen.',
      outcome === 'positive' &&
        (amountCents === undefined
          ? 'Voorstel: toekennen.'
          : `Voorstel: ${formatEuros(amountCents)} toekennen.`),
      reason,
      differsFromAdvice !== undefined && `Afwijking van het advies: ${differsFromAdvice}`,
    ).join(' '),
  contradictions: amountWithRefusal,
};
