import { present } from '../../../kernel/assert.ts';
import type { Candidate } from './candidate.ts';
import { inTurn } from './in-turn.ts';
import type { Method } from './method.ts';

const rankOf = ({ compared }: Candidate): number => present(compared.rank, 'every candidate was ranked');

/** A committee, jury or village body puts the applications in order; equal places are allowed. */
export const committee: Method<'committee'> = {
  compares: true,
  lacks: ({ body }, { compared }) =>
    compared.rank === undefined ? `Nog niet op volgorde gezet: ${body}.` : null,
  divide: (rule, candidates, draw) =>
    inTurn(
      rule,
      {
        compare: (one, other) => rankOf(one) - rankOf(other),
        tie: rule.tie,
        standing: (candidate) => `${rule.body}: plaats ${rankOf(candidate)}.`,
      },
      candidates,
      draw,
    ),
};
