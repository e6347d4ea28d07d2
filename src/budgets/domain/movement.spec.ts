import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cents } from '../../kernel/money.ts';
import { move, type Movement, movementNames } from './movement.ts';
import { accounts, emptyPosition, type Position, signedAccounts, sumOfPosition } from './position.ts';

const someMovements = fc.array(
  fc.tuple(fc.constantFrom(...movementNames), fc.integer({ min: 1, max: 500_000 }).map(cents)),
  { maxLength: 60 },
);

function play(steps: readonly [Movement, ReturnType<typeof cents>][]): Position {
  return steps.reduce<Position>((position, [movement, amountCents]) => {
    const outcome = move(position, movement, amountCents);
    return outcome.kind === 'booked' ? outcome.position : position;
  }, emptyPosition);
}

const withBudget = (amount: number): Position => play([['allocate', cents(amount)]]);

describe('The budget of a kern', () => {
  it('gives the last euro but not one cent more', () => {
    const full = move(withBudget(200_000), 'commit', cents(200_000));
    expect(full.kind).toBe('booked');
    expect(move(withBudget(200_000), 'commit', cents(200_001))).toEqual({
      kind: 'ceiling-reached',
      availableCents: 200_000,
    });
  });

  it('releases no more than was committed', () => {
    expect(move(withBudget(200_000), 'release', cents(1))).toEqual({
      kind: 'more-than-committed',
      committedCents: 0,
    });
  });

  it.each([0, -1])('refuses an amount of %i cents', (amount) => {
    expect(move(withBudget(200_000), 'commit', cents(amount))).toEqual({ kind: 'amount-not-positive' });
  });

  it('is balanced and never below zero, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(someMovements, (steps) => {
        const position = play(steps);
        expect(sumOfPosition(position)).toBe(0);
        for (const account of accounts) {
          if (!signedAccounts.has(account)) expect(position[account]).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('is as before after a commitment is released', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }).map(cents), (amountCents) => {
        const before = withBudget(200_000);
        const committed = move(before, 'commit', amountCents);
        if (committed.kind !== 'booked') throw new Error('fits');
        expect(move(committed.position, 'release', amountCents)).toEqual({
          kind: 'booked',
          position: before,
        });
      }),
    );
  });
});
