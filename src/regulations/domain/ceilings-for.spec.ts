import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import { type CeilingsForYear, ceilingsFor, sumOfCeilings } from './ceilings-for.ts';
import type { Ceiling } from './groups/ceiling.ts';
import { bindingCeiling } from './regulation-version.ts';

const published = { publishedOn: calendarDate('2020-12-15'), publicationReference: 'gmb-1' };
const kernen = [
  { code: 'groot', inhabitants: 4_000 },
  { code: 'klein', inhabitants: 250 },
  { code: 'midden', inhabitants: 1_000 },
];
const made = (ceiling: Ceiling, year = 2021): CeilingsForYear =>
  ceilingsFor({ year: 2021, scope: { kind: 'municipality' }, ceiling }, { year, kernen });
const amounts = (ceiling: Ceiling) => {
  const result = made(ceiling);
  return result.kind === 'computed' ? result.ceilings.map(({ amountCents }) => amountCents) : result;
};

describe('The ceilings of a year', () => {
  it('a base and an amount per inhabitant', () => {
    const ceiling: Ceiling = {
      kind: 'per-inhabitant',
      baseCents: cents(656_700),
      rateCents: cents(168),
      referenceDate: calendarDate('2021-01-01'),
      ...published,
    };
    expect(amounts(ceiling)).toEqual([1_328_700, 698_700, 824_700]);
    const bounded = {
      ...ceiling,
      maximumCents: cents(1_000_000),
      rounding: { to: 'euro', direction: 'up' },
    } as const;
    expect(amounts(bounded)).toEqual([1_000_000, 698_700, 824_700]);
  });

  it('a base by size class', () => {
    const ceiling: Ceiling = {
      kind: 'size-class',
      classes: [
        { upToInhabitants: 500, baseCents: cents(100_000) },
        { upToInhabitants: 1_000, baseCents: cents(150_000) },
        { baseCents: cents(200_000) },
      ],
      rateCents: cents(50),
      referenceDate: calendarDate('2021-01-01'),
      ...published,
    };
    expect(amounts(ceiling)).toEqual([400_000, 112_500, 200_000]);
  });

  it('a total in equal parts or by inhabitants, and a share of each for one kind of activity', () => {
    const total = { kind: 'total-divided', amountCents: cents(100_000), ...published } as const;
    expect(amounts({ ...total, key: 'equal' })).toEqual([33_333, 33_333, 33_333]);
    const shares = [{ code: 'youth', label: 'jeugd', percentage: 10 }];
    expect(amounts({ ...total, key: 'inhabitants', shares })).toEqual([
      76_190, 4_761, 19_047, 7_619, 476, 1_904,
    ]);
  });

  it('what people must fill in first is asked for, and another year is told apart', () => {
    const result = ceilingsFor(
      {
        year: 2021,
        scope: { kind: 'kernen', kernCodes: ['klein'] },
        ceiling: {
          kind: 'per-inhabitant',
          baseCents: cents(1),
          rateCents: cents(1),
          referenceDate: calendarDate('2021-01-01'),
          ...published,
        },
      },
      { year: 2021, kernen: [{ code: 'klein', inhabitants: null }] },
    );
    expect(result).toEqual({ kind: 'inhabitants-missing', kernCodes: ['klein'] });
    const fixed: Ceiling = { kind: 'fixed-per-kern', amountCents: cents(5), ...published };
    expect(made(fixed, 2022)).toMatchObject({ kind: 'other-year', lastYear: 2021 });
    const period = { lastYear: 2023, amountsAre: 'per-year' } as const;
    expect(made({ ...fixed, period }, 2022).kind).toBe('computed');
  });

  it('a divided total is never exceeded', () => {
    const sizes = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        fc.nat(100_000_000).map(cents),
        fc.constantFrom('equal', 'inhabitants'),
        sizes,
        (total, key, given) => {
          const ceiling = { kind: 'total-divided', amountCents: total, key, ...published } as const;
          const facts = given.map((inhabitants, index) => ({ code: `k${index}`, inhabitants }));
          const result = ceilingsFor(
            { year: 2021, scope: { kind: 'municipality' }, ceiling },
            { year: 2021, kernen: facts },
          );
          expect(result.kind === 'computed' && sumOfCeilings(result.ceilings) <= total).toBe(true);
        },
      ),
    );
  });
});

describe('Which ceiling binds an application (Awb 4:27)', () => {
  const ceiling = (version: number, publishedOn: string, amount: number) => ({
    version,
    publishedOn: calendarDate(publishedOn),
    amountCents: cents(amount),
  });
  const received = calendarDate('2021-03-01');

  it('one that was published after receipt does not bind', () => {
    expect(bindingCeiling([ceiling(1, '2021-04-01', 100)], received)).toBeNull();
  });

  it('one that was lowered after receipt does not bind; one that was raised does', () => {
    const first = ceiling(1, '2020-12-15', 100);
    expect(bindingCeiling([first, ceiling(2, '2021-04-01', 60)], received)).toBe(first);
    expect(bindingCeiling([first, ceiling(2, '2021-04-01', 160)], received)?.version).toBe(2);
    expect(bindingCeiling([first, ceiling(2, '2021-02-01', 60)], received)?.version).toBe(2);
  });
});
