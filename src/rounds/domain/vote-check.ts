import type { InputFault } from '../../kernel/domain-error.ts';
import type { Distribution } from '../../regulations/domain/groups/distribution.ts';
import { faultIn } from './rounds.problems.ts';

export type VotingRule = Extract<Distribution, { kind: 'vote' | 'vouchers' }>;

export interface CountedPlan {
  readonly applicationId: string;
  readonly votes: number;
}

export interface CountedTheme {
  readonly themeCode: string;
  readonly votes: number;
}

/** The result of a vote as the tellers wrote it down. */
export interface Tally {
  readonly entitledCount: number;
  /** Everybody who handed something in. */
  readonly ballotCount: number;
  /** Of those, what counts for nothing. */
  readonly invalidCount: number;
  readonly counts: readonly CountedPlan[];
  readonly themeCounts: readonly CountedTheme[];
  readonly tellers: readonly string[];
}

/** How many votes one ballot holds. */
export function votesPerBallot(rule: VotingRule): number {
  return rule.kind === 'vote' ? rule.votesPerVoter : rule.perHolder;
}

function repeatedFaults(keys: readonly string[], at: (index: number) => string): InputFault[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [faultIn(at(index), 'twice', 'Dit staat er twee keer.')] : [],
  );
}

/** Votes with what a ballot holds them for: one kern, one theme, or everything. */
interface Counted {
  readonly votes: number;
  readonly group: string;
}

/** Whether more was counted than the ballots can hold: for one plan by a vote, and for all plans of a group together. */
function countFaults(
  counted: readonly Counted[],
  valid: number,
  perBallot: number,
  mostForOne: number,
  list: 'counts' | 'themeCounts',
): InputFault[] {
  const votes = counted.map((each) => each.votes);
  const faults = votes.flatMap((count, index) =>
    count > mostForOne
      ? [
          faultIn(
            `/${list}/${index}/votes`,
            'too-many-votes',
            `Er zijn hoogstens ${mostForOne} stemmen mogelijk.`,
          ),
        ]
      : [],
  );
  const sums = new Map<string, number>();
  for (const { group, votes: count } of counted) sums.set(group, (sums.get(group) ?? 0) + count);
  const excess = Math.max(0, ...sums.values());
  if (excess <= valid * perBallot) return faults;
  const detail = `Samen zijn ${excess} stemmen geteld, maar ${valid} geldige stembiljetten hebben er hoogstens ${valid * perBallot}.`;
  return [...faults, faultIn(`/${list}`, 'too-many-votes', detail)];
}

const together = '';

/**
 * Everything that is wrong with the result of a vote, at once. Which plans there are is not looked at here.
 * @param groupOf the kern or the theme of a plan, where somebody has votes for each of those
 */
export function tallyFaults(
  rule: VotingRule,
  tally: Tally,
  groupOf: (plan: CountedPlan, index: number) => string = () => together,
): InputFault[] {
  const { entitledCount, ballotCount, invalidCount, counts, themeCounts, tellers } = tally;
  const faults: InputFault[] = [];
  if (ballotCount > entitledCount) {
    const detail = `Er zijn ${ballotCount} stembiljetten geteld, maar ${entitledCount} mensen mochten stemmen.`;
    faults.push(faultIn('/ballotCount', 'more-than-entitled', detail));
  }
  if (invalidCount > ballotCount) {
    const detail = 'Er zijn meer ongeldige stembiljetten dan stembiljetten.';
    faults.push(faultIn('/invalidCount', 'more-than-cast', detail));
  }
  const [first = '', second = ''] = tellers.map((name) => name.trim().toLowerCase());
  if (first === second) {
    faults.push(faultIn('/tellers', 'two-tellers', 'Twee verschillende mensen tellen de stemmen.'));
  }
  const valid = Math.max(ballotCount - invalidCount, 0);
  const perBallot = votesPerBallot(rule);
  const mostForOne = rule.kind === 'vote' ? valid : valid * perBallot;
  faults.push(
    ...repeatedFaults(
      counts.map(({ applicationId }) => applicationId),
      (index) => `/counts/${index}/applicationId`,
    ),
    ...repeatedFaults(
      themeCounts.map(({ themeCode }) => themeCode),
      (index) => `/themeCounts/${index}/themeCode`,
    ),
    ...countFaults(
      counts.map((plan, index) => ({ votes: plan.votes, group: groupOf(plan, index) })),
      valid,
      perBallot,
      mostForOne,
      'counts',
    ),
    ...countFaults(
      themeCounts.map(({ votes }) => ({ votes, group: together })),
      valid,
      perBallot,
      mostForOne,
      'themeCounts',
    ),
  );
  const asksThemes = rule.kind === 'vote' && rule.winningThemes !== undefined;
  if (asksThemes !== themeCounts.length > 0) {
    const detail = asksThemes
      ? 'Inwoners stemmen eerst over thema’s: geef ook die stemmen.'
      : 'Over thema’s wordt in deze regeling niet gestemd.';
    faults.push(faultIn('/themeCounts', 'themes-do-not-fit', detail));
  }
  return faults;
}
