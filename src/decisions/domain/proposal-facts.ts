import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { ApplicationStatus } from '../../applications/domain/lifecycle.ts';
import type { StepProposal } from '../../assessment/domain/step-proposal.ts';
import type { AssessedFinding } from '../../assessment/domain/assessed-finding.ts';
import type { ComputationLine } from '../../regulations/domain/computation.ts';
import type { GrantableAmount } from '../../regulations/domain/grantable-amount.ts';
import {
  lastDayOfPeriod,
  periodOn,
  periodsOf,
  type WindowRules,
} from '../../regulations/domain/groups/window.ts';
import type { Compared } from './distribution/candidate.ts';
import type { WeighedProposal } from './proposed-otherwise.ts';

export const decisionKinds = ['grant', 'partial-grant', 'refusal', 'left-untreated'] as const;

export type DecisionKind = (typeof decisionKinds)[number];

/** A criterion with what was found of it, for the reasons of a decision (Awb 3:46). */
export type DecisionReason = Pick<AssessedFinding, 'criterionCode' | 'statement' | 'basis' | 'reason'> & {
  readonly outcome: 'met' | 'not-met';
};

/** The place in the order and what was left, for an application that took part in the distribution. */
export interface OrderedPlace {
  readonly place: number;
  /** How it got that place where applications are compared, in Dutch; else empty. */
  readonly standing: string;
  readonly completedOn: CalendarDate;
  readonly byLot: boolean;
  readonly remainderCents: Cents;
  /** What the ceiling keeps from it, of what it could have by this way of dividing. */
  readonly lackingCents: Cents;
}

/** What the college is asked to decide on one application, with everything that led to it. */
export interface Proposal {
  readonly kind: DecisionKind;
  readonly requestedCents: Cents;
  /** What it may have before any limit is looked at. */
  readonly grantableCents: Cents;
  readonly grantedCents: Cents;
  /** What was granted before, where a decision is changed; left out for a first decision. */
  readonly earlierCents?: Cents;
  /** From the request to the granted amount; adds up to `grantedCents`. Empty without a grant. */
  readonly computation: readonly ComputationLine[];
  readonly reasons: readonly DecisionReason[];
  readonly order: OrderedPlace | null;
  /** Dutch sentences that sum it up for the list. */
  readonly explanation: string;
  /** What was proposed in the way of working; left out where nobody did, and for a change of a decision. */
  readonly inStep?: WeighedProposal;
}

/** The period of the window in which an application came in. */
export interface PeriodFacts {
  /** 0 for the first. */
  readonly index: number;
  /** Whether it came in when the round was over, for what remains. */
  readonly rolling: boolean;
  /** Whether nobody can apply in it any more. */
  readonly closed: boolean;
}

/** An application with all that a proposal needs to know. */
export interface ProposalFacts {
  readonly applicationId: string;
  readonly number: string;
  /** Within what it competes: a kern, the whole scheme, a theme. */
  readonly pool: string;
  /** Every limit that it counts for, its budget first; empty when there is no budget for its year. */
  readonly limitIds: readonly string[];
  readonly period: PeriodFacts;
  /** The year from which it is paid, where that still has to begin; left out else. */
  readonly laterYear?: number | undefined;
  readonly status: ApplicationStatus;
  readonly completedOn: CalendarDate | null;
  readonly requestedCents: Cents;
  /** What the regulation to which the application is bound lets it have, before any ceiling. */
  readonly grantable: GrantableAmount;
  /** The least that the regulation gives; left out where there is none. */
  readonly leastCents?: Cents | undefined;
  readonly findings: readonly AssessedFinding[];
  /** What was recorded to compare it with others. */
  readonly compared: Compared;
  /** Why the ceiling as it stands does not bind it (Awb 4:27(2)), in Dutch; null when it does. */
  readonly unboundCeiling?: string | null;
  /** What else whoever decides should know, in Dutch; else empty. */
  readonly remark: string;
  /** The newest correction or agreed reduction of the application; left out or null when there is none. */
  readonly lastChangeId?: string | null;
  /** Whether the applicant has said that a part of the amount is of no use. */
  readonly declinesPart: boolean;
  /**
   * Whether it is the part of one kern of a plan for several, and the applicant has not said yet if the plan can still
   * be carried out when this kern pays less. Left out when not.
   */
  readonly mustConfirmPart?: boolean | undefined;
  /** What the kern is still doing within its term, such as asking advice, as a sentence; left out when nothing. */
  readonly stillBusy?: string | undefined;
  /** What was proposed at the end of the way of working; left out where nobody did. */
  readonly stepProposal?: StepProposal | undefined;
  /** Whether the applicant let the term to complete pass. */
  readonly completionRanOut: boolean;
  /** Whether the four weeks for leaving it untreated have not passed yet (Awb 4:5(4)). */
  readonly mayLeaveUntreated: boolean;
}

export type ProposalOutcome =
  | { readonly kind: 'proposed'; readonly proposal: Proposal }
  /** Cannot be put before the college yet; `reason` says in Dutch what is still to be done. */
  | { readonly kind: 'not-ready'; readonly reason: string };

export function notReady(reason: string): ProposalOutcome {
  return { kind: 'not-ready', reason };
}

/**
 * The period in which an application of this day came in; one that was received outside all periods counts for the
 * last. Who was in time but not complete keeps the period of the day of receipt.
 */
export function periodFacts(rules: WindowRules, receivedOn: CalendarDate, today: CalendarDate): PeriodFacts {
  const periods = periodsOf(rules.window);
  const found = periodOn(rules, receivedOn);
  const at = periods.findIndex(({ opensOn }) => opensOn === found?.opensOn);
  const index = at < 0 ? periods.length - 1 : at;
  const period = periods[index];
  return {
    index,
    rolling: rules.window.kind === 'first-round-then-rolling' && period?.kind === 'rolling',
    closed: period !== undefined && today > lastDayOfPeriod(period, rules.terms),
  };
}
