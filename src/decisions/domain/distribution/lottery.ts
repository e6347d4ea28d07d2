import { inTurn, type Ordering } from './in-turn.ts';
import { type Method, nothingLacks } from './method.ts';

const byLotAlone: Ordering = { compare: () => 0, tie: 'lot', standing: () => '' };

/** The lot alone decides. Everybody has the same chance, whatever the day or the amount. */
export const lottery: Method<'lottery'> = {
  compares: true,
  lacks: nothingLacks,
  order: () => byLotAlone,
  divide: (rule, candidates, draw) => inTurn(rule, byLotAlone, candidates, draw),
};
