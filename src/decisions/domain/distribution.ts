import { createHash } from 'node:crypto';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type Cents, smallestCents, subtractCents, zeroCents } from '../../kernel/money.ts';
import type { Distribution } from '../../regulations/domain/groups/distribution.ts';

/** An application that meets every condition and waits for money. */
export interface Candidate {
  readonly applicationId: string;
  readonly number: string;
  readonly completedOn: CalendarDate;
  /** What it may have before the ceiling is looked at; more than zero. */
  readonly grantableCents: Cents;
}

export interface DistributionLine {
  readonly applicationId: string;
  /** 1 for the first in the order. */
  readonly place: number;
  readonly grantableCents: Cents;
  readonly grantedCents: Cents;
  /** What was left in the kern just before this line. */
  readonly remainderCents: Cents;
  /** Whether the order within the same day was drawn by lot. */
  readonly byLot: boolean;
}

/**
 * The lot of one application: a number that nobody can choose, and that anybody can compute again from the
 * recorded seed. Lower goes first.
 */
export function lot(seed: string, applicationNumber: string): string {
  return createHash('sha256').update(`${seed}:${applicationNumber}`).digest('hex');
}

function compare(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** The order: day of completeness, then the lot. The order of storage never matters. */
export function inOrder(candidates: readonly Candidate[], seed: string): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, lot: lot(seed, candidate.number) }))
    .sort((a, b) => compare(a.candidate.completedOn, b.candidate.completedOn) || compare(a.lot, b.lot))
    .map(({ candidate }) => candidate);
}

/**
 * Divides what is available in one kern by the rule of the regulation. The total never exceeds
 * `availableCents` (Awb 4:25): refusal is due in so far as the ceiling would be exceeded, so the first that
 * does not fit gets the remainder where the regulation says so, and who comes after gets nothing.
 */
export function distribute(
  rule: Distribution,
  candidates: readonly Candidate[],
  availableCents: Cents,
  seed: string,
): DistributionLine[] {
  const perDay = new Map<CalendarDate, number>();
  for (const { completedOn } of candidates) perDay.set(completedOn, (perDay.get(completedOn) ?? 0) + 1);
  let remainderCents = availableCents;
  let stopped = false;
  return inOrder(candidates, seed).map((candidate, index) => {
    const fits = !stopped && candidate.grantableCents <= remainderCents;
    stopped ||= !fits && rule.atCeiling === 'stop';
    const partCents =
      rule.atCeiling === 'remainder' ? smallestCents(candidate.grantableCents, remainderCents) : zeroCents;
    const grantedCents = fits ? candidate.grantableCents : partCents;
    const line = {
      applicationId: candidate.applicationId,
      place: index + 1,
      grantableCents: candidate.grantableCents,
      grantedCents,
      remainderCents,
      byLot: (perDay.get(candidate.completedOn) ?? 0) > 1,
    };
    remainderCents = subtractCents(remainderCents, grantedCents);
    return line;
  });
}
