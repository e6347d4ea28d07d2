import type { Cents } from '../../kernel/money.ts';

/** Why less is given: a whole Dutch sentence, and where that stands (Awb 3:46). */
export interface CutGround {
  readonly text: string;
  readonly article: string;
}

/** One line of a computation that adds up. */
export interface ComputationLine {
  readonly label: string;
  readonly amountCents: Cents;
  /** Of a line below zero; absent where whoever decided says why. */
  readonly because?: CutGround;
}
