import { type Cents, zeroCents } from '../../../kernel/money.ts';
import type { Candidate, Share } from './candidate.ts';
import { equalFill } from './equal-fill.ts';
import type { Draw } from './in-turn.ts';
import { inLotOrder } from './lot.ts';
import { type Method, nothingLacks } from './method.ts';

/** Writes what is given to everybody at once, where nobody goes before another. */
export function sharesOf(
  candidates: readonly Candidate[],
  remainders: ReadonlyMap<string, Cents>,
  given: ReadonlyMap<string, Cents>,
  standing: string,
): Share[] {
  return candidates.map(({ applicationId, grantableCents }) => ({
    ...{ applicationId, place: 1, standing, grantableCents, byLot: false, declined: false },
    grantedCents: given.get(applicationId) ?? zeroCents,
    remainderCents: remainders.get(applicationId) ?? zeroCents,
  }));
}

export function remaindersOf(candidates: readonly Candidate[], { limits }: Draw): Map<string, Cents> {
  return new Map(candidates.map((candidate) => [candidate.applicationId, limits.leftFor(candidate)]));
}

/** Everybody the same, and nobody more than was computed; what somebody does not need goes to the others. */
export const equalSplit: Method<'equal-split'> = {
  compares: true,
  lacks: nothingLacks,
  order: () => null,
  divide(_rule, candidates, draw) {
    const inOrder = inLotOrder(candidates, draw.seed);
    const remainders = remaindersOf(inOrder, draw);
    const given = equalFill(inOrder, draw.limits);
    return sharesOf(inOrder, remainders, given, 'Het geld is gelijk verdeeld.');
  },
};
