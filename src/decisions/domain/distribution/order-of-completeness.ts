import type { Candidate } from './candidate.ts';
import { inTurn, type Ordering } from './in-turn.ts';
import { compareTexts } from './lot.ts';
import { type Method, nothingLacks, type Rule } from './method.ts';

/** Who was complete on an earlier day goes first; paper and digital alike. */
export function byCompleteDay(one: Candidate, other: Candidate): number {
  return compareTexts(one.completedOn, other.completedOn);
}

function orderOf({ tie }: Rule<'order-of-completeness'>): Ordering {
  return { compare: byCompleteDay, tie, standing: () => '' };
}

export const orderOfCompleteness: Method<'order-of-completeness'> = {
  compares: false,
  lacks: nothingLacks,
  order: orderOf,
  divide: (rule, candidates, draw) => inTurn(rule, orderOf(rule), candidates, draw),
};
