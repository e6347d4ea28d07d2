import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cents, formatEuros, sumCents } from './money.ts';

describe('Amounts of money', () => {
  it.each([
    [123456, '€\u00a01.234,56'],
    [5, '€\u00a00,05'],
    [-200000, '€\u00a0-2.000,00'],
    [1234567890, '€\u00a012.345.678,90'],
  ])('%i cents are written as %s', (amount, text) => {
    expect(formatEuros(cents(amount))).toBe(text);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no amount', (amount) => {
    expect(() => cents(amount)).toThrow(RangeError);
  });

  it('a sum does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e10 }).map(cents)), (amounts) => {
        expect(sumCents(amounts)).toBe(sumCents([...amounts].reverse()));
      }),
    );
  });
});
