import { type Cents, formatEuros, sumCents, zeroCents } from '../../kernel/money.ts';
import { counted } from '../../regulations/domain/dutch-text.ts';
import type { Abstention } from './abstention.ts';
import { addedCents, deviates, proposedCents } from './deviation.ts';
import type { Deviation } from './proposed-otherwise.ts';
import type { DecisionKind, Proposal } from './proposal-facts.ts';
import { isNotFollowed, standingOf } from './step-proposal.ts';

/** A line as far as the text is about it. */
export interface TextLine {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly kernName: string;
  readonly proposal: Proposal;
  readonly deviation: Deviation | null;
}

/** What the text is about. Nothing in it says who applied. */
export interface TextFacts {
  readonly title: string;
  readonly subject: 'applications' | 'waiting-list';
  /** What the preparer says before it; null for nothing. */
  readonly introduction: string | null;
  readonly lines: readonly TextLine[];
  readonly abstentions: readonly Abstention[];
}

const outcomes = {
  grant: 'te verlenen',
  'partial-grant': 'deels te verlenen',
  refusal: 'af te wijzen',
  'left-untreated': 'buiten behandeling te laten',
} as const satisfies Record<DecisionKind, string>;

const kindOf = ({ proposal, deviation }: TextLine): DecisionKind => deviation?.kind ?? proposal.kind;

const amountOf = ({ proposal, deviation }: TextLine): Cents =>
  addedCents(proposal, proposedCents({ proposal, deviation }));

function kernText(kernName: string, lines: readonly TextLine[]): string {
  const perOutcome = (Object.keys(outcomes) as DecisionKind[]).flatMap((kind) => {
    const count = lines.filter((line) => kindOf(line) === kind).length;
    return count === 0 ? [] : [`${count} ${outcomes[kind]}`];
  });
  const total = sumCents(lines.map(amountOf));
  return `${kernName}: ${perOutcome.join(', ')}; samen ${formatEuros(total)}.`;
}

function numbersOf(lines: readonly TextLine[]): string {
  return lines.map(({ applicationNumber }) => applicationNumber).join(', ');
}

/** What the college is asked to decide, as Dutch text: per kern how many of what, and the money. */
export function proposalText({ title, subject, introduction, lines, abstentions }: TextFacts): string {
  const kernNames = [...new Set(lines.map(({ kernName }) => kernName))];
  const deviating = lines.filter(deviates);
  const notFollowed = lines.filter((line) => isNotFollowed(standingOf(line)));
  const asked =
    subject === 'applications'
      ? `Het college wordt gevraagd te besluiten over ${counted(lines.length, 'aanvraag', 'aanvragen')} volgens de regeling ${title}:`
      : `Er is geld vrijgekomen. Het college wordt gevraagd ${counted(lines.length, 'besluit', 'besluiten')} volgens de regeling ${title} in het voordeel van de aanvrager te wijzigen:`;
  return [
    ...(introduction === null ? [] : [introduction]),
    asked,
    ...kernNames.map(
      (name) =>
        `- ${kernText(
          name,
          lines.filter(({ kernName }) => kernName === name),
        )}`,
    ),
    `Samen is dat ${formatEuros(sumCents([zeroCents, ...lines.map(amountOf)]))}.`,
    ...(deviating.length === 0
      ? []
      : [`Anders dan berekend, met de reden bij de regel: ${numbersOf(deviating)}.`]),
    ...(notFollowed.length === 0
      ? []
      : [`Anders dan in de werkwijze is voorgesteld, met de reden bij de regel: ${numbersOf(notFollowed)}.`]),
    ...abstentions.map((abstention) => abstentionText(abstention, lines)),
  ].join('\n');
}

function abstentionText({ memberName, applicationIds }: Abstention, lines: readonly TextLine[]): string {
  if (applicationIds.length === 0) return `${memberName} neemt geen deel aan de besluitvorming.`;
  const own = lines.filter(({ applicationId }) => applicationIds.includes(applicationId));
  return `${memberName} neemt geen deel aan het besluit over ${numbersOf(own)}.`;
}
