import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
import type { Application } from '../../applications/domain/application.ts';
import type { CompletionRequest } from '../../applications/domain/completion-request.ts';
import type { TermRecords } from '../../applications/domain/decision-due.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { Extension, Suspension } from '../../terms/decision-term.ts';

/**
 * On what a notice rests that the decision takes longer. `scheme`: the regulation allows one extension. `named-date`:
 * the term is statutory and stays as it is, the notice names a day (Awb 4:14(1)). `reasonable-term`: no regulation
 * sets a term, and the day named is the new last day (Awb 4:14(3)).
 */
export const noticeBases = ['scheme', 'named-date', 'reasonable-term'] as const;

export type NoticeBasis = (typeof noticeBases)[number];

/** That the applicant was told that the decision takes longer. */
export interface DelayNotice {
  readonly basis: NoticeBasis;
  readonly announcedOn: CalendarDate;
  /** The weeks of the regulation; null for the other two. */
  readonly weeks: number | null;
  /** The day by which the decision can be expected; null where it follows from the weeks. */
  readonly expectedOn: CalendarDate | null;
}

/** The decision as it was sent. */
export interface AnnouncedDecision {
  readonly sentOn: CalendarDate;
  /** When a letter was sent that comes in its place, with a term to object of its own; absent where none was. */
  readonly correctedOn?: CalendarDate | null;
  readonly grantedCents: Cents;
}

/** What was decided about a penalty, and when that was sent; null while its letter lies ready. */
export interface PenaltyDecided {
  readonly decidedOn: CalendarDate;
  readonly announcedOn: CalendarDate | null;
  readonly amountCents: Cents;
}

/** Everything about a case that its due dates follow from. */
export interface CaseClock {
  readonly application: Pick<Application, 'id' | 'status' | 'receivedOn' | 'activityEndsOn' | 'kernId'>;
  readonly document: RegulationDocument;
  readonly requests: readonly CompletionRequest[];
  readonly suspensions: readonly Suspension[];
  readonly notices: readonly DelayNotice[];
  /** The day on which the default notice was received. */
  readonly defaultNoticeOn: CalendarDate | null;
  readonly penaltyDecision: PenaltyDecided | null;
  /** What was promised to this applicant; null for what the regulation promises everybody. */
  readonly promisedOn: CalendarDate | null;
  readonly announced: AnnouncedDecision | null;
}

/** The clock of a case of which nothing has been recorded yet. */
export function freshClock(application: CaseClock['application'], document: RegulationDocument): CaseClock {
  return {
    application,
    document,
    requests: [],
    suspensions: [],
    notices: [],
    defaultNoticeOn: null,
    penaltyDecision: null,
    promisedOn: null,
    announced: null,
  };
}

function extensionOf({ basis, announcedOn, weeks, expectedOn }: DelayNotice): Extension[] {
  if (basis === 'scheme' && weeks !== null) return [{ basis, announcedOn, weeks }];
  if (basis === 'reasonable-term' && expectedOn !== null) {
    return [{ basis: 'reasonable', announcedOn, newLastDay: expectedOn }];
  }
  return [];
}

/** What of the records changes the term to decide. */
export function termRecordsOf({ suspensions, notices }: CaseClock): TermRecords {
  return { suspensions, extensions: notices.flatMap(extensionOf) };
}
