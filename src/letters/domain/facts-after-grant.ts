import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { CaseFacts, ComputationRow, DecidedBy, LegalBasisFacts, ReasonFacts } from './facts.ts';
import type { PaidAccount } from './bank-account.ts';

/** The grant that a later letter goes back to. */
export interface EarlierGrant {
  readonly grantedOn: CalendarDate;
  readonly grantedCents: Cents;
}

export type AccountFacts =
  | { readonly kind: 'received'; readonly receivedOn: CalendarDate }
  /** Nothing came, also not after a reminder: fixed ex officio (Awb 4:47). */
  | { readonly kind: 'not-received'; readonly dueOn: CalendarDate; readonly remindedOn: CalendarDate }
  /** The regulation asks for none: fixed ex officio (Awb 4:47). */
  | { readonly kind: 'not-asked' };

export interface FinalFixingFacts extends CaseFacts, PaidAccount {
  readonly decidedBy: DecidedBy;
  readonly legalBasis: LegalBasisFacts;
  readonly grant: EarlierGrant;
  readonly account: AccountFacts;
  /** What was found of the activity, each as a whole sentence. */
  readonly findings: readonly string[];
  /** From the granted to the fixed amount; adds up to it. A row below zero says why, and where that stands. */
  readonly computation: readonly ComputationRow[];
  readonly fixedCents: Cents;
  /** What was paid before (Awb 4:95). */
  readonly advancesCents: Cents;
}

export const intentions = ['fix-lower', 'withdraw', 'change', 'recover', 'refuse'] as const;

/** What the municipality intends, before it hears the applicant (Awb 4:7, 4:8). */
export type Intention = (typeof intentions)[number];

export interface IntentionFacts extends CaseFacts {
  readonly intention: Intention;
  /** Null while nothing was granted yet. */
  readonly grant: EarlierGrant | null;
  /** What would remain; null where that is not about an amount. */
  readonly proposedCents: Cents | null;
  /** What it rests on: criterion, fact and article. */
  readonly grounds: readonly ReasonFacts[];
  /** Where to respond digitally. */
  readonly digitalAddress: string;
}

/** What the applicant said when heard (Awb 4:7, 4:8), or why nobody had to be heard. */
export type HearingFacts =
  | { readonly kind: 'responded'; readonly on: CalendarDate; readonly said: string; readonly answer: string }
  | { readonly kind: 'no-response'; readonly askedOn: CalendarDate }
  | { readonly kind: 'not-needed'; readonly because: string };

export interface GrantChangeFacts extends CaseFacts {
  readonly decidedBy: DecidedBy;
  readonly legalBasis: LegalBasisFacts;
  readonly grant: EarlierGrant;
  readonly change:
    | { readonly kind: 'withdrawal' }
    /** `what` is a whole sentence: what is different from now on. */
    | { readonly kind: 'change'; readonly what: string; readonly newAmountCents: Cents };
  readonly effectiveOn: CalendarDate;
  /** By which article of the Act: before the final fixing, after it, or for the time to come (Awb 4:48, 4:49, 4:50). */
  readonly actArticle: string;
  readonly reasons: readonly ReasonFacts[];
  readonly hearing: HearingFacts;
  /** What was paid already; above the new amount it is claimed back in a decision of its own (Awb 4:57). */
  readonly paidCents: Cents;
}

export interface RecoveryFacts extends CaseFacts {
  readonly decidedBy: DecidedBy;
  readonly legalBasis: LegalBasisFacts;
  /** From what was paid to what must come back; adds up to `amountCents`. */
  readonly computation: readonly ComputationRow[];
  readonly amountCents: Cents;
  /** Why, each with what it rests on. */
  readonly reasons: readonly ReasonFacts[];
  readonly payTo: { readonly iban: string; readonly holder: string; readonly reference: string };
  readonly instalmentsPossible: boolean;
}
