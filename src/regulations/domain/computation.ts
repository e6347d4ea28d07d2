import type { Cents } from '../../kernel/money.ts';

/** One line of a computation that adds up. */
export interface ComputationLine {
  readonly label: string;
  readonly amountCents: Cents;
}
