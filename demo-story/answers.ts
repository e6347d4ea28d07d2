/** The parts of the service's answers that this story looks at; written down here, as a client of the API would. */
export interface Application {
  readonly id: string;
  readonly version: number;
  readonly number: string | null;
  readonly status: string;
  readonly statusName: string;
  readonly kernCode: string;
  readonly applicant: {
    readonly name: string;
    readonly street: string;
    readonly houseNumber: string;
    readonly place: string;
  };
  readonly title: string;
  readonly requestedCents: number;
  readonly receivedOn: string | null;
  readonly completedOn: string | null;
  readonly missing: readonly string[];
}

export interface Letter {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly sentOn: string | null;
  readonly channel: string | null;
  readonly lastObjectionDate: string | null;
  readonly lastCompletionDate: string | null;
}

export interface Finding {
  readonly criterionCode: string;
  readonly statement: string;
  readonly outcome: 'met' | 'not-met' | 'needs-judgement';
  readonly reason: string;
  readonly isComputed: boolean;
}

export interface TimelineEvent {
  readonly kind: string;
  readonly countsOn: string;
  readonly actorName: string;
}

export interface Decision {
  readonly kind: string;
  readonly grantedCents: number;
  readonly resolutionNumber: string;
  readonly decidedOn: string;
  readonly currentCents: number;
  readonly changes: readonly { readonly kind: string; readonly grantedCents: number }[];
}

export interface Overview {
  readonly application: Application;
  readonly kernName: string;
  readonly availableInKernCents: number;
  readonly findings: readonly Finding[];
  readonly nextDeadline: {
    readonly kind: string;
    readonly lastDate: string;
    readonly sentences: readonly string[];
  } | null;
  readonly promisedAnswerOn: string | null;
  readonly possibleActions: readonly string[];
  readonly decision: Decision | null;
  readonly letters: readonly Letter[];
}

export interface ListLine {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly kernCode: string;
  readonly title: string;
  readonly kind: string;
  readonly requestedCents: number;
  readonly proposedCents: number;
  readonly earlierCents: number;
  readonly place: number | null;
  readonly byLot: boolean;
  readonly explanation: string;
  readonly resolution: { readonly outcome: string; readonly reason?: string } | null;
}

export interface CollegeList {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly lines: readonly ListLine[];
  readonly notReady: readonly { readonly applicationNumber: string; readonly reason: string }[];
}

export interface Budget {
  readonly id: string;
  readonly kernCode: string;
  readonly kernName: string;
  readonly entryCount: number;
  readonly allocatedCents: number;
  readonly availableCents: number;
  readonly committedCents: number;
}

export interface LedgerEntry {
  readonly entryNumber: number;
  readonly movement: string;
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly amountCents: number;
  readonly debitBalanceCents: number;
  readonly creditBalanceCents: number;
  readonly grantId: string | null;
  readonly reference: string;
  readonly countsOn: string;
}

export interface SpendingLine {
  readonly kernCode: string;
  readonly kernName: string;
  readonly allocatedCents: number;
  readonly availableCents: number;
  readonly committedCents: number;
  readonly paidCents: number;
  readonly lapsedCents: number;
}

export interface LedgerRun {
  readonly id: string;
  readonly version: number;
  readonly totalCents: number;
  readonly steps: readonly {
    readonly kernCode: string;
    readonly movement: string;
    readonly amountCents: number;
  }[];
}

export interface OpenCommitment {
  readonly kernCode: string;
  readonly reference: string;
  readonly committedCents: number;
}

export interface Items<Item> {
  readonly items: readonly Item[];
  readonly next?: string | null;
}
