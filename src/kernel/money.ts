declare const centsBrand: unique symbol;

/** A whole number of euro cents. May be negative only where a balance is signed. */
export type Cents = number & { readonly [centsBrand]: 'Cents' };

export const zeroCents = 0 as Cents;

/**
 * The highest amount that one request or document may name: a hundred million euros.
 * It keeps sums over many rows far below the largest safe integer.
 */
export const highestAmountCents = 10_000_000_000;

/**
 * Marks a number as an amount of cents.
 * @throws RangeError when the number is not a safe integer.
 */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of cents: ${amount}`);
  return amount as Cents;
}

/** Adds amounts. @throws RangeError when the sum leaves the safe integers. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

/** Subtracts `less` from `from`. @throws RangeError when the result leaves the safe integers. */
export function subtractCents(from: Cents, less: Cents): Cents {
  return cents(from - less);
}

export function smallestCents(first: Cents, ...others: Cents[]): Cents {
  return cents(Math.min(first, ...others));
}

const noBreakSpace = '\u00a0';

/** Writes an amount as people in the Netherlands do: "€ 1.234,56" with a no-break space. */
export function formatEuros(amountCents: Cents): string {
  const sign = amountCents < 0 ? '-' : '';
  const digits = String(Math.abs(amountCents)).padStart(3, '0');
  const euros = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `€${noBreakSpace}${sign}${euros},${digits.slice(-2)}`;
}
