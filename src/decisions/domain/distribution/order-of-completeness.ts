import type { Candidate } from './candidate.ts';
import { inTurn } from './in-turn.ts';
import { compareTexts } from './lot.ts';
import { type Method, nothingLacks } from './method.ts';

/** Who was complete on an earlier day goes first; paper and digital alike. */
export function byCompleteDay(one: Candidate, other: Candidate): number {
  return compareTexts(one.completedOn, other.completedOn);
}

export const orderOfCompleteness: Method<'order-of-completeness'> = {
  compares: false,
  lacks: nothingLacks,
  divide: (rule, candidates, draw) =>
    inTurn(rule, { compare: byCompleteDay, tie: rule.tie, standing: () => '' }, candidates, draw),
};
