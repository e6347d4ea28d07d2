import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { ApplicantKind } from './applicant-kind.ts';

export const findingOutcomes = ['met', 'not-met', 'needs-judgement'] as const;

export type FindingOutcome = (typeof findingOutcomes)[number];

/** What the rules need to know of an application. */
export interface ApplicationFacts {
  readonly receivedOn: CalendarDate;
  readonly applicantKind: ApplicantKind;
  readonly activityStartsOn: CalendarDate | null;
  readonly activityEndsOn: CalendarDate | null;
  readonly requestedCents: Cents;
}

/** What follows from the facts alone, without anybody's judgement. */
export interface ComputedFinding {
  readonly criterionCode: string;
  readonly outcome: FindingOutcome;
  /** A Dutch sentence that names the fact. */
  readonly sentence: string;
}
