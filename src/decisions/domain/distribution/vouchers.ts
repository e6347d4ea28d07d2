import { cents, formatEuros, smallestCents } from '../../../kernel/money.ts';
import { type Candidate, narrowedTo, withoutPlace } from './candidate.ts';
import { inTurn, type Ordering } from './in-turn.ts';
import type { Method, Rule } from './method.ts';

const countOf = ({ compared }: Candidate): number => compared.votes ?? 0;

function orderOf({ tie, valueCents }: Rule<'vouchers'>): Ordering {
  return {
    compare: (one, other) => countOf(other) - countOf(one),
    tie,
    standing: (candidate) =>
      `Voor het plan zijn ${countOf(candidate)} bonnen van ${formatEuros(valueCents)} ingeleverd.`,
  };
}

/** Residents hand in vouchers of a fixed value: a plan gets what was handed in for it, most vouchers first. */
export const vouchers: Method<'vouchers'> = {
  compares: true,
  lacks: (_rule, { compared }) =>
    compared.votes === undefined ? 'De ingeleverde bonnen zijn nog niet geteld.' : null,
  order: orderOf,
  divide(rule, candidates, draw) {
    const backed = candidates
      .filter((candidate) => countOf(candidate) > 0)
      .map((candidate) =>
        narrowedTo(
          candidate,
          smallestCents(candidate.grantableCents, cents(countOf(candidate) * rule.valueCents)),
        ),
      );
    const without = candidates.filter((candidate) => countOf(candidate) === 0);
    return [
      ...inTurn(rule, orderOf(rule), backed, draw),
      ...without.map((candidate) => withoutPlace(candidate, 'Voor het plan zijn geen bonnen ingeleverd.')),
    ];
  },
};
