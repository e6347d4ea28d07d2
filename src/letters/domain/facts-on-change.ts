import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { CaseFacts } from './facts.ts';

/** One thing that changed, as the applicant reads it. */
export interface ChangedRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What happened to an application before the decision. */
export type ChangeFacts =
  | { readonly kind: 'correction'; readonly rows: readonly ChangedRow[]; readonly reason: string }
  | {
      readonly kind: 'reduction';
      readonly rows: readonly ChangedRow[];
      readonly reason: string;
      readonly agreedOn: CalendarDate;
      /** Of what was asked for and what is asked for now; the same where the plan alone became smaller. */
      readonly fromCents: Cents;
      readonly toCents: Cents;
    }
  | {
      readonly kind: 'merger';
      /** The number under which the application goes on; `caseNumber` is of the one that ended. */
      readonly continuesAs: string;
      /** The day of receipt that counts from now on. */
      readonly countsFrom: CalendarDate;
      readonly reason: string | null;
    };

export interface ChangeNoticeFacts extends CaseFacts {
  readonly change: ChangeFacts;
  /** The last day to decide as it stands now; null while the term stands still. */
  readonly legalDueOn: CalendarDate | null;
}

export interface ForwardingNoticeFacts extends CaseFacts {
  /** To whom it was sent on, with as much of an address as is known. */
  readonly bodyName: string;
  readonly bodyAddressLines: readonly string[];
  readonly forwardedOn: CalendarDate;
  /** Why that body is competent, as one or more whole sentences. */
  readonly reason: string;
}
