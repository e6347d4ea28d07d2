import { cents, formatEuros, smallestCents } from '../../../kernel/money.ts';
import { type Candidate, withoutPlace } from './candidate.ts';
import { inTurn } from './in-turn.ts';
import type { Method } from './method.ts';

const countOf = ({ compared }: Candidate): number => compared.votes ?? 0;

/** Residents hand in vouchers of a fixed value: a plan gets what was handed in for it, most vouchers first. */
export const vouchers: Method<'vouchers'> = {
  compares: true,
  lacks: (_rule, { compared }) =>
    compared.votes === undefined ? 'De ingeleverde bonnen zijn nog niet geteld.' : null,
  divide(rule, candidates, draw) {
    const backed = candidates
      .filter((candidate) => countOf(candidate) > 0)
      .map((candidate) => ({
        ...candidate,
        grantableCents: smallestCents(candidate.grantableCents, cents(countOf(candidate) * rule.valueCents)),
      }));
    const without = candidates.filter((candidate) => countOf(candidate) === 0);
    const ordering = {
      compare: (one: Candidate, other: Candidate) => countOf(other) - countOf(one),
      tie: rule.tie,
      standing: (candidate: Candidate) =>
        `Voor het plan zijn ${countOf(candidate)} bonnen van ${formatEuros(rule.valueCents)} ingeleverd.`,
    };
    return [
      ...inTurn(rule, ordering, backed, draw),
      ...without.map((candidate) => withoutPlace(candidate, 'Voor het plan zijn geen bonnen ingeleverd.')),
    ];
  },
};
