import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../../kernel/calendar-date.ts';
import { cents, sumCents } from '../../kernel/money.ts';
import type { Distribution } from '../../regulations/domain/groups/distribution.ts';
import { type Candidate, distribute } from './distribution.ts';

const rule: Distribution = {
  kind: 'order-of-completeness',
  tie: 'lot',
  atCeiling: 'remainder',
  moment: 'after-window-closes',
};

const candidate = (number: number, completedOn: string, euros: number): Candidate => ({
  applicationId: `application-${number}`,
  number: `LB-2019-00000${number}`,
  completedOn: calendarDate(completedOn),
  grantableCents: cents(euros * 100),
});

const three = [
  candidate(1, '2019-03-04', 900),
  candidate(2, '2019-04-10', 850),
  candidate(3, '2019-05-20', 700),
];

const someCandidates = fc
  .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 90_000 })), { maxLength: 15 })
  .map((rows) =>
    rows.map(([days, amount], index): Candidate => ({
      ...candidate(index, '2019-05-01', 1),
      completedOn: addDays(calendarDate('2019-05-01'), days),
      grantableCents: cents(amount),
    })),
  );
const someAmount = fc.integer({ min: 0, max: 300_000 }).map(cents);

describe('Dividing what is left in a kern by the order of complete days', () => {
  it('gives the last of three the remainder of EUR 2,000', () => {
    const lines = distribute(rule, three, cents(200_000), 'seed');
    expect(lines.map((line) => [line.place, line.remainderCents, line.grantedCents])).toEqual([
      [1, 200_000, 90_000],
      [2, 110_000, 85_000],
      [3, 25_000, 25_000],
    ]);
  });

  it('gives the first that does not fit nothing where the regulation says all or nothing', () => {
    const lines = distribute({ ...rule, atCeiling: 'nothing' }, three, cents(200_000), 'seed');
    expect(lines.map((line) => line.grantedCents)).toEqual([90_000, 85_000, 0]);
  });

  it('lets the lot decide between applications that were complete on the same day, and says so', () => {
    const sameDay = [1, 2, 3].map((number) => candidate(number, '2019-05-20', 1500));
    const lines = distribute(rule, sameDay, cents(200_000), 'seed');
    expect(lines.every((line) => line.byLot)).toBe(true);
    expect(sumCents(lines.map((line) => line.grantedCents))).toBe(200_000);
  });

  it('draws a fair lot: over many seeds each of three comes first about as often', () => {
    const sameDay = [1, 2, 3].map((number) => candidate(number, '2019-05-20', 1));
    const wins = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed += 1) {
      const first = distribute(rule, sameDay, cents(100), `seed-${seed}`)[0]!.applicationId;
      wins.set(first, (wins.get(first) ?? 0) + 1);
    }
    for (const count of wins.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it('never exceeds what is available and never gives more than was grantable', () => {
    fc.assert(
      fc.property(someCandidates, someAmount, (candidates, availableCents) => {
        const lines = distribute(rule, candidates, availableCents, 'seed');
        expect(sumCents(lines.map((line) => line.grantedCents))).toBeLessThanOrEqual(availableCents);
        for (const line of lines) expect(line.grantedCents).toBeLessThanOrEqual(line.grantableCents);
      }),
    );
  });

  it('does not depend on the order of storage', () => {
    fc.assert(
      fc.property(someCandidates, someAmount, (candidates, availableCents) => {
        const lines = distribute(rule, candidates, availableCents, 'seed');
        expect(distribute(rule, [...candidates].reverse(), availableCents, 'seed')).toEqual(lines);
      }),
    );
  });

  it('makes nobody worse off when there is more money', () => {
    fc.assert(
      fc.property(someCandidates, someAmount, someAmount, (candidates, availableCents, extraCents) => {
        const before = distribute(rule, candidates, availableCents, 'seed');
        const after = distribute(rule, candidates, cents(availableCents + extraCents), 'seed');
        before.forEach((line, index) => {
          expect(after[index]!.grantedCents).toBeGreaterThanOrEqual(line.grantedCents);
        });
      }),
    );
  });
});
