import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { type Cents, zeroCents } from '../../kernel/money.ts';
import type { ComputationLine } from '../../regulations/domain/computation.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { Candidate } from './distribution/candidate.ts';
import type { MethodName } from './distribution/method.ts';
import type { Proposal, ProposalFacts } from './proposal-facts.ts';

/**
 * The place of who got too little because the money was gone, as it was when that was decided: points, votes and the
 * day of completeness do not change any more. It gives no claim; money that comes free can go there.
 */
export interface WaitingPlace extends Pick<
  Candidate,
  | 'pool'
  | 'period'
  | 'rolling'
  | 'completedOn'
  | 'compared'
  | 'declinesPart'
  | 'grantableCents'
  | 'leastCents'
> {
  /** How money was divided when it was decided. */
  readonly method: MethodName;
  /** What the ceiling kept from it; more than zero. */
  readonly lackingCents: Cents;
  /** From the request to what is grantable. */
  readonly lines: readonly ComputationLine[];
}

/** What of a decision tells whether somebody waits after it. */
export interface DecidedShare {
  readonly facts: ProposalFacts;
  readonly proposal: Proposal;
  /** Why it was decided otherwise than computed; null when it was not. */
  readonly changeReason: string | null;
}

/**
 * The place on the waiting list that a decision leaves, or null: for who lacks nothing, who took no place in the order,
 * and about whom was decided otherwise than the regulation computes.
 */
export function waitingPlaceOf(
  { distribution }: Pick<RegulationDocument, 'distribution'>,
  { facts, proposal, changeReason }: DecidedShare,
): WaitingPlace | null {
  const { order } = proposal;
  const { completedOn, pool, period, compared, declinesPart, grantable } = facts;
  if (order === null || completedOn === null || changeReason !== null) return null;
  if (order.lackingCents === zeroCents) return null;
  return {
    ...{ pool, compared, declinesPart, completedOn, method: distribution.kind },
    ...{ period: period.index, rolling: period.rolling },
    ...(facts.leastCents !== undefined && { leastCents: facts.leastCents }),
    ...{ grantableCents: grantable.grantableCents, lines: grantable.lines, lackingCents: order.lackingCents },
  };
}

/** The last day on which money that comes free can still go to who waits; null where the regulation does not allow it. */
export function waitingUntil(
  { distribution }: Pick<RegulationDocument, 'distribution'>,
  decidedOn: CalendarDate,
): CalendarDate | null {
  const { waitingListUntilWeeks: weeks } = distribution;
  return weeks === undefined ? null : addDays(decidedOn, weeks * 7);
}
