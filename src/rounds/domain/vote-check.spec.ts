import { describe, expect, it } from '@jest/globals';
import { type Tally, tallyFaults, type VotingRule } from './vote-check.ts';

const rule: VotingRule = {
  ...{ kind: 'vote', voters: 'Alle inwoners', place: 'both', votesPerVoter: 2, per: 'theme', tie: 'lot' },
  ...{ atCeiling: 'nothing', moment: 'after-window-closes' },
};
const tally: Tally = {
  ...{ entitledCount: 100, ballotCount: 50, invalidCount: 0, themeCounts: [], tellers: ['Els', 'Piet'] },
  counts: [40, 40, 45, 35].map((votes, index) => ({ applicationId: `plan-${index}`, votes })),
};
const codes = (faults: ReturnType<typeof tallyFaults>) =>
  faults.map(({ location, code }) => `${location} ${code}`);

describe('What ballots can hold', () => {
  it('is as many votes for each theme or kern, where residents have votes for each', () => {
    const themeOf = (_plan: unknown, index: number) => (index < 2 ? 'groen' : 'sport');
    expect(tallyFaults(rule, tally, themeOf)).toEqual([]);
    // All together it would be too much: 160 votes on 50 ballots of two votes.
    expect(codes(tallyFaults(rule, tally))).toEqual(['/counts too-many-votes']);
  });

  it('is refused for a theme that has too many, however few the others have', () => {
    const themeOf = (_plan: unknown, index: number) => (index < 3 ? 'groen' : 'sport');
    expect(codes(tallyFaults(rule, tally, themeOf))).toEqual(['/counts too-many-votes']);
  });

  it('is one vote of each ballot for one plan, and as many vouchers as somebody has', () => {
    const one = { ...tally, counts: [{ applicationId: 'plan', votes: 51 }] };
    expect(codes(tallyFaults(rule, one))).toEqual(['/counts/0/votes too-many-votes']);
    const vouchers = {
      ...{ kind: 'vouchers', holders: 'Elk huishouden', perHolder: 3, valueCents: 500, tie: 'lot' },
      ...{ atCeiling: 'remainder', moment: 'after-window-closes' },
    } as unknown as VotingRule;
    expect(tallyFaults(vouchers, one)).toEqual([]);
  });
});
