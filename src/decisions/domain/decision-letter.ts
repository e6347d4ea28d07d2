import { present } from '../../kernel/assert.ts';
import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import type { Application } from '../../applications/domain/application.ts';
import { caseFacts } from '../../applications/domain/case-facts.ts';
import type { CompletionRequest } from '../../applications/domain/completion-request.ts';
import { composeLetter } from '../../letters/domain/compose-letter.ts';
import type {
  CaseFacts,
  CeilingFacts,
  ComputationRow,
  DecidedBy,
  DecisionFacts,
  GrantFacts,
  LegalBasisFacts,
} from '../../letters/domain/facts.ts';
import type { LetterModel } from '../../letters/domain/letter-model.ts';
import type { LetterSender } from '../../letters/domain/letter-sender.ts';
import { withoutStop } from '../../letters/domain/rich-text.ts';
import { lastDayOfWindow } from '../../regulations/domain/groups/window.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { termOfWeeks } from '../../terms/general-terms-act.ts';
import type { ResolvedLine } from './resolution.ts';

/** Everything that a letter about a decision needs to know. */
export interface DecisionLetterFacts {
  readonly application: Application;
  readonly document: RegulationDocument;
  readonly kernName: string;
  readonly sender: LetterSender;
  readonly line: ResolvedLine;
  readonly completionRequests: readonly CompletionRequest[];
  readonly resolution: { readonly number: string; readonly date: CalendarDate };
  readonly handlerName: string;
}

const ceilingArticle = 'artikel 4:25 van de Algemene wet bestuursrecht';
const obligationArticle = 'artikel 4:37 van de Algemene wet bestuursrecht';

/** Composes the letter that announces a decision; its text follows from the stored findings and amounts. */
export function composeDecisionLetter(facts: DecisionLetterFacts): LetterModel {
  const { kind } = facts.line;
  switch (kind) {
    case 'grant':
    case 'partial-grant': {
      const ceiling = ceilingOf(facts);
      return kind === 'partial-grant' && ceiling !== null
        ? composeLetter('partial-grant', { ...grantOf(facts), ceiling })
        : composeLetter('grant', grantOf(facts));
    }
    case 'refusal':
      return composeLetter('refusal', {
        ...decisionOf(facts),
        ceiling: ceilingOf(facts),
        alternatives: ['U kunt een volgend jaar opnieuw aanvragen, als er dan weer een regeling is.'],
      });
    case 'left-untreated':
      return leftUntreated(facts);
  }
}

function caseOf({ application, document, kernName, sender, handlerName }: DecisionLetterFacts): CaseFacts {
  return caseFacts(application, document, kernName, sender, handlerName);
}

function decidedBy({ sender, resolution }: DecisionLetterFacts): DecidedBy {
  return {
    kind: 'college',
    resolutionNumber: resolution.number,
    resolutionDate: resolution.date,
    ...sender.college,
  };
}

function legalBasisOf({ document }: DecisionLetterFacts): LegalBasisFacts {
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
            criterionText: 'Het college besliste anders dan was voorgesteld.',
            outcome,
            fact: line.changeReason,
            article: `het besluit van het college (${facts.resolution.number})`,
          } as const,
        ];
  return {
    ...caseOf(facts),
    decidedBy: decidedBy(facts),
    legalBasis: legalBasisOf(facts),
    requestedCents: line.proposal.requestedCents,
    reasons: [...found, ...differs],
    advice: [],
  };
}

function ceilingOf({ line, document, kernName }: DecisionLetterFacts): CeilingFacts | null {
  const { order } = line.proposal;
  const cutByCeiling = order !== null && line.changeReason === null && line.kind !== 'grant';
  if (!cutByCeiling) return null;
  const { amountCents, publishedOn, publicationReference } = document.ceiling;
  return {
    ceilingCents: amountCents,
    leftCents: order.remainderCents,
    scope: `de kern ${kernName} in ${document.year}`,
    order: { place: order.place, completeOn: order.completedOn, drawnByLot: order.byLot },
    publicationReference: `op ${formatDutchDate(publishedOn)} (${publicationReference})`,
    article: ceilingArticle,
  };
}

function computationRows({ line, document }: DecisionLetterFacts): ComputationRow[] {
  const text = line.changeReason ?? 'Meer mogen wij niet geven.';
  const article =
    line.kind === 'partial-grant' ? ceilingArticle : `de voorwaarden van de regeling ${document.title}`;
  return line.proposal.computation.map((row) => ({
    ...row,
    because: row.amountCents < 0 ? { text, article } : null,
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
    obligations: [{ text: 'Voer uw plan uit zoals u het hebt aangevraagd.', basis: obligationArticle }],
  };
}

function settlementOf(
  { document, application }: DecisionLetterFacts,
  lastDay: CalendarDate,
): Pick<GrantFacts, 'fixing' | 'payment'> {
  const { settlement, amount } = document;
  const { ibanLastFour } = application;
  if (settlement.fixed === 'directly') {
    return {
      fixing: { kind: 'fixed-directly', keepProofYears: settlement.keepProofYears },
      payment: { kind: 'at-once', ibanLastFour },
    };
  }
  const accountDueOn = termOfWeeks(
    lastDay,
    settlement.accountWeeks,
    document.terms.generalTermsActApplies,
  ).lastDay;
  return {
    fixing: {
      kind: 'account-afterwards',
      accountDueOn,
      evidence: settlement.evidence,
      amountRule: amount.kind,
    },
    payment: { kind: 'after-account', ibanLastFour },
  };
}

function leftUntreated(facts: DecisionLetterFacts): LetterModel {
  // A request whose letter was never sent asked nothing.
  const unanswered = facts.completionRequests.filter(
    ({ askedOn, answeredOn }) => askedOn !== null && answeredOn === null,
  );
  const request = present(unanswered.at(-1), 'only an unanswered request leads here');
  return composeLetter('left-untreated', {
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
function newApplication({ document, resolution }: DecisionLetterFacts): string {
  const lastDay = lastDayOfWindow(document);
  return resolution.date <= lastDay
    ? `Ja. Tot en met ${formatDutchDate(lastDay)} kunt u een nieuwe aanvraag doen.`
    : `Nee. Aanvragen kon tot en met ${formatDutchDate(lastDay)}. Is er later weer een regeling? Dan kunt u opnieuw aanvragen.`;
}
