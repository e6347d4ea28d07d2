import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cents } from '../../kernel/money.ts';
import { grantEffect, mirrorOf, move, type Movement, movementNames, movements } from './movement.ts';
import { accounts, emptyPosition, type Position, signedAccounts, sumOfPosition } from './position.ts';

const someMovements = fc.array(
  fc.tuple(fc.constantFrom(...movementNames), fc.integer({ min: 1, max: 500_000 }).map(cents)),
  { maxLength: 60 },
);

function play(steps: readonly [Movement, ReturnType<typeof cents>][]): Position {
  return steps.reduce<Position>((position, [movement, amountCents]) => {
    const outcome = move(position, movements[movement], amountCents);
    return outcome.kind === 'moved' ? outcome.position : position;
  }, emptyPosition);
}

const withBudget = (amount: number): Position => play([['allocate', cents(amount)]]);

describe('The budget of a kern', () => {
  it('gives the last euro but not one cent more', () => {
    expect(move(withBudget(200_000), movements.commit, cents(200_000)).kind).toBe('moved');
    expect(move(withBudget(200_000), movements.commit, cents(200_001))).toEqual({
      kind: 'short',
      account: 'available',
      balanceCents: 200_000,
    });
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

  it.each(movementNames)('is as before after "%s" and its mirror', (movement) => {
    const full = Object.fromEntries(accounts.map((account) => [account, cents(1000)])) as Position;
    const there = move(full, movements[movement], cents(250));
    if (there.kind !== 'moved') throw new Error('fits');
    expect(there.position).not.toEqual(full);
    expect(move(there.position, mirrorOf(movements[movement]), cents(250))).toEqual({
      kind: 'moved',
      position: full,
    });
  });
});

describe('The used part of a limit', () => {
  it.each([
    ['commit', 1],
    ['commit-held', 1],
    ['release', -1],
    ['release-lapsed', -1],
    ['receive', -1],
    ['receive-lapsed', -1],
    ['pay', 0],
    ['claim-back', 0],
    ['write-off', 0],
    ['allocate', 0],
    ['lapse', 0],
  ] as const)('changes by "%s" in the direction %i', (movement, effect) => {
    expect(grantEffect(movements[movement])).toBe(effect);
  });
});
