import { present } from '../../kernel/assert.ts';
import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { type Cents, cents, formatEuros, zeroCents } from '../../kernel/money.ts';
import type { AgreedReduction } from '../../applications/domain/application-change.ts';
import type { Application } from '../../applications/domain/application.ts';
import { caseFacts } from '../../applications/domain/case-facts.ts';
import type { CompletionRequest } from '../../applications/domain/completion-request.ts';
import { composed, type ComposedLetter } from '../../letters/domain/composed-letter.ts';
import type {
  CaseFacts,
  CeilingFacts,
  ComputationRow,
  DecidedBy,
  DecisionFacts,
  GrantFacts,
  LegalBasisFacts,
} from '../../letters/domain/facts.ts';
import type { LetterSender } from '../../letters/domain/letter-sender.ts';
import { withoutStop } from '../../letters/domain/rich-text.ts';
import { cutGrounds } from '../../regulations/domain/cut-grounds.ts';
import { statedCeilingCents } from '../../regulations/domain/groups/ceiling.ts';
import { obligationsOf } from '../../regulations/domain/obligations.ts';
import { settlementFor } from '../../regulations/domain/groups/settlement.ts';
import { lastDayOfWindow } from '../../regulations/domain/groups/window.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { accountTerm } from '../../terms/later-terms.ts';
import type { DecisionBasis } from './decision-basis.ts';
import { paymentFacts } from './grant-payment.ts';
import type { ResolvedLine } from './resolution.ts';

/** Everything that a letter about a decision needs to know. */
export interface DecisionLetterFacts {
  readonly application: Application;
  readonly document: RegulationDocument;
  readonly kernName: string;
  readonly sender: LetterSender;
  readonly line: ResolvedLine;
  /** What there was for the place from which this is paid; null where no budget was opened. */
  readonly allocatedCents: Cents | null;
  /** To whom the case is assigned; null when to nobody. */
  readonly handlerName: string | null;
  /** What was said in the steps of the kern's way of working, as sentences. */
  readonly advice: readonly string[];
  /** What was asked for at first, when less was agreed since; else left out or null. */
  readonly reduction?: AgreedReduction | null;
  /** To whom the money goes, where that is not the applicant; else left out or null. */
  readonly payeeName?: string | null;
  readonly completionRequests: readonly CompletionRequest[];
  readonly basis: DecisionBasis;
  /** When the letter was sent of the decision that this one changes; null for a first decision. */
  readonly replacedSentOn: CalendarDate | null;
}

const ceilingArticle = cutGrounds.ceiling.article;
const obligationArticle = 'artikel 4:37 van de Algemene wet bestuursrecht';

/** Composes the letter that announces a decision; its text follows from the stored findings and amounts. */
export function composeDecisionLetter(facts: DecisionLetterFacts): ComposedLetter {
  const { kind } = facts.line;
  switch (kind) {
    case 'grant':
    case 'partial-grant': {
      const ceiling = ceilingOf(facts);
      return kind === 'partial-grant' && ceiling !== null
        ? composed('partial-grant', { ...grantOf(facts), ceiling })
        : composed('grant', grantOf(facts));
    }
    case 'refusal':
      return composed('refusal', {
        ...decisionOf(facts),
        ceiling: ceilingOf(facts),
        alternatives: ['U kunt een volgend jaar opnieuw aanvragen, als er dan weer een regeling is.'],
      });
    case 'left-untreated':
      return leftUntreated(facts);
  }
}

/** Questions go to who handles the case, or to the team: not to who registers the resolution. */
function caseOf(facts: DecisionLetterFacts): CaseFacts {
  const { application, document, kernName, sender, handlerName, replacedSentOn } = facts;
  const known = caseFacts(application, document, kernName, sender, handlerName);
  return replacedSentOn === null
    ? known
    : { ...known, replaces: { sentOn: replacedSentOn, because: cameFree(facts) } };
}

function cameFree({ line: { proposal, grantedCents } }: DecisionLetterFacts): string {
  const addedCents = cents(grantedCents - (proposal.earlierCents ?? zeroCents));
  return `Er is geld vrijgekomen. Daardoor krijgt u nu ${formatEuros(addedCents)} meer dan in dat besluit stond.`;
}

/** Who decided, as a letter names it. */
export function decidedBy({ sender, basis }: Pick<DecisionLetterFacts, 'sender' | 'basis'>): DecidedBy {
  if (basis.kind === 'mandate') {
    const { name, function: title, number } = basis;
    return { kind: 'mandate', name, function: title, mandateReference: number };
  }
  return {
    kind: 'college',
    resolutionNumber: basis.number,
    resolutionDate: basis.date,
    ...sender.college,
  };
}

export function legalBasisOf({ document }: Pick<DecisionLetterFacts, 'document'>): LegalBasisFacts {
  const { name, reference } = document.legalBasis;
  return {
    name: `de regeling ${document.title}`,
    article: 'de voorwaarden',
    publicationReference: `${name}, ${reference}`,
  };
}

function decisionOf(facts: DecisionLetterFacts): DecisionFacts {
  const { line } = facts;
  const outcome = line.kind === 'refusal' ? 'not-met' : 'met';
  const found = line.proposal.reasons
    .filter((reason) => reason.outcome === outcome)
    .map((reason) => ({
      criterionText: reason.statement,
      outcome: reason.outcome,
      fact: reason.reason,
      article: reason.basis,
    }));
  const differs =
    line.changeReason === null
      ? []
      : [
          {
            criterionText: 'Het besluit wijkt af van de berekening volgens de regeling.',
            outcome,
            fact: line.changeReason,
            article:
              facts.basis.kind === 'college'
                ? `het besluit van het college (${facts.basis.number})`
                : 'artikel 3:46 van de Algemene wet bestuursrecht',
          } as const,
        ];
  return {
    ...caseOf(facts),
    decidedBy: decidedBy(facts),
    legalBasis: legalBasisOf(facts),
    requestedCents: line.proposal.requestedCents,
    reasons: [...found, ...differs],
    advice: facts.advice,
    reduction: facts.reduction ?? null,
  };
}

function ceilingOf({ line, document, kernName, allocatedCents }: DecisionLetterFacts): CeilingFacts | null {
  const { order } = line.proposal;
  const cutByCeiling = order !== null && line.changeReason === null && line.kind !== 'grant';
  if (!cutByCeiling) return null;
  const { publishedOn, publicationReference } = document.ceiling;
  // What was granted before is part of what there is for this application.
  const { earlierCents } = line.proposal;
  const leftCents = cents(order.remainderCents + (earlierCents ?? zeroCents));
  const availableCents = allocatedCents ?? statedCeilingCents(document.ceiling) ?? leftCents;
  const { place, standing, completedOn, byLot } = order;
  return {
    ceilingCents: cents(Math.max(availableCents, leftCents)),
    leftCents,
    scope: scopeOf(document, kernName),
    order:
      earlierCents === undefined
        ? {
            ...{ place, completeOn: completedOn, drawnByLot: byLot },
            standing: standing === '' ? null : standing,
          }
        : null,
    publicationReference: `op ${formatDutchDate(publishedOn)} (${publicationReference})`,
    article: ceilingArticle,
  };
}

function scopeOf({ ceiling, year }: RegulationDocument, kernName: string): string {
  const forAll = ceiling.kind === 'total-only' || ceiling.kind === 'per-theme';
  return forAll ? `de hele regeling in ${year}` : `de kern ${kernName} in ${year}`;
}

/** What the rules took off says why by itself; for the rest counts what whoever decided said. */
function computationRows({ line, document }: DecisionLetterFacts): ComputationRow[] {
  const decided = {
    text: line.changeReason ?? 'Meer mogen wij niet geven.',
    article: `de voorwaarden van de regeling ${document.title}`,
  };
  return line.proposal.computation.map(({ label, amountCents, because = decided }) => ({
    ...{ label, amountCents, because: amountCents < 0 ? because : null },
  }));
}

function grantOf(facts: DecisionLetterFacts): GrantFacts {
  const { application, line } = facts;
  const period = {
    firstDay: present(application.activityStartsOn, 'a complete application has dates'),
    lastDay: present(application.activityEndsOn, 'a complete application has dates'),
  };
  return {
    ...decisionOf(facts),
    grantedCents: line.grantedCents,
    computation: computationRows(facts),
    activity: `Voor uw plan ‘${application.title}’. U schreef daarover: ‘${withoutStop(application.description)}’.`,
    period,
    ...settlementOf(facts, period.lastDay),
    obligations: [
      { text: 'Voer uw plan uit zoals u het hebt aangevraagd.', basis: obligationArticle },
      ...obligationsOf(facts.document, `de regeling ${facts.document.title}`),
    ],
  };
}

function settlementOf(
  { document, application, line, payeeName = null }: DecisionLetterFacts,
  lastDay: CalendarDate,
): Pick<GrantFacts, 'fixing' | 'payment'> {
  const { amount, payment, terms } = document;
  const settlement = settlementFor(document.settlement, line.grantedCents);
  const account = { ibanLastFour: application.ibanLastFour, payeeName };
  if (settlement.fixed === 'directly') {
    return {
      fixing: { kind: 'fixed-directly', keepProofYears: settlement.keepProofYears },
      payment: paymentFacts(payment, line.grantedCents, true, account),
    };
  }
  const accounted = settlement.fixed === 'on-account';
  const weeks = accounted ? settlement.accountWeeks : settlement.withinWeeks;
  const accountDueOn = accountTerm(lastDay, weeks, terms.generalTermsActApplies).lastDay;
  const evidence = accounted
    ? settlement.evidence
    : ['alleen wat wij u vragen: wij stellen de subsidie zelf vast'];
  return {
    fixing: { kind: 'account-afterwards', accountDueOn, evidence, amountRule: amount.kind },
    payment: paymentFacts(payment, line.grantedCents, false, account),
  };
}

function leftUntreated(facts: DecisionLetterFacts): ComposedLetter {
  // A request whose letter was never sent asked nothing.
  const unanswered = facts.completionRequests.filter(
    ({ askedOn, answeredOn }) => askedOn !== null && answeredOn === null,
  );
  const request = present(unanswered.at(-1), 'only an unanswered request leads here');
  return composed('left-untreated', {
    ...caseOf(facts),
    decidedBy: decidedBy(facts),
    legalBasis: legalBasisOf(facts),
    missing: request.items,
    askedOn: present(request.askedOn, 'the request was sent'),
    termEndedOn: present(request.lastDay, 'the request was sent'),
    newApplication: newApplication(facts),
  });
}

/** Whether somebody can still apply under the same regulation depends on its window. */
function newApplication({ document, basis }: DecisionLetterFacts): string {
  const lastDay = lastDayOfWindow(document);
  return basis.date <= lastDay
    ? `Ja. Tot en met ${formatDutchDate(lastDay)} kunt u een nieuwe aanvraag doen.`
    : `Nee. Aanvragen kon tot en met ${formatDutchDate(lastDay)}. Is er later weer een regeling? Dan kunt u opnieuw aanvragen.`;
}
