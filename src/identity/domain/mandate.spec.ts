import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import { type Mandate, mandateFor, type MandateNeed } from './mandate.ts';

function mandate(id: string, change: Partial<Mandate> = {}): Mandate {
  return {
    id,
    holderSubject: 'kees',
    action: 'grant',
    upToCents: cents(100_000),
    validFrom: calendarDate('2021-01-01'),
    validUntil: calendarDate('2021-12-31'),
    reference: 'B&W 2020-88',
    ...change,
  };
}

const need: MandateNeed = {
  subject: 'kees',
  action: 'grant',
  amountCents: cents(100_000),
  on: calendarDate('2021-06-15'),
};

describe('The mandate under which somebody decides', () => {
  it('reaches to its limit, and not a cent further', () => {
    expect(mandateFor([mandate('a')], need)).toMatchObject({ kind: 'mandated', mandate: { id: 'a' } });
    expect(mandateFor([mandate('a')], { ...need, amountCents: cents(100_001) })).toEqual({
      kind: 'above-limit',
      limitCents: 100_000,
    });
  });

  it('holds on its first and its last day, and on no other outside them', () => {
    const on = (day: string) => mandateFor([mandate('a')], { ...need, on: calendarDate(day) }).kind;
    expect(['2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01'].map(on)).toEqual([
      'not-mandated',
      'mandated',
      'mandated',
      'not-mandated',
    ]);
  });

  it('is of the holder alone, and for the action that it names', () => {
    expect(mandateFor([mandate('a', { holderSubject: 'noor' })], need).kind).toBe('not-mandated');
    expect(mandateFor([mandate('a', { action: 'refuse' })], need).kind).toBe('not-mandated');
  });

  it('is the narrowest that suffices; one without a limit suffices for everything', () => {
    const held = [
      mandate('wide', { upToCents: null }),
      mandate('small'),
      mandate('middle', { upToCents: cents(200_000) }),
    ];
    const idFor = (amount: number) => {
      const outcome = mandateFor(held, { ...need, amountCents: cents(amount) });
      return outcome.kind === 'mandated' ? outcome.mandate.id : outcome.kind;
    };
    expect([100, 100_001, 200_001].map(idFor)).toEqual(['small', 'middle', 'wide']);
  });

  it('never adds the limits of two mandates up', () => {
    const limits = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(limits, fc.integer({ min: 0, max: 5000 }), (each, amount) => {
        const held = each.map((limit, index) => mandate(String(index), { upToCents: cents(limit) }));
        const outcome = mandateFor(held, { ...need, amountCents: cents(amount) });
        expect(outcome.kind).toBe(amount <= Math.max(...each) ? 'mandated' : 'above-limit');
      }),
    );
  });
});
