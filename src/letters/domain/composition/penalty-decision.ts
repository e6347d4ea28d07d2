import { cents, formatEuros } from '../../../kernel/money.ts';
import type { PenaltyDecisionFacts, PenaltyOutcome } from '../facts-on-time.ts';
import { decisionSignature, frameLetter, whoDecided } from '../letter-frame.ts';
import type { LetterModel, LetterSection } from '../letter-model.ts';
import { accountSentence } from '../bank-account.ts';
import { objectionClause } from '../objection-clause.ts';
import { day, list, paragraph, rich, sentence, strong, strongDateOf } from '../rich-text.ts';
import { amountTable } from './amount-table.ts';

const act = 'de Algemene wet bestuursrecht';

type Due = Extract<PenaltyOutcome, { kind: 'due' }>;

function reasons(facts: PenaltyDecisionFacts): LetterSection {
  const { outcome, decisionAnnouncedOn } = facts;
  const events = [
    rich`Wij moesten uiterlijk op ${day(facts.dueOn)} beslissen.`,
    rich`Op ${day(facts.noticeReceivedOn)} kregen wij uw brief waarin u vraagt om alsnog te beslissen. De wet noemt dat een ingebrekestelling.`,
    decisionAnnouncedOn === null
      ? rich`Op de dag van deze brief is er nog geen besluit over uw aanvraag.`
      : rich`Op ${day(decisionAnnouncedOn)} hebben wij ons besluit verzonden.`,
  ];
  const conclusion =
    outcome.kind === 'due'
      ? paragraph`Na uw brief hadden wij nog twee weken. Vanaf ${day(outcome.firstDay)} krijgt u voor elke dag dat wij te laat waren een bedrag, voor hoogstens 42 dagen (artikel 4:17 van ${act}).`
      : paragraph`${sentence(outcome.because)} Dit staat in ${outcome.article}.`;
  const heading = outcome.kind === 'due' ? 'Waarom krijgt u dit bedrag?' : 'Waarom krijgt u geen bedrag?';
  return { name: 'reasons', heading, blocks: [list(events), conclusion] };
}

/** The days at each rate as a table that adds up (Awb 4:17(2)). */
function computation({ steps, amountCents }: Due): LetterSection {
  const rows = steps.map(({ days, perDayCents }) => ({
    label: `${days} ${days === 1 ? 'dag' : 'dagen'} van ${formatEuros(perDayCents)}`,
    amountCents: cents(days * perDayCents),
  }));
  return {
    name: 'computation',
    heading: 'Hoe hebben wij het bedrag berekend?',
    blocks: [amountTable(rows, { label: 'U krijgt', amountCents })],
  };
}

function payment(due: Due): LetterSection {
  return {
    name: 'payment',
    heading: 'Wanneer krijgt u het geld?',
    blocks: [paragraph`Wij betalen uiterlijk op ${strongDateOf('lastPaymentDay')}. ${accountSentence(due)}`],
  };
}

/**
 * Besluit over de dwangsom: how much is due because a decision came late, or why nothing is (Awb 4:17, 4:18).
 * @throws an assertion when the days at their rates do not add up to the amount.
 */
export function composePenaltyDecision(facts: PenaltyDecisionFacts): LetterModel {
  const { outcome } = facts;
  const message =
    outcome.kind === 'due'
      ? `U krijgt ${formatEuros(outcome.amountCents)}, omdat wij te laat waren met ons besluit.`
      : 'U krijgt geen bedrag voor een te laat besluit.';
  return frameLetter('penalty-decision', facts, {
    title: 'Besluit over de dwangsom',
    subject: 'Besluit over een bedrag omdat wij te laat waren',
    signature: decisionSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`${strong(message)} De wet noemt zo’n bedrag een dwangsom.`,
          paragraph`Het gaat om uw aanvraag van ${day(facts.receivedOn)} voor ${facts.schemeName}: ‘${facts.applicationTitle}’. Over de aanvraag zelf krijgt u een eigen brief.`,
        ],
      },
      reasons(facts),
      ...(outcome.kind === 'due' ? [computation(outcome), payment(outcome)] : []),
      {
        name: 'legal-basis',
        heading: 'Op welke regels is dit besluit gebaseerd?',
        blocks: [
          paragraph`Dit besluit is gebaseerd op de artikelen 4:17 en 4:18 van ${act}. ${whoDecided(facts.decidedBy, facts.sender.collegeName)}`,
        ],
      },
      objectionClause(facts),
    ],
  });
}
