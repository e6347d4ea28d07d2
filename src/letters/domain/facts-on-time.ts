import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { CaseFacts, DecidedBy } from './facts.ts';

/**
 * What a notice that a decision takes longer does with the term. Under a term in the law it only tells (Awb 4:14(1)),
 * without one it sets a new reasonable term (4:14(3)), and a regulation may itself allow one extension.
 */
export type DelayGround =
  | { readonly kind: 'statutory-term' }
  | { readonly kind: 'reasonable-term' }
  | { readonly kind: 'extension'; readonly article: string };

export interface DelayNoticeFacts extends CaseFacts {
  /** Why it takes longer, as one or more whole sentences. */
  readonly reason: string;
  /** The last day on which the decision would have been in time. */
  readonly formerDueOn: CalendarDate;
  /** By when the applicant may expect the decision. */
  readonly newDueOn: CalendarDate;
  readonly ground: DelayGround;
}

/** So many days at one rate (Awb 4:17(2)). */
export interface PenaltyStep {
  readonly days: number;
  readonly perDayCents: Cents;
}

export type PenaltyOutcome =
  | {
      readonly kind: 'due';
      /** The first day over which a penalty is due: after two weeks from the notice (Awb 4:17(3)). */
      readonly firstDay: CalendarDate;
      readonly steps: readonly PenaltyStep[];
      readonly amountCents: Cents;
      /** Last four characters of the account; null while it is not known. */
      readonly ibanLastFour: string | null;
    }
  /** Nothing is due; `because` is a whole sentence and `article` the ground, for instance Awb 4:17(6). */
  | { readonly kind: 'nothing-due'; readonly because: string; readonly article: string };

export interface PenaltyDecisionFacts extends CaseFacts {
  readonly decidedBy: DecidedBy;
  /** The last day on which the decision would have been in time. */
  readonly dueOn: CalendarDate;
  /** When the written default notice was received. */
  readonly noticeReceivedOn: CalendarDate;
  /** When the late decision was announced; null while there is none. */
  readonly decisionAnnouncedOn: CalendarDate | null;
  readonly outcome: PenaltyOutcome;
}
