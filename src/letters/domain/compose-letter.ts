import { checkLetter } from './check-letter.ts';
import { composeAcknowledgement } from './composition/acknowledgement.ts';
import { composeChangeNotice } from './composition/change-notice.ts';
import { composeCompletionRequest } from './composition/completion-request.ts';
import { composeDelayNotice } from './composition/delay-notice.ts';
import { composeFinalFixing } from './composition/final-fixing.ts';
import { composeForwardingNotice } from './composition/forwarding-notice.ts';
import { composeGrantChange } from './composition/grant-change.ts';
import { composeGrant } from './composition/grant.ts';
import { composeIntention } from './composition/intention.ts';
import { composeLeftUntreated } from './composition/left-untreated.ts';
import { composePartialGrant } from './composition/partial-grant.ts';
import { composePenaltyDecision } from './composition/penalty-decision.ts';
import { composeRecovery } from './composition/recovery.ts';
import { composeRefusal } from './composition/refusal.ts';
import type { LetterKind } from './letter-kind.ts';
import type { LetterFacts } from './facts-by-kind.ts';
import type { LetterModel } from './letter-model.ts';
import { applyTemplate } from './templates/apply-template.ts';
import { placeholderValues } from './templates/placeholders.ts';

type Composers = { readonly [Kind in LetterKind]: (facts: LetterFacts[Kind]) => LetterModel };

const composers = {
  acknowledgement: composeAcknowledgement,
  'completion-request': composeCompletionRequest,
  grant: composeGrant,
  'partial-grant': composePartialGrant,
  refusal: composeRefusal,
  'left-untreated': composeLeftUntreated,
  'delay-notice': composeDelayNotice,
  'penalty-decision': composePenaltyDecision,
  'final-fixing': composeFinalFixing,
  intention: composeIntention,
  'grant-change': composeGrantChange,
  recovery: composeRecovery,
  'change-notice': composeChangeNotice,
  'forwarding-notice': composeForwardingNotice,
} as const satisfies Composers;

/**
 * Composes the letter of a kind from plain facts, in the words of the municipality where it has any. Dates that depend on sending are left open (settleDates).
 * @throws DomainError `letter-incomplete` when what the law wants in it is missing.
 * @throws an assertion when facts contradict each other: amounts that do not add up, a refusal without a ground.
 */
export function composeLetter<Kind extends LetterKind>(kind: Kind, facts: LetterFacts[Kind]): LetterModel {
  const compose: Composers[Kind] = composers[kind];
  const standard = compose(facts);
  const template = facts.templates?.[kind];
  const model = template ? applyTemplate(standard, template, placeholderValues(kind, facts)) : standard;
  checkLetter(model);
  return model;
}
