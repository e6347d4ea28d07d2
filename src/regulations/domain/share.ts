import { type Cents, cents } from '../../kernel/money.ts';

/** A percentage with at most two decimals, as a whole number of hundredths of a percent. */
export function basisPoints(percentage: number): number {
  return Math.round(percentage * 100);
}

/** A share of an amount, rounded down to whole cents: never more than the share. */
export function shareOf(amountCents: Cents, percentage: number): Cents {
  return cents(Math.floor((amountCents * basisPoints(percentage)) / 10_000));
}

/** A share of an amount, rounded up to whole cents: for what somebody must at least contribute. */
export function shareAtLeast(amountCents: Cents, percentage: number): Cents {
  return cents(Math.ceil((amountCents * basisPoints(percentage)) / 10_000));
}
