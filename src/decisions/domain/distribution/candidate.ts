import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Cents } from '../../../kernel/money.ts';

/** The points that one assessor gave, by code of the criterion. */
export type ScoreSheet = Readonly<Record<string, number>>;

/** What was recorded to compare an application with others; what a regulation does not use is left out. */
export interface Compared {
  /** One sheet for each assessor who had no interest in it, when all of them are in. */
  readonly sheets?: readonly ScoreSheet[];
  /** 1 for the first; equal numbers are equal places. */
  readonly rank?: number;
  /** Ballots, or vouchers that were handed in. */
  readonly votes?: number;
  readonly themeCode?: string;
  /** Of the theme to which it belongs, where residents vote on themes first. */
  readonly themeVotes?: number;
  readonly likes?: number;
  /** What this body is entitled to; null when the regulation does not name it. */
  readonly entitledCents?: Cents | null;
}

/** An application that meets every condition and waits for money. */
export interface Candidate {
  readonly applicationId: string;
  readonly number: string;
  /** The period of the window in which it came in: 0 for the first. Who came in earlier goes first. */
  readonly period: number;
  /** Whether it came in when the round was over, for what remains. */
  readonly rolling: boolean;
  readonly completedOn: CalendarDate;
  /** What it may have before any limit is looked at; more than zero. */
  readonly grantableCents: Cents;
  /** The least that the regulation gives; a part below it is not given. Left out where there is none. */
  readonly leastCents?: Cents | undefined;
  /** Within what it competes: a kern, the scheme, a theme. */
  readonly pool: string;
  /** Every limit that it counts for: of its kern, of the scheme, of its theme. At least one. */
  readonly limitIds: readonly string[];
  /** Whether the applicant has said that a part is of no use. */
  readonly declinesPart: boolean;
  readonly compared: Compared;
}

/** The same application with less that is grantable, such as what was handed in for it in vouchers. */
export function narrowedTo(candidate: Candidate, grantableCents: Cents): Candidate {
  const { applicationId, number, period, rolling, completedOn, pool, limitIds } = candidate;
  const { declinesPart, compared, leastCents } = candidate;
  return {
    ...{ applicationId, number, period, rolling, completedOn, pool, limitIds },
    ...{ declinesPart, compared, leastCents, grantableCents },
  };
}

/** What one application gets of the money, and why. */
export interface Share {
  readonly applicationId: string;
  /** 1 for the first in its pool and period; null when it takes no place, such as below a threshold. */
  readonly place: number | null;
  /** How it got its place, as Dutch sentences: points, votes, the lot. */
  readonly standing: string;
  readonly grantableCents: Cents;
  readonly grantedCents: Cents;
  /** What was left for it just before its turn. */
  readonly remainderCents: Cents;
  /** Whether the order among equals was drawn by lot. */
  readonly byLot: boolean;
  /** Whether it could have had a part and the applicant did not want that. */
  readonly declined: boolean;
}

/** An application without a place, and so without money. */
export function withoutPlace({ applicationId, grantableCents }: Candidate, standing: string): Share {
  const none = 0 as Cents;
  const nothing = { place: null, grantedCents: none, remainderCents: none, byLot: false, declined: false };
  return { applicationId, grantableCents, standing, ...nothing };
}
