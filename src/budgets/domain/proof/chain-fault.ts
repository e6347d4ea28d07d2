/** The first thing that is wrong, and where. */
export interface LedgerFault {
  /** What was looked at, such as `budget 0190… boeking 12`. */
  readonly place: string;
  /** Stable name of the rule that is broken. */
  readonly rule: string;
  /** In Dutch, for an auditor. */
  readonly detail: string;
}
