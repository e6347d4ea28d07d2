import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { ApplicantKind } from '../../regulations/domain/applicant-kind.ts';
import type { AttachmentCountsByKind } from '../../regulations/domain/attachment-kind.ts';
import type { ApplicationFacts } from '../../regulations/domain/finding.ts';
import type { ApplicationStatus } from './lifecycle.ts';
import type { SpannedPlan } from './spanned-plan.ts';

export const channels = ['digital', 'paper', 'counter'] as const;

/** How an application came in. A phone call is no application (Awb 4:1). */
export type Channel = (typeof channels)[number];

export interface CostLine {
  readonly description: string;
  readonly amountCents: Cents;
  /** Code of a category of the regulation. */
  readonly category?: string | undefined;
  /** The VAT within the amount. */
  readonly vatCents?: Cents | undefined;
  readonly madeBefore?: boolean | undefined;
}

/** What some regulations ask and others do not; what is left out is not known. */
export type Particulars = Pick<
  ApplicationFacts,
  | 'coApplicants'
  | 'members'
  | 'legalForm'
  | 'nonProfit'
  | 'oldEnough'
  | 'vatRecoverable'
  | 'represented'
  | 'authorised'
  | 'supporters'
  | 'supportLetters'
  | 'likes'
  | 'meetingHeld'
  | 'own'
  | 'otherFundingCents'
  | 'activityCode'
  | 'units'
  | 'deMinimisDeclared'
  | 'themeCode'
  | 'bodyKindCode'
  | 'repeated'
>;

/** Somebody whom the municipality can write to. */
export interface Applicant {
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly place: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly kvkNumber: string | null;
  /** Who acts for an organisation, a company or a collective; letters go for the attention of this person. */
  readonly contactPerson?: string | null | undefined;
}

/** What is asked for. Few of these are required by law: who, where, what and when it was sent (Awb 4:2). */
export interface RequestedPlan {
  readonly title: string;
  readonly description: string;
  readonly activityStartsOn: CalendarDate | null;
  readonly activityEndsOn: CalendarDate | null;
  readonly requestedCents: Cents;
  readonly costs: readonly CostLine[];
  readonly support: string | null;
  readonly particulars?: Particulars | undefined;
  /** The plan for several kernen of which this is the part of one; left out for a plan of one kern. */
  readonly spanned?: SpannedPlan | undefined;
}

export interface Application extends RequestedPlan {
  readonly id: string;
  /** Public case number such as LB-2019-000123; null until it is submitted. */
  readonly number: string | null;
  readonly regulationVersionId: string;
  readonly kernId: string;
  readonly status: ApplicationStatus;
  readonly version: number;
  readonly channel: Channel;
  readonly applicant: Applicant;
  readonly ibanLastFour: string | null;
  /** What stands beside the application, counted by kind; what was replaced does not count. */
  readonly attachmentCounts: AttachmentCountsByKind;
  /** How many co-applicants said yes; null while nobody was named. */
  readonly consentedCoApplicants?: number | null;
  /** Whether the applicant chose to get letters of this case electronically (Awb 2:8). */
  readonly electronicMessages: boolean;
  /** Null for an application on paper. */
  readonly ownerSubject: string | null;
  readonly receivedAt: Date | null;
  /** The day of receipt; for paper the stamp, which may be earlier than the day it was entered. */
  readonly receivedOn: CalendarDate | null;
  /** The day on which nothing was lacking any more: the place in the order of receipt. */
  readonly completedOn: CalendarDate | null;
}
