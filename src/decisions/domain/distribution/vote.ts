import type { Candidate, Share } from './candidate.ts';
import { withoutPlace } from './candidate.ts';
import { type Draw, inTurn, type Ordering } from './in-turn.ts';
import { compareTexts } from './lot.ts';
import type { Method, Rule } from './method.ts';

type Vote = Rule<'vote'>;

const votesOf = ({ compared }: Candidate): number => compared.votes ?? 0;
const themeVotesOf = ({ compared }: Candidate): number => compared.themeVotes ?? 0;

function counted(votes: number): string {
  return votes === 1 ? '1 stem.' : `${votes} stemmen.`;
}

/** The pools that have money enough for all their plans: there nobody needs to vote. */
function plentiful(candidates: readonly Candidate[], { limits }: Draw): ReadonlySet<string> {
  const asked = new Map<string, number>();
  for (const { limitIds, grantableCents } of candidates) {
    for (const id of limitIds) asked.set(id, (asked.get(id) ?? 0) + grantableCents);
  }
  const scarce = new Set([...asked].filter(([id, amount]) => amount > limits.left(id)).map(([id]) => id));
  const pools = new Set(candidates.map(({ pool }) => pool));
  for (const { pool, limitIds } of candidates) {
    if (limitIds.some((id) => scarce.has(id))) pools.delete(pool);
  }
  return pools;
}

/** The numbers of votes on themes that go through; null when all themes do. */
function winningThemeVotes({ winningThemes }: Vote, candidates: readonly Candidate[]): number | null {
  if (winningThemes === undefined) return null;
  const totals = new Map(
    candidates.map((candidate) => [candidate.compared.themeCode, themeVotesOf(candidate)]),
  );
  const highest = [...totals.values()].sort((one, other) => other - one);
  return highest[Math.min(winningThemes, highest.length) - 1] ?? null;
}

/** Why a plan takes no place although people voted; null when it takes one. */
function outvoted(rule: Vote, candidate: Candidate, leastThemeVotes: number | null): string | null {
  if (leastThemeVotes !== null && themeVotesOf(candidate) < leastThemeVotes) {
    return `Het thema kreeg ${counted(themeVotesOf(candidate))} Dat was niet genoeg om door te gaan.`;
  }
  const { minimumVotes = 0 } = rule;
  return votesOf(candidate) < minimumVotes
    ? `Het plan kreeg ${counted(votesOf(candidate))} Er zijn er minstens ${minimumVotes} nodig.`
    : null;
}

function byLikes(rule: Vote, candidates: readonly Candidate[], draw: Draw): Share[] {
  const { likesSufficeAt = 0 } = rule;
  const isLiked = ({ compared }: Candidate) => (compared.likes ?? 0) >= likesSufficeAt;
  const standing = ({ compared }: Candidate) =>
    `Er is geld genoeg voor alle plannen; ${compared.likes ?? 0} steunbetuigingen, ${likesSufficeAt} zijn genoeg.`;
  const ordering = {
    compare: (one: Candidate, other: Candidate) => compareTexts(one.number, other.number),
    tie: 'lot',
    standing,
  } as const;
  const tooFew = ({ compared }: Candidate) =>
    `Er is geld genoeg, maar het plan kreeg ${compared.likes ?? 0} steunbetuigingen; er zijn er minstens ${likesSufficeAt} nodig.`;
  return [
    ...inTurn(rule, ordering, candidates.filter(isLiked), draw),
    ...candidates
      .filter((candidate) => !isLiked(candidate))
      .map((candidate) => withoutPlace(candidate, tooFew(candidate))),
  ];
}

function orderOf({ tie }: Vote): Ordering {
  return {
    compare: (one, other) => themeVotesOf(other) - themeVotesOf(one) || votesOf(other) - votesOf(one),
    tie,
    standing: (candidate) =>
      candidate.compared.themeVotes === undefined
        ? counted(votesOf(candidate))
        : `Het thema kreeg ${counted(themeVotesOf(candidate))} Het plan kreeg ${counted(votesOf(candidate))}`,
  };
}

function byVotes(rule: Vote, candidates: readonly Candidate[], draw: Draw): Share[] {
  const least = winningThemeVotes(rule, candidates);
  const fallen = candidates.flatMap((candidate) => {
    const why = outvoted(rule, candidate, least);
    return why === null ? [] : [withoutPlace(candidate, why)];
  });
  const out = new Set(fallen.map(({ applicationId }) => applicationId));
  const placed = candidates.filter(({ applicationId }) => !out.has(applicationId));
  return [...inTurn(rule, orderOf(rule), placed, draw), ...fallen];
}

/**
 * Residents vote: most votes first, on themes before plans where the regulation says so. Where there is money enough
 * for every plan of a pool, a number of likes can do instead.
 */
export const vote: Method<'vote'> = {
  compares: true,
  lacks: (rule, { compared }) =>
    compared.votes === undefined && (rule.likesSufficeAt === undefined || compared.likes === undefined)
      ? 'De uitslag van de stemming is nog niet vastgelegd.'
      : null,
  order: orderOf,
  divide(rule, candidates, draw) {
    const rich = rule.likesSufficeAt === undefined ? new Set<string>() : plentiful(candidates, draw);
    const liked = candidates.filter(({ pool }) => rich.has(pool));
    const voted = candidates.filter(({ pool }) => !rich.has(pool));
    return [...byLikes(rule, liked, draw), ...byVotes(rule, voted, draw)];
  },
};
