import { type Cents, cents, sumCents } from '../../../kernel/money.ts';

/**
 * Divides an amount in proportion to weights, to the cent: what rounding down leaves goes, a cent each, to the largest
 * fractions, and among equals to who stands first. Exact, since amounts are multiplied as big integers.
 * @param weights zero or more, at least one of them more than zero
 */
export function apportion(total: Cents, weights: readonly Cents[]): Cents[] {
  const sum = BigInt(sumCents(weights));
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const shares = exact.map((product) => product / sum);
  const given = shares.reduce((one, other) => one + other, 0n);
  const byFraction = exact
    .map((product, index) => ({ index, fraction: product % sum }))
    .sort((one, other) => (other.fraction > one.fraction ? 1 : other.fraction < one.fraction ? -1 : 0));
  const favoured = new Set(byFraction.slice(0, Number(BigInt(total) - given)).map(({ index }) => index));
  return shares.map((share, index) => cents(Number(share) + Number(favoured.has(index))));
}
