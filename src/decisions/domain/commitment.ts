import type { Cents } from '../../kernel/money.ts';
import {
  budgetIn,
  type LedgerState,
  type LimitedPlan,
  limitIdsFor,
} from '../../budgets/domain/ledger-state.ts';
import type { Posting } from '../../budgets/domain/posting.ts';
import type { DecisionBasis } from './decision-basis.ts';

/** What a decision promises. */
export interface Commitment {
  /** The decision whose money it is, also of what is added later. */
  readonly grantId: string;
  readonly budgetId: string;
  /** More than zero. */
  readonly amountCents: Cents;
  readonly plan: LimitedPlan;
  /** The reservation that it is taken from; left out for what is available. */
  readonly holdId?: string | undefined;
}

/** What is booked for it, from what is available or from what was reserved for it (Awb 4:25). */
export function commitmentPosting(
  { grantId, budgetId, amountCents, plan, holdId }: Commitment,
  ledger: LedgerState,
  actorSubject: string,
  { number, date }: DecisionBasis,
): Posting {
  return {
    ...{ budgetId, amountCents, grantId, movement: holdId === undefined ? 'commit' : 'commit-held' },
    ...(holdId !== undefined && { holdId }),
    limitIds: limitIdsFor(ledger, budgetIn(ledger, budgetId), plan),
    ...{ reference: number, reason: null, actorSubject, countsOn: date },
  };
}
