import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type Cents, cents } from '../../kernel/money.ts';
import type { Application } from '../../applications/domain/application.ts';
import { caseFacts } from '../../applications/domain/case-facts.ts';
import type { DecisionBasis } from '../../decisions/domain/decision-basis.ts';
import { decidedBy, legalBasisOf } from '../../decisions/domain/decision-letter.ts';
import { composed, type ComposedLetter } from '../../letters/domain/composed-letter.ts';
import type { LetterSender } from '../../letters/domain/letter-sender.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { articleOf, type AskedReduction, isFixedDirectly, remainingCents } from './grant-change.ts';

/** Everything that a letter about a smaller grant needs to know. */
export interface ReductionLetterFacts {
  readonly application: Application;
  readonly document: RegulationDocument;
  readonly kernName: string;
  readonly sender: LetterSender;
  /** Who handles the case; null for the team. */
  readonly handlerName: string | null;
  /** To whom the money goes, where that is not the applicant. */
  readonly payeeName: string | null;
  readonly basis: DecisionBasis;
  readonly asked: AskedReduction;
  readonly grant: { readonly grantedOn: CalendarDate; readonly grantedCents: Cents };
  /** What was paid or ordered to be paid. */
  readonly paidCents: Cents;
}

/** The letter of a grant that is withdrawn or lowered (Awb 4:48, 4:49), or of the final amount (Awb 4:46). */
export function composeReductionLetter(facts: ReductionLetterFacts): ComposedLetter {
  const { application, document, kernName, sender, handlerName, basis, asked, grant, paidCents } = facts;
  const known = {
    ...caseFacts(application, document, kernName, sender, handlerName),
    ...{ decidedBy: decidedBy({ sender, basis }), legalBasis: legalBasisOf({ document }), grant },
  };
  const actArticle = articleOf(asked.kind, isFixedDirectly(document, grant.grantedCents));
  const article = `${actArticle} van de Algemene wet bestuursrecht`;
  const remaining = remainingCents(asked);
  if (asked.kind === 'fixed') {
    const because = { text: asked.reason, article };
    return composed('final-fixing', {
      ...known,
      account: { kind: 'received', receivedOn: asked.requestedOn },
      findings: [asked.reason],
      computation: [
        { label: 'Toegezegd', amountCents: grant.grantedCents, because: null },
        { label: 'Minder kosten', amountCents: cents(remaining - grant.grantedCents), because },
      ],
      ...{ fixedCents: remaining, advancesCents: paidCents },
      ...{ ibanLastFour: application.ibanLastFour, payeeName: facts.payeeName },
    });
  }
  return composed('grant-change', {
    ...known,
    actArticle,
    change:
      asked.kind === 'withdrawn'
        ? { kind: 'withdrawal' }
        : { kind: 'change', what: 'Het bedrag is lager geworden.', newAmountCents: remaining },
    effectiveOn: basis.date,
    reasons: [
      {
        criterionText: 'U vroeg ons hierom.',
        outcome: 'met',
        ...{ fact: asked.reason, article },
      },
    ],
    hearing: {
      kind: 'not-needed',
      because: 'U hebt hier zelf om gevraagd. Daarom hoefden wij u niet eerst te horen.',
    },
    paidCents,
  });
}
