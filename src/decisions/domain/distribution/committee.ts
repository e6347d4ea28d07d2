import { present } from '../../../kernel/assert.ts';
import type { Candidate } from './candidate.ts';
import { inTurn, type Ordering } from './in-turn.ts';
import type { Method, Rule } from './method.ts';

const rankOf = ({ compared }: Candidate): number => present(compared.rank, 'every candidate was ranked');

function orderOf({ tie, body }: Rule<'committee'>): Ordering {
  return {
    compare: (one, other) => rankOf(one) - rankOf(other),
    tie,
    standing: (candidate) => `${body}: plaats ${rankOf(candidate)}.`,
  };
}

/** A committee, jury or village body puts the applications in order; equal places are allowed. */
export const committee: Method<'committee'> = {
  compares: true,
  lacks: ({ body }, { compared }) =>
    compared.rank === undefined ? `Nog niet op volgorde gezet: ${body}.` : null,
  order: orderOf,
  divide: (rule, candidates, draw) => inTurn(rule, orderOf(rule), candidates, draw),
};
