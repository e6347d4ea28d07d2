import type { ConstraintProblems } from '../platform/database/constraint-names.ts';
import { ceilingReached, moreThanCommitted } from './domain/budgets.problems.ts';

/** What callers are told when the database refuses what the rules let through, in a race for the last euro. */
export const budgetConstraintProblems: ConstraintProblems = {
  budget_available_not_negative: () => ceilingReached(null),
  budget_limit_not_exceeded: () => ceilingReached(null),
  grant_committed_not_negative: () => moreThanCommitted(null),
};
