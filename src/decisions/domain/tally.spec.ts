import { describe, expect, it } from '@jest/globals';
import { cents } from '../../kernel/money.ts';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import type { VotingRule } from '../../rounds/domain/vote-check.ts';
import { type CountedPlan, tallyOf } from './tally.ts';

const rule: VotingRule = {
  ...{ kind: 'vote', voters: 'Alle inwoners', place: 'both', votesPerVoter: 2, per: 'scheme', tie: 'lot' },
  ...{ likesSufficeAt: 30, atCeiling: 'nothing', moment: 'after-window-closes' },
};
const plan = (
  number: string,
  votes: number,
  euros: number,
  change: Partial<CountedPlan> = {},
): CountedPlan => ({
  ...{ number, votes, requestedCents: cents(euros * 100), pool: 'kern', limitIds: ['kern'] },
  ...{ themeVotes: null, themeCode: null },
  ...change,
});
const outcome = (
  change: Partial<Extract<VotingRule, { kind: 'vote' }>>,
  plans: readonly CountedPlan[],
  euros = 2_000,
) =>
  Object.fromEntries(
    tallyOf(
      { ...rule, ...change },
      exampleRegulation,
      plans,
      new Map([['kern', cents(euros * 100)]]),
      'seed',
    ).map(({ number, place, grantedCents }) => [number, [place, grantedCents / 100]]),
  );

describe('The result of a vote, recomputed from what is published', () => {
  const plans = [plan('a', 30, 1_500), plan('b', 10, 900), plan('c', 8, 400)];

  it('skips what does not fit, stops there, or gives what is left, as the regulation says', () => {
    expect(outcome({}, plans)).toEqual({ a: [1, 1_500], b: [2, 0], c: [3, 400] });
    expect(outcome({ atCeiling: 'stop' }, plans)).toEqual({ a: [1, 1_500], b: [2, 0], c: [3, 0] });
    expect(outcome({ atCeiling: 'remainder' }, plans)).toEqual({ a: [1, 1_500], b: [2, 500], c: [3, 0] });
  });

  it('gives no place below the least number of votes, or outside the winning themes', () => {
    expect(outcome({ minimumVotes: 9 }, plans)).toMatchObject({ c: [null, 0] });
    const themed = [
      plan('a', 30, 500, { themeCode: 'sport', themeVotes: 20 }),
      plan('b', 5, 500, { themeCode: 'groen', themeVotes: 80 }),
    ];
    expect(outcome({ winningThemes: 1 }, themed)).toEqual({ a: [null, 0], b: [1, 500] });
  });

  it('does not need a budget to tell the places', () => {
    expect(outcome({}, [plan('a', 1, 5_000, { limitIds: [] })])).toEqual({ a: [1, 5_000] });
  });
});
