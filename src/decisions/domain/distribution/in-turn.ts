import { type Cents, smallestCents, zeroCents } from '../../../kernel/money.ts';
import type { Distribution } from '../../../regulations/domain/groups/distribution.ts';
import type { Candidate, Share } from './candidate.ts';
import { equalFill } from './equal-fill.ts';
import type { Limits } from './limits.ts';
import { compareTexts, inLotOrder, lot } from './lot.ts';

/** What every method is given besides the applications. */
export interface Draw {
  readonly seed: string;
  readonly limits: Limits;
}

/** How an order is made. */
export interface Ordering {
  /** Below zero when the first goes before the other; zero for equals. */
  readonly compare: (one: Candidate, other: Candidate) => number;
  readonly tie: 'lot' | 'equal-split';
  /** How an application got its place, in Dutch; without points or votes it is empty. */
  readonly standing: (candidate: Candidate) => string;
}

type AtCeiling = Pick<Distribution, 'atCeiling' | 'declinedRemainder'>;

/** Those who are equal in one pool, in the order of the lot. */
type Equals = readonly Candidate[];

/** The order: by the rule, then the lot. The order of storage never matters. */
function equalsInOrder(candidates: readonly Candidate[], { compare }: Ordering, seed: string): Equals[] {
  // Of the pool, so that no kern comes before another for its name.
  const poolLots = new Map<string, string>();
  for (const { pool } of candidates) if (!poolLots.has(pool)) poolLots.set(pool, lot(seed, pool));
  const poolLot = (candidate: Candidate): string => poolLots.get(candidate.pool) ?? '';
  const inOrder = [...candidates].sort(
    (one, other) => compare(one, other) || compareTexts(poolLot(one), poolLot(other)),
  );
  const groups: Candidate[][] = [];
  for (const one of inOrder) {
    const group = groups.at(-1);
    const previous = group?.[0];
    if (group && previous?.pool === one.pool && compare(previous, one) === 0) group.push(one);
    else groups.push([one]);
  }
  // A lot is drawn only where it decides: of many it would take more memory than all else.
  return groups.map((group) => (group.length === 1 ? group : inLotOrder(group, seed)));
}

/**
 * Gives each its turn in the order: who fits gets all of it, and who does not what the regulation says of the ceiling.
 * Among equals the lot decides, or they share what is left in equal parts. The total never exceeds any limit, because
 * refusal is due in so far as a ceiling would be exceeded (Awb 4:25).
 */
export function inTurn(
  rule: AtCeiling,
  ordering: Ordering,
  candidates: readonly Candidate[],
  { seed, limits }: Draw,
): Share[] {
  const places = new Map<string, number>();
  const stopped = new Set<string>();
  return equalsInOrder(candidates, ordering, seed).flatMap((equals) => {
    const shared = ordering.tie === 'equal-split' && equals.length > 1 && !allFit(equals, limits);
    const parts = shared ? sharedParts(equals, stopped, limits) : null;
    return equals.map((candidate) => {
      const { applicationId, pool, grantableCents } = candidate;
      const place = (places.get(pool) ?? 0) + 1;
      places.set(pool, place);
      const { grantedCents, remainderCents, declined } =
        parts?.get(applicationId) ?? takeTurn(rule, candidate, stopped, limits);
      const standing = ordering.standing(candidate);
      const byLot = equals.length > 1 && ordering.tie === 'lot';
      return {
        applicationId,
        place,
        standing,
        grantableCents,
        grantedCents,
        remainderCents,
        byLot,
        declined,
      };
    });
  });
}

type Turn = Pick<Share, 'grantedCents' | 'remainderCents' | 'declined'>;

function takeTurn(rule: AtCeiling, candidate: Candidate, stopped: Set<string>, limits: Limits): Turn {
  const { pool, grantableCents, declinesPart } = candidate;
  const remainderCents = limits.leftFor(candidate);
  const fits = !stopped.has(pool) && grantableCents <= remainderCents;
  const offered = fits ? grantableCents : partOf(rule, candidate, stopped, remainderCents);
  const declined = offered > 0 && offered < grantableCents && declinesPart;
  if (!fits && (rule.atCeiling === 'stop' || (declined && rule.declinedRemainder === 'lapses'))) {
    stopped.add(pool);
  }
  const grantedCents = declined ? zeroCents : offered;
  limits.take(candidate, grantedCents);
  return { grantedCents, remainderCents, declined };
}

function partOf(rule: AtCeiling, candidate: Candidate, stopped: Set<string>, remainderCents: Cents): Cents {
  const { leastCents = zeroCents } = candidate;
  const isEnough = remainderCents >= leastCents;
  const givesPart = rule.atCeiling === 'remainder' && isEnough && !stopped.has(candidate.pool);
  return givesPart ? smallestCents(candidate.grantableCents, remainderCents) : zeroCents;
}

/** Whether equals fit together, so that nothing needs to be shared. */
function allFit(equals: Equals, limits: Limits): boolean {
  const needed = new Map<string, number>();
  for (const candidate of equals) {
    for (const id of candidate.limitIds) {
      needed.set(id, (needed.get(id) ?? 0) + candidate.grantableCents);
    }
  }
  return [...needed].every(([id, amount]) => amount <= limits.left(id));
}

/** What equals get who share in equal parts; those who want no part leave theirs to the others. */
function sharedParts(
  equals: Equals,
  stopped: ReadonlySet<string>,
  limits: Limits,
): ReadonlyMap<string, Turn> | null {
  const [first] = equals;
  if (first === undefined || stopped.has(first.pool)) return null;
  const remainders = new Map(equals.map((candidate) => [candidate.applicationId, limits.leftFor(candidate)]));
  const willing = equals.filter(({ declinesPart }) => !declinesPart);
  const given = equalFill(willing, limits);
  return new Map(
    equals.map(({ applicationId, declinesPart }) => [
      applicationId,
      {
        grantedCents: given.get(applicationId) ?? zeroCents,
        remainderCents: remainders.get(applicationId) ?? zeroCents,
        declined: declinesPart,
      },
    ]),
  );
}
