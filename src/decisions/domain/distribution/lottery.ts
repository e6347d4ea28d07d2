import { inTurn } from './in-turn.ts';
import { type Method, nothingLacks } from './method.ts';

/** The lot alone decides. Everybody has the same chance, whatever the day or the amount. */
export const lottery: Method<'lottery'> = {
  compares: true,
  lacks: nothingLacks,
  divide: (rule, candidates, draw) =>
    inTurn(rule, { compare: () => 0, tie: 'lot', standing: () => '' }, candidates, draw),
};
