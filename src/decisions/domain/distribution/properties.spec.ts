import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../../../kernel/calendar-date.ts';
import { type Cents, cents, sumCents } from '../../../kernel/money.ts';
import type { Distribution } from '../../../regulations/domain/groups/distribution.ts';
import type { Candidate } from './candidate.ts';
import { distribute, distributeAgain } from './distribute.ts';

const everywhere = { atCeiling: 'remainder', moment: 'after-window-closes' } as const;
const order = { kind: 'order-of-completeness', tie: 'lot', ...everywhere } as const satisfies Distribution;

const candidate = (number: number, euros: number, change: Partial<Candidate> = {}): Candidate => ({
  applicationId: `application-${number}`,
  number: `LB-2019-${String(number).padStart(6, '0')}`,
  period: 0,
  rolling: false,
  completedOn: calendarDate('2019-05-20'),
  grantableCents: cents(Math.round(euros * 100)),
  pool: 'kern',
  limitIds: ['kern'],
  declinesPart: false,
  compared: {},
  ...change,
});
const rules = {
  'order of completeness': order,
  'order of completeness, equal split': { ...order, tie: 'equal-split' },
  'order of completeness, skipping': { ...order, atCeiling: 'nothing' },
  'order of completeness, stopping': { ...order, atCeiling: 'stop' },
  lottery: { ...everywhere, kind: 'lottery' },
  'equal split': { ...everywhere, kind: 'equal-split' },
  'pro rata': { ...everywhere, kind: 'pro-rata' },
  entitlement: { ...everywhere, kind: 'entitlement' },
  committee: { ...everywhere, kind: 'committee', body: 'De raad', tie: 'equal-split' },
  vote: {
    ...everywhere,
    kind: 'vote',
    voters: 'Inwoners',
    place: 'online',
    votesPerVoter: 1,
    per: 'kern',
    tie: 'lot',
    atCeiling: 'nothing',
  },
  vouchers: {
    ...everywhere,
    kind: 'vouchers',
    holders: 'Inwoners',
    perHolder: 1,
    valueCents: cents(1000),
    tie: 'lot',
  },
  tender: {
    ...everywhere,
    kind: 'tender',
    criteria: [{ code: 'new', label: 'Nieuw', maximumPoints: 10 }],
    thresholdPoints: 3,
    scoredBy: 'officials',
    tie: 'order-of-completeness',
  },
} as const satisfies Readonly<Record<string, Distribution>>;

/** Where more money never makes anybody worse off. Who is skipped can fit with more, and then takes from others. */
const promising = [
  'order of completeness',
  'order of completeness, equal split',
  'lottery',
  'equal split',
  'entitlement',
  'committee',
  'vouchers',
  'tender',
] as const satisfies (keyof typeof rules)[];

const someCandidates = fc
  .array(
    fc.record({
      days: fc.nat(4),
      amount: fc.integer({ min: 1, max: 90_000 }),
      pool: fc.constantFrom('a', 'b'),
      theme: fc.constantFrom('x', 'y', null),
      few: fc.nat(10),
      period: fc.nat(1),
      declinesPart: fc.boolean(),
    }),
    { maxLength: 15 },
  )
  .map((rows) =>
    rows.map(({ days, amount, pool, theme, few, period, declinesPart }, index) =>
      candidate(index, 1, {
        ...{ pool, period, declinesPart, rolling: period === 1 && few > 5 },
        completedOn: addDays(calendarDate('2019-05-01'), days),
        grantableCents: cents(amount),
        limitIds: [pool, 'scheme', ...(theme === null ? [] : [theme])],
        compared: {
          ...{ rank: few, votes: few, likes: few, entitledCents: cents(amount + 100) },
          sheets: [{ new: few }],
        },
      }),
    ),
  );
const someAmount = fc.integer({ min: 0, max: 300_000 }).map(cents);
const someLimits = fc.record({
  a: someAmount,
  b: someAmount,
  scheme: someAmount,
  x: someAmount,
  y: someAmount,
});

describe.each(Object.entries(rules))('Whatever the applications and the limits: %s', (_name, rule) => {
  it('never exceeds a limit, and never gives more than was grantable', () => {
    fc.assert(
      fc.property(someCandidates, someLimits, (candidates, limits) => {
        const shares = distribute(rule, candidates, new Map(Object.entries(limits)), 'seed');
        const given = new Map(shares.map((share) => [share.applicationId, share]));
        expect(given.size).toBe(candidates.length);
        for (const [id, amount] of Object.entries(limits)) {
          const under = candidates.filter(({ limitIds }) => limitIds.includes(id));
          const total = sumCents(under.map(({ applicationId }) => given.get(applicationId)!.grantedCents));
          expect(total).toBeLessThanOrEqual(amount);
        }
        for (const { grantedCents, grantableCents } of shares) {
          expect(grantedCents).toBeGreaterThanOrEqual(0);
          expect(grantedCents).toBeLessThanOrEqual(grantableCents);
        }
      }),
    );
  });

  it('does not depend on the order of storage', () => {
    const shuffled = someCandidates.chain((candidates) =>
      fc.tuple(fc.constant(candidates), fc.shuffledSubarray(candidates, { minLength: candidates.length })),
    );
    fc.assert(
      fc.property(shuffled, someLimits, ([candidates, others], limits) => {
        const of = (all: readonly Candidate[]) =>
          distribute(rule, all, new Map(Object.entries(limits)), 'seed').sort((one, other) =>
            one.applicationId < other.applicationId ? -1 : 1,
          );
        expect(of(others)).toEqual(of(candidates));
      }),
    );
  });
});

describe.each(promising)('Under %s', (name) => {
  it('more money makes nobody worse off', () => {
    fc.assert(
      fc.property(someCandidates, someAmount, someAmount, (candidates, available, extra) => {
        const inOne = candidates.map((one) => ({
          ...one,
          pool: 'kern',
          limitIds: ['kern'],
          declinesPart: false,
        }));
        const of = (amount: number) =>
          new Map(
            distribute(rules[name], inOne, new Map([['kern', cents(amount)]]), 'seed').map((share) => [
              share.applicationId,
              share.grantedCents,
            ]),
          );
        const more = of(available + extra);
        for (const [id, granted] of of(available)) expect(more.get(id)).toBeGreaterThanOrEqual(granted);
      }),
    );
  });
});

/** What everybody lacked after a first division, as it is divided again. */
function lacking(candidates: readonly Candidate[], rule: Distribution, limits: ReadonlyMap<string, Cents>) {
  const shares = distribute(rule, candidates, limits, 'seed');
  const byId = new Map(candidates.map((one) => [one.applicationId, one]));
  const left = new Map(limits);
  for (const { applicationId, grantedCents } of shares) {
    for (const id of byId.get(applicationId)!.limitIds) left.set(id, cents(left.get(id)! - grantedCents));
  }
  const waiting = shares
    .filter(({ place, grantableCents, grantedCents }) => place !== null && grantableCents > grantedCents)
    .map(({ applicationId, grantableCents, grantedCents }) => ({
      ...byId.get(applicationId)!,
      grantableCents: cents(grantableCents - grantedCents),
    }));
  return { shares, waiting, left };
}

describe('Under an equal split', () => {
  it('a kern whose money is gone leaves the last cent of the scheme to the others', () => {
    const inPool = (number: number, pool: string, amountCents: number) =>
      candidate(number, amountCents / 100, { pool, limitIds: [pool, 'scheme'] });
    const all = [inPool(0, 'b', 1), inPool(1, 'a', 6), inPool(2, 'b', 5), inPool(3, 'b', 5)];
    const limits = new Map([
      ['a', cents(6)],
      ['b', cents(9)],
      ['scheme', cents(15)],
    ]);
    const shares = distribute(rules['equal split'], all, limits, 'seed');
    const given = new Map(shares.map((share) => [share.applicationId, share.grantedCents]));
    expect(all.map(({ applicationId }) => given.get(applicationId))).toEqual([1, 6, 4, 4]);
  });
});

const fitting = someCandidates.map((all) => all.map((one) => ({ ...one, declinesPart: false })));

describe.each(Object.entries(rules))('Dividing again what came free: %s', (name, rule) => {
  it('gives nothing while nothing came free, and never more than is free or lacking', () => {
    fc.assert(
      fc.property(fitting, someLimits, someLimits, (candidates, limits, freed) => {
        // Parts of several limits leave something under the wider one; that was there and did not come free.
        const within =
          name === 'pro rata' ? candidates.map((one) => ({ ...one, limitIds: ['a'] })) : candidates;
        const { waiting, left } = lacking(within, rule, new Map(Object.entries(limits)));
        const nothing = distributeAgain(rule, waiting, left, 'seed');
        expect(nothing.filter(({ grantedCents }) => grantedCents > 0)).toEqual([]);
        const free = new Map(
          Object.entries(freed).map(([id, amount]) => [id, cents(left.get(id)! + amount)]),
        );
        const again = distributeAgain(rule, waiting, free, 'seed');
        const given = new Map(again.map((share) => [share.applicationId, share]));
        expect(given.size).toBe(waiting.length);
        for (const [id, amount] of free) {
          const under = waiting.filter(({ limitIds }) => limitIds.includes(id));
          const total = sumCents(under.map(({ applicationId }) => given.get(applicationId)!.grantedCents));
          expect(total).toBeLessThanOrEqual(amount);
        }
        for (const { grantedCents, grantableCents } of again) {
          expect(grantedCents).toBeLessThanOrEqual(grantableCents);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(promising.filter((name) => name !== 'equal split'))('Under %s', (name) => {
  it('money that comes free later goes where it would have gone at first', () => {
    fc.assert(
      fc.property(fitting, someAmount, someAmount, (candidates, available, freed) => {
        const inOne = candidates.map((one) => ({ ...one, pool: 'kern', limitIds: ['kern'] }));
        const { shares, waiting, left } = lacking(inOne, rules[name], new Map([['kern', available]]));
        const more = new Map([['kern', cents(left.get('kern')! + freed)]]);
        const later = new Map(
          distributeAgain(rules[name], waiting, more, 'seed').map((share) => [
            share.applicationId,
            share.grantedCents,
          ]),
        );
        const atOnce = distribute(rules[name], inOne, new Map([['kern', cents(available + freed)]]), 'seed');
        const expected = new Map(
          atOnce.map(({ applicationId, grantedCents }) => [applicationId, grantedCents]),
        );
        for (const { applicationId, grantedCents } of shares) {
          const together = grantedCents + (later.get(applicationId) ?? 0);
          // Who shares equally can get the odd cent of either division.
          expect(Math.abs(together - expected.get(applicationId)!)).toBeLessThanOrEqual(
            name.includes('equal') || name === 'committee' ? 1 : 0,
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});
